import type { Document } from '../../document/document.ts';
import { jsonType, reportProblem } from '../../frontMatter/reportSchema.ts';
import { schemaRepairs } from '../../frontMatter/schemaRepairs.ts';
import type { SchemaProblem } from '../../frontMatter/schemaTypes.ts';
import { type FrontMatterNode, isMapping, nameOf } from '../../frontMatter/types.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { RuleContext } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import type { Span } from '../../text/span.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/schema',
    level: 'error',
    fix: 'unsafe',
    regions: Regions.frontMatter,
    summary: {
      en: 'A value that the schema forbids',
      'zh-CN': '值不合模式',
      'zh-TW': '值不合綱要',
    },
    messages: {
      type: {
        en: '“{key}” must be of type {expected}, and this is {actual}. Correct the value.',
        'zh-CN': '“{key}”的类型应为 {expected}，此处为 {actual}。请更正。',
        'zh-TW': '「{key}」的類型應為 {expected}，此處為 {actual}。請更正。',
      },
      enum: {
        en: '“{key}” must be one of {expected}. Correct the value.',
        'zh-CN': '“{key}”的值应为 {expected} 之一。请更正。',
        'zh-TW': '「{key}」的值應為 {expected} 之一。請更正。',
      },
      const: {
        en: '“{key}” must be {expected}. Correct the value.',
        'zh-CN': '“{key}”的值应为 {expected}。请更正。',
        'zh-TW': '「{key}」的值應為 {expected}。請更正。',
      },
      pattern: {
        en: '“{key}” must match the pattern {expected}. Correct the value.',
        'zh-CN': '“{key}”的值应符合正则表达式 {expected}。请更正。',
        'zh-TW': '「{key}」的值應符合正規表示式 {expected}。請更正。',
      },
      format: {
        en: '“{key}” must be written as {expected}. Correct the value.',
        'zh-CN': '“{key}”的值应符合 {expected} 格式。请更正。',
        'zh-TW': '「{key}」的值應符合 {expected} 格式。請更正。',
      },
      limit: {
        en: '“{key}” violates {keyword} {expected}. Correct the value.',
        'zh-CN': '“{key}”的值超出 {keyword} {expected} 的限制。请更正。',
        'zh-TW': '「{key}」的值超出 {keyword} {expected} 的限制。請更正。',
      },
      required: {
        en: 'The key “{key}” is missing, which the schema requires. Add it.',
        'zh-CN': '缺少模式要求的键“{key}”。应补上。',
        'zh-TW': '缺少綱要要求的鍵「{key}」。應補上。',
      },
      choice: {
        en: '“{key}” fits none, or more than one, of the forms that the schema allows. Correct the value.',
        'zh-CN': '“{key}”的值与模式允许的各种形式都不相符，或同时符合多种。请更正。',
        'zh-TW': '「{key}」的值與綱要允許的各種形式都不相符，或同時符合多種。請更正。',
      },
      schema: {
        en: 'The schema of this file cannot be fully checked: {words}. Correct the schema.',
        'zh-CN': '此文件的模式无法完整检查：{words}。请更正模式。',
        'zh-TW': '此檔案的綱要無法完整檢查：{words}。請更正綱要。',
      },
      other: {
        en: '“{key}” violates the schema: {words} Correct the value.',
        'zh-CN': '“{key}”不合模式：{words} 请更正。',
        'zh-TW': '「{key}」不合綱要：{words} 請更正。',
      },
      write: { en: 'Write {value}', 'zh-CN': '改为 {value}', 'zh-TW': '改為 {value}' },
      add: { en: 'Add “{value}”', 'zh-CN': '补上“{value}”', 'zh-TW': '補上「{value}」' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, report }) {
      const data = doc.frontMatterData;
      if (!doc.frontMatter || !data || data.errors.length > 0) return;
      if (doc.frontMatterSchema === undefined) checkBuiltIn(doc, report);
      else {
        doc.schemaProblems.forEach((problem, index) => {
          if (problem.keyword === 'unknown') return;
          const node = nodeAt(doc, problem.path);
          report({
            ...placeOf(doc, problem, node),
            messageId: MESSAGES[problem.keyword] ?? 'other',
            args: argsOf(doc.text, problem, node),
            data: index,
            ...(problem.keyword === 'schema' ? { level: 'info' as const } : {}),
          });
        });
      }
    },
  },
  fix({ doc }, { data, start }) {
    const problem = typeof data === 'number' ? doc.schemaProblems[data] : builtInProblem(doc, start);
    if (!problem) return [];
    return schemaRepairs(doc, problem, nodeAt(doc, problem.path)).map(({ titleId, value, edit }) => ({
      titleId,
      args: { value },
      edits: [edit],
      safety: 'unsafe',
    }));
  },
});

