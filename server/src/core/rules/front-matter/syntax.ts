import { fullwidthProblems, isNearSlip } from '../../frontMatter/fullwidth.ts';
import { SYNTAX_PROBLEMS } from '../../frontMatter/syntaxProblems.ts';
import type { FrontMatterData, FrontMatterError } from '../../frontMatter/types.ts';
import { isMapping } from '../../frontMatter/types.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Report } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/syntax',
    level: 'error',
    fix: 'none',
    regions: Regions.frontMatter,
    summary: {
      en: 'Front matter that no parser accepts',
      'zh-CN': '文档头语法错误',
      'zh-TW': '文件頭語法錯誤',
    },
    messages: SYNTAX_PROBLEMS,
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const block = doc.frontMatter;
      const data = doc.frontMatterData;
      if (!block || !data) return;
      for (const found of firstOfEachLine(text, data.errors))
        if (!isNearSlip(doc, found.start)) report(toReport(text, found, block.contentEnd));
      if (
        data.errors.length === 0 &&
        fullwidthProblems(doc).length === 0 &&
        !isMapping(data.value) &&
        (data.value ?? null) !== null
      )
        report({ ...contentSpan(text, block), messageId: 'not-a-mapping', args: { kind: kindOf(data) } });
    },
  },
});

// One slip makes a parser stumble several times; what it says after the first word on a line is an echo.
function* firstOfEachLine(text: string, errors: readonly FrontMatterError[]): Generator<FrontMatterError> {
  let end = -1;
  for (const error of [...errors].sort((a, b) => a.start - b.start)) {
    if (error.code === 'duplicate-key' || error.start < end) continue;
    yield error;
    // What is wrong with JSON behind its first error cannot be told.
    if (error.code.startsWith('json-')) return;
    const newline = text.indexOf('\n', Math.max(error.start, error.end - 1));
    end = newline < 0 ? text.length : newline + 1;
  }
}

function toReport(text: string, { start, end, code, message }: FrontMatterError, limit: number): Report {
  // An error at the very end of the block is shown at the last character that was typed.
  let from = Math.min(start, limit);
  let to = Math.min(Math.max(end, from), limit);
  const newline = text.slice(from, to).search(/[\r\n]/);
  if (newline > 0) to = from + newline;
  if (code !== 'tab' && text.slice(from, to).trim() === '') {
    while (from > 0 && /\s/.test(text[from - 1]!)) from--;
    to = from;
    if (from > 0) from--;
  }
  const messageId = code.startsWith('json-') ? 'json' : code in SYNTAX_PROBLEMS ? code : 'other';
  return { start: from, end: to, messageId, args: { start: text.slice(from, from + 1), words: message } };
}

function contentSpan(text: string, block: { contentStart: number; contentEnd: number }) {
  const content = text.slice(block.contentStart, block.contentEnd);
  const start = block.contentStart + (content.length - content.trimStart().length);
  const line = /^[^\r\n]*/.exec(text.slice(start, block.contentEnd))![0].trimEnd();
  return { start, end: start + line.length };
}

const kindOf = ({ value }: FrontMatterData): string =>
  Array.isArray(value) ? '[…]' : JSON.stringify(value).slice(0, 40);
