// A reader for the front matter that nearly every report has: a line for each key, plain or quoted values, lists of
// such values. It answers exactly what the full YAML parser answers, or undefined: then that parser has to be asked,
// which takes longer to load than a report takes to lint. test/random/frontMatterSimple.test.ts holds the two equal.
import type { FrontMatterData, FrontMatterNode, FrontMatterStyle, Span } from '../core/index.ts';
import { dataOf } from './frontMatterData.ts';

interface Scalar {
  readonly value: unknown;
  readonly style: FrontMatterStyle;
  readonly length: number;
}

/** A tab, a byte order mark or any control character but the ends of lines. */
const ODD = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)/;
const KEY = /^([\p{L}_][\p{L}\p{N}_-]{0,60}):(?: +|$)/u;
/** Keys that YAML takes for something other than their text, or that JavaScript treats on its own. */
const ODD_KEY = /^(?:null|true|false|__proto__)$/i;
const ITEM = /^( *)- +/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)') *(?: #.*)?$/;
/** What a plain value may begin with; most signs mean something there. */
const PLAIN_START = /^[\p{L}\p{N}\p{Script=Han}_(/$“”‘’「」『』《》〈〉【】（）]/u;
const BLANK_START = /^ *(?:#|$)/;
const INTEGER = /^\d{1,15}$/;
const FRACTION = /^\d{1,15}\.\d{1,15}$/;
/** Everything else that the core schema could take for a number. */
const NUMERIC = /^[\d.eExXo+a-fA-F-]+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const SWITCH = /^(?:true|false)$/i;
const NULL = /^null$/i;

export function readSimpleYaml(source: string, offset: number): FrontMatterData | undefined {
  if (ODD.test(source)) return undefined;
  const nodes: FrontMatterNode[] = [];
  const root: Record<string, unknown> = {};
  let name: string | undefined;
  let emptyAt = -1;
  let list: unknown[] | undefined;
  let indent = 0;
  let isList = false;
  for (let from = 0; from < source.length; ) {
    const found = source.indexOf('\n', from);
    const next = found < 0 ? source.length : found + 1;
    let end = found < 0 ? source.length : found;
    if (source[end - 1] === '\r' && found >= 0) end--;
    while (end > from && source[end - 1] === ' ') end--;
    const line = source.slice(from, end);
    const start = offset + from;
    from = next;
    if (line === '' || line[0] === '#') {
      // Where a comment belongs that stands between a key and its list is left to the parser.
      if (line !== '' && emptyAt >= 0) return undefined;
      isList = false;
      continue;
    }
    const item = ITEM.exec(line);
    if (item) {
      if (name === undefined || (!isList && emptyAt < 0)) return undefined;
      if (emptyAt >= 0) {
        list = [];
        indent = item[1]!.length;
        root[name] = list;
        const at = start + indent;
        nodes[nodes.length - 1] = {
          ...nodes[nodes.length - 1]!,
          valueSpan: { start: at, end: at },
          value: undefined,
          style: 'sequence',
        };
        emptyAt = -1;
        isList = true;
      } else if (item[1]!.length !== indent) return undefined;
      const at = start + item[0].length;
      const scalar = readScalar(line.slice(item[0].length));
      // A comment behind the last item belongs to the list.
      if (!scalar || item[0].length + scalar.length !== line.length) return undefined;
      const path = [name, list!.length];
      // The list reaches as far as its last item.
      const whole = nodes[nodes.length - 1 - list!.length]!.valueSpan as { end: number };
      list!.push(scalar.value);
      nodes.push(nodeOf(path, undefined, at, line, item[0].length, scalar));
      whole.end = nodes[nodes.length - 1]!.valueSpan.end;
      continue;
    }
    const key = KEY.exec(line);
    if (!key || ODD_KEY.test(key[1]!)) return undefined;
    name = key[1]!;
    if (Object.hasOwn(root, name)) return undefined;
    isList = false;
    emptyAt = -1;
    const keySpan = { start, end: start + name.length };
    const rest = line.slice(key[0].length);
    if (rest === '') {
      const lineEnd = found < 0 ? source.length : found;
      // Blank space after the colon moves the empty value.
      if (offset + lineEnd - start > line.length + 1 || source[lineEnd - 1] === ' ') return undefined;
      emptyAt = keySpan.end + 1;
      root[name] = null;
      nodes.push({
        path: [name],
        key: keySpan,
        valueSpan: { start: emptyAt, end: emptyAt },
        value: null,
        style: 'empty',
        isTagged: false,
      });
    } else if (rest[0] === '[') {
      const values = readFlow(name, keySpan, start + key[0].length, rest, nodes);
      if (!values) return undefined;
      root[name] = values;
    } else {
      const scalar = readScalar(rest);
      if (!scalar) return undefined;
      root[name] = scalar.value;
      nodes.push(nodeOf([name], keySpan, start + key[0].length, line, key[0].length, scalar));
    }
  }
  return name === undefined ? undefined : dataOf(root, nodes, []);
}

function nodeOf(
  path: FrontMatterNode['path'],
  key: Span | undefined,
  start: number,
  line: string,
  at: number,
  { value, style, length }: Scalar,
): FrontMatterNode {
  const written = line.slice(at, at + length).trimEnd();
  return { path, key, valueSpan: { start, end: start + written.length }, value, style, isTagged: false };
}

function readScalar(text: string): Scalar | undefined {
  if (text[0] === '"' || text[0] === "'") {
    const quoted = QUOTED.exec(text);
    if (!quoted) return undefined;
    const value = quoted[1] ?? quoted[2]!;
    return { value, style: text[0] === '"' ? 'double' : 'single', length: value.length + 2 };
  }
  const comment = text.indexOf(' #');
  let written = comment < 0 ? text : text.slice(0, comment);
  while (written.endsWith(' ')) written = written.slice(0, -1);
  if (/: |:$/.test(written) || !PLAIN_START.test(written)) return undefined;
  const value = plainValue(written);
  return value === undefined ? undefined : { value, style: 'plain', length: written.length };
}

/** The value under the core schema of YAML 1.2; undefined where that takes more than a look. */
function plainValue(written: string): unknown {
  if (INTEGER.test(written)) return Number(written);
  if (FRACTION.test(written)) return Number(written);
  if (DATE.test(written)) return written;
  if (SWITCH.test(written)) {
    const lower = written.toLowerCase();
    if (written === lower) return lower === 'true';
    return undefined;
  }
  return NULL.test(written) || NUMERIC.test(written) ? undefined : written;
}

// `[a, b]` on one line, of plain words.
function readFlow(
  name: string,
  key: Span,
  start: number,
  text: string,
  nodes: FrontMatterNode[],
): unknown[] | undefined {
  const close = text.indexOf(']');
  if (close < 0 || !BLANK_START.test(text.slice(close + 1)) || text[close + 1] === '#') return undefined;
  const values: unknown[] = [];
  nodes.push({
    path: [name],
    key,
    valueSpan: { start, end: start + close + 1 },
    value: undefined,
    style: 'flow',
    isTagged: false,
  });
  const inner = text.slice(1, close);
  if (/^ *$/.test(inner)) return values;
  let at = 1;
  for (const part of inner.split(',')) {
    const written = part.replace(/^ +| +$/g, '');
    const quoted = written[0] === '"' || written[0] === "'";
    if (written === '' || /[[{}#?]/.test(written) || (!quoted && written.includes(':'))) return undefined;
    const scalar = readScalar(written);
    if (!scalar) return undefined;
    const from = at + part.indexOf(written);
    nodes.push(nodeOf([name, values.length], undefined, start + from, text, from, scalar));
    values.push(scalar.value);
    at += part.length + 1;
  }
  return values;
}
