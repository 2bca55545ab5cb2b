// Repairs for values that violate a schema: the nearest choice, the same value in the right type, a missing key with
// the value the schema names. Only what the schema itself says; nothing is invented.
import type { Document } from '../document/document.ts';
import type { FrontMatterBlock } from '../scan/frontMatter.ts';
import type { TextEdit } from '../text/edits.ts';
import { readDate } from './dates.ts';
import { entryLine, insertion, isInFlow, scalarIn } from './edits.ts';
import { nearestAll } from './nearMiss.ts';
import type { SchemaProblem } from './schemaTypes.ts';
import { type FrontMatterNode, isMapping } from './types.ts';

export interface ValueRepair {
  readonly titleId: 'write' | 'add';
  /** What is written, as it is written. */
  readonly value: string;
  readonly edit: TextEdit;
}

/** More choices than this are for completion, not for quick fixes. */
const MOST_CHOICES = 5;

export function schemaRepairs(
  doc: Document,
  problem: SchemaProblem,
  node: FrontMatterNode | undefined,
): ValueRepair[] {
  const block = doc.frontMatter;
  if (!block) return [];
  if (problem.keyword === 'required') return missingKey(doc, block, problem);
  if (!node) return [];
  const { start, end } = node.valueSpan;
  const inFlow = node.key !== undefined && isInFlow(doc.text, block, { ...node, key: node.key });
  const repair = (value: string): ValueRepair => ({
    titleId: 'write',
    value,
    edit: { start, end, text: spaced(doc, node, value) },
  });
  const scalar = (value: unknown): string[] =>
    isScalar(value) ? [scalarIn(block.language, value, inFlow)] : [];
  switch (problem.keyword) {
    case 'const':
      return scalar(problem.expected).map(repair);
    case 'enum':
      return choicesFor(node.value, problem.expected).flatMap(scalar).map(repair);
    case 'type':
      return retyped(node, problem.expected, doc.text.slice(start, end), block, inFlow).map(repair);
    case 'format': {
      const reading =
        typeof node.value === 'string' && /^date/.test(String(problem.expected))
          ? readDate(node.value)
          : undefined;
      // A date stays plain in YAML, as dates are written there.
      if (reading?.kind !== 'convertible') return [];
      return [repair(block.language === 'yaml' ? reading.iso : JSON.stringify(reading.iso))];
    }
    default:
      return [];
  }
}

type Scalar = string | number | boolean | null;
const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

// "key:" without a value needs a space before what is put in.
const spaced = (doc: Document, node: FrontMatterNode, value: string): string =>
  node.style === 'empty' && doc.text[node.valueSpan.start - 1] === ':' ? ` ${value}` : value;

function choicesFor(value: unknown, choices: unknown): readonly unknown[] {
  if (!Array.isArray(choices)) return [];
  const same = choices.filter(choice => typeof choice !== typeof value && String(choice) === String(value));
  if (same.length > 0) return same;
  const words = choices.filter(choice => typeof choice === 'string');
  const near = typeof value === 'string' ? nearestAll(value, words, 2) : [];
  if (near.length > 0) return near;
  return choices.length <= MOST_CHOICES ? choices : [];
}

function retyped(
  node: FrontMatterNode,
  expected: unknown,
  written: string,
  block: FrontMatterBlock,
  inFlow: boolean,
): string[] {
  const types = Array.isArray(expected) ? expected : [expected];
  const { value } = node;
  const found: string[] = [];
  if (types.includes('number') || types.includes('integer')) {
    const number =
      typeof value === 'string' && /^\s*-?(?:0|[1-9]\d*)(?:\.\d+)?\s*$/.test(value)
        ? value.trim()
        : undefined;
    if (number !== undefined && (types.includes('number') || !number.includes('.'))) found.push(number);
  }
  if (
    types.includes('boolean') &&
    typeof value === 'string' &&
    /^(?:true|false|yes|no|on|off|是|否)$/i.test(value.trim())
  )
    found.push(/^(?:true|yes|on|是)$/i.test(value.trim()) ? 'true' : 'false');
  if (
    types.includes('string') &&
    (typeof value === 'number' || typeof value === 'boolean') &&
    node.style === 'plain'
  )
    found.push(block.language === 'yaml' ? `'${written}'` : JSON.stringify(written));
  if (types.includes('array') && isScalar(value) && value !== null && node.style !== 'block')
    found.push(
      block.language === 'yaml' && !inFlow && /[,[\]{}]/.test(written) && node.style === 'plain'
        ? `[${scalarIn('yaml', String(value), true)}]`
        : `[${written}]`,
    );
  return found;
}

function missingKey(doc: Document, block: FrontMatterBlock, problem: SchemaProblem): ValueRepair[] {
  const key = problem.property;
  if (!key || problem.path.length > 0 || !block.closed || doc.frontMatterData?.value === null) return [];
  const { schema } = problem;
  if (!isMapping(schema)) return [];
  const only = Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined;
  const value = schema.const ?? schema.default ?? only;
  if (value === undefined || !isScalar(value)) return [];
  const line = entryLine(block.language, key, scalarIn(block.language, value));
  return [{ titleId: 'add', value: line, edit: insertion(doc.text, block, [line]) }];
}