const LIMITS =
  'minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems minProperties maxProperties';
const MESSAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LIMITS.split(' ').map(keyword => [keyword, 'limit'])),
  type: 'type',
  enum: 'enum',
  const: 'const',
  pattern: 'pattern',
  format: 'format',
  required: 'required',
  anyOf: 'choice',
  oneOf: 'choice',
  schema: 'schema',
};

function checkBuiltIn(doc: Document, report: RuleContext['report']): void {
  const value = doc.frontMatterData?.value;
  if (!isMapping(value)) return;
  for (const entry of doc.frontMatterData!.entries) {
    if (entry.path.length !== 1) continue;
    const key = nameOf(entry);
    const own = Object.hasOwn(value, key) ? value[key] : undefined;
    const problem = reportProblem(key, own);
    if (problem)
      report({
        ...shown(doc, entry),
        messageId: problem.keyword,
        args: { key, expected: problem.expected, actual: jsonType(own) ?? 'null' },
      });
  }
}

// A built-in key of the wrong type has the same repairs as one of the user's.
function builtInProblem(doc: Document, start: number): SchemaProblem | undefined {
  const entry = doc.frontMatterData?.entries.find(e => e.path.length === 1 && e.valueSpan.start === start);
  const value = doc.frontMatterData?.value;
  if (!entry || !isMapping(value)) return undefined;
  const found = reportProblem(nameOf(entry), value[nameOf(entry)]);
  if (!found) return undefined;
  return { path: entry.path, keyword: found.keyword, expected: found.expected.split(', '), words: '' };
}

const nodeAt = (doc: Document, path: readonly (string | number)[]): FrontMatterNode | undefined =>
  doc.share(byPath).get(JSON.stringify(path));

const byPath = (doc: Document): ReadonlyMap<string, FrontMatterNode> =>
  new Map(doc.frontMatterData?.nodes.map(node => [JSON.stringify(node.path), node]));

// The value; for a missing key the key of the mapping that lacks it, or the first line of the block.
function placeOf(doc: Document, { keyword }: SchemaProblem, node: FrontMatterNode | undefined): Span {
  if (!node) {
    const { start, contentStart } = doc.frontMatter!;
    const line = /^[^\r\n]*/.exec(doc.text.slice(start))![0].length;
    return { start, end: start + Math.max(line, contentStart === start ? 1 : 3) };
  }
  if (keyword === 'required' && node.key) return node.key;
  return shown(doc, node);
}

// A value over several lines is shown by its first; an empty one by its key.
function shown(doc: Document, node: FrontMatterNode): Span {
  const { start, end } = node.valueSpan;
  if (start === end) return node.key ?? node.valueSpan;
  const line = doc.text.slice(start, end).search(/[\r\n]/);
  return { start, end: line > 0 ? start + line : end };
}

function argsOf(
  text: string,
  problem: SchemaProblem,
  node: FrontMatterNode | undefined,
): Record<string, string> {
  const { expected, property, path, keyword, words } = problem;
  const list = Array.isArray(expected) ? expected : [expected];
  const key = property ?? path.join('.');
  const isBare = keyword === 'type' || keyword === 'pattern' || keyword === 'format';
  const show = (value: unknown): string => (isBare ? String(value) : (JSON.stringify(value) ?? ''));
  const actual = node ? typeOf(text, node) : 'null';
  return { key, keyword, words, actual, expected: list.slice(0, 12).map(show).join(', ') };
}

function typeOf(text: string, node: FrontMatterNode): string {
  if (node.style === 'mapping' || node.style === 'sequence')
    return node.style === 'mapping' ? 'object' : 'array';
  if (node.style === 'flow') return text[node.valueSpan.start] === '[' ? 'array' : 'object';
  return jsonType(node.value) ?? 'null';
}
