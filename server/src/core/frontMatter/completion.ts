// Completion inside front matter, from the text before the cursor: while someone types, the block seldom parses.

import type { Document } from '../document/document.ts';
import type { Localized } from '../rule/types.ts';
import type { FrontMatterBlock } from '../scan/frontMatter.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineStart } from '../text/lines.ts';
import { entryLine, scalarIn } from './edits.ts';
import { isKeyOf } from './keys.ts';
import { REPORT_SCHEMA } from './reportSchema.ts';
import { type SchemaFacts, schemaFacts } from './schemaLookup.ts';

export interface CompletionSources {
  /** Today, and the day the file was last written, in ISO 8601; the core has no clock. */
  readonly today?: string | undefined;
  readonly fileDate?: string | undefined;
  /** Values seen under a key elsewhere in the workspace, the commonest first: see `valuesOf`. */
  readonly seen?: ReadonlyMap<string, readonly string[]> | undefined;
}

export interface FrontMatterCompletion {
  readonly kind: 'key' | 'value' | 'date' | 'seen';
  readonly label: string;
  readonly description?: string | Localized;
  readonly edit: TextEdit;
}

/** What may be written at an offset; empty outside front matter. */
export function completeFrontMatter(
  doc: Document,
  offset: number,
  sources: CompletionSources = {},
): readonly FrontMatterCompletion[] {
  const block = doc.frontMatter;
  if (!block || offset < block.contentStart || offset > block.contentEnd) return [];
  const place = placeAt(doc, block, offset);
  if (!place) return [];
  return place.kind === 'key' ? keys(doc, block, place) : values(doc, block, place, sources);
}

interface Place {
  readonly kind: 'key' | 'value';
  /** Keys from the root: of the mapping for a key, of the value itself for a value. */
  readonly path: readonly (string | number)[];
  readonly start: number;
  readonly end: number;
  readonly inFlow: boolean;
}

const KEY = /^(\s*)((?:-\s+)*)(?:"([^"]*)"|'([^']*)'|([^\s"'#[\]{},:=][^:=#]*?))\s*(?::(?=\s|$)|=)[ \t]*/;

function placeAt(doc: Document, block: FrontMatterBlock, offset: number): Place | undefined {
  const { text } = doc;
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  if (/(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''))) return undefined;
  const isYaml = block.language === 'yaml';
  const entry = KEY.exec(before);
  const indent = /^\s*/.exec(before)![0].length;
  const parents = isYaml ? parentsOf(text, block, start, indent) : [];
  if (entry) {
    const name = entry[3] ?? entry[4] ?? entry[5] ?? '';
    return { ...valueRange(text, start + entry[0].length, offset), kind: 'value', path: [...parents, name] };
  }
  const item = /^\s*-\s+(?=[^:]*$)/.exec(before);
  if (item && isYaml) {
    const owner = parentsOf(text, block, start, indent + 1);
    return { ...valueRange(text, start + item[0].length, offset), kind: 'value', path: [...owner, 0] };
  }
  const word = /["']?[^\s"'{},:=]*$/.exec(before)!;
  if (!/^\s*[{,]?\s*$/.test(before.slice(0, word.index))) return undefined;
  const end = offset + /^[^\s"':=,]*["']?/.exec(text.slice(offset, block.contentEnd))![0].length;
  return { kind: 'key', path: parents, start: start + word.index, end, inFlow: block.language === 'json' };
}

// Inside `[a, b` the item under the cursor, else everything to the end of the line.
function valueRange(text: string, from: number, offset: number): Pick<Place, 'start' | 'end' | 'inFlow'> {
  const before = text.slice(from, offset);
  const rest = /^[^\r\n]*/.exec(text.slice(offset))![0];
  const bracket = /^\[(?:.*,)?\s*/.exec(before);
  if (bracket)
    return {
      start: from + bracket[0].length,
      end: offset + /^[^,\]]*/.exec(rest)![0].trimEnd().length,
      inFlow: true,
    };
  return { start: from, end: offset + rest.replace(/\s+#.*$/, '').trimEnd().length, inFlow: false };
}

// The keys of the lines above that are indented less and less: those a line at `indent` stands under.
function parentsOf(
  text: string,
  block: FrontMatterBlock,
  start: number,
  indent: number,
): (string | number)[] {
  const path: (string | number)[] = [];
  let limit = indent;
  for (let at = start; at > block.contentStart && limit > 0; ) {
    at = lineStart(text, at - 1);
    const entry = KEY.exec(/^[^\r\n]*/.exec(text.slice(at, start))![0]);
    if (!entry || entry[1]!.length >= limit) continue;
    const own = entry[1]!.length;
    if (entry[2] !== '') path.unshift(0);
    if (own + entry[2]!.length < limit) path.unshift(entry[3] ?? entry[4] ?? entry[5] ?? '');
    limit = own;
  }
  return path;
}

function keys(doc: Document, block: FrontMatterBlock, place: Place): FrontMatterCompletion[] {
  const taken = new Set(
    (doc.frontMatterData?.entries ?? [])
      .filter(
        e => e.path.length === place.path.length + 1 && place.path.every((step, i) => e.path[i] === step),
      )
      .map(e => String(e.path[e.path.length - 1])),
  );
  const schema = doc.frontMatterSchema;
  const known: [string, string | Localized][] =
    schema !== undefined
      ? [...schemaFacts(schema, place.path).properties]
      : place.path.length === 0
        ? Object.entries(REPORT_SCHEMA).map(([key, own]) => [key, own.description])
        : [];
  const typed = doc.text.slice(place.start, place.end);
  return known
    .filter(([key]) => !taken.has(key) || key === typed)
    .map(([label, description]) => ({
      kind: 'key',
      label,
      ...(description === '' ? {} : { description }),
      edit: { start: place.start, end: place.end, text: keyText(doc, block, place, label) },
    }));
}

// The key with its colon, unless that stands there already.
function keyText(doc: Document, block: FrontMatterBlock, place: Place, key: string): string {
  const line = entryLine(block.language, key, block.language === 'yaml' ? '' : ' ').trimEnd();
  const follows = /^\s*[:=]/.test(doc.text.slice(place.end, place.end + 4));
  return follows ? line.replace(/\s*[:=]$/, '') : `${line} `;
}

function values(
  doc: Document,
  block: FrontMatterBlock,
  place: Place,
  { today, fileDate, seen }: CompletionSources,
): FrontMatterCompletion[] {
  const name = String(place.path.findLast(step => typeof step === 'string') ?? '');
  const facts = factsFor(doc, place);
  const found: FrontMatterCompletion[] = [];
  const told = new Set<string>();
  const add = (kind: FrontMatterCompletion['kind'], value: string | number | boolean): void => {
    const label = String(value);
    if (told.has(label)) return;
    told.add(label);
    const isDate = kind === 'date' && block.language !== 'json';
    const text = isDate ? label : scalarIn(block.language, value, place.inFlow);
    found.push({ kind, label, edit: { start: place.start, end: place.end, text } });
  };
  for (const value of facts.values) add('value', value);
  if (isKeyOf('date', name, doc.expectations.keys) || facts.format === 'date' || facts.format === 'date-time')
    for (const date of [today, fileDate]) if (date) add('date', date);
  if (isKeyOf('boolean', name) && facts.values.length === 0)
    for (const value of [true, false]) add('value', value);
  const there = new Set(
    (doc.frontMatterData?.nodes ?? []).filter(n => n.path[0] === place.path[0]).map(n => n.value),
  );
  for (const value of seen?.get(name) ?? []) if (!there.has(value)) add('seen', value);
  return found;
}

function factsFor(doc: Document, { path, inFlow }: Place): Pick<SchemaFacts, 'values' | 'format'> {
  const schema = doc.frontMatterSchema;
  if (schema === undefined) {
    const key = String(path[0] ?? '');
    const own = path.length === 1 && Object.hasOwn(REPORT_SCHEMA, key) ? REPORT_SCHEMA[key] : undefined;
    return { values: own?.examples ?? [] };
  }
  const facts = schemaFacts(schema, inFlow ? [...path, 0] : path);
  return facts.values.length > 0 || inFlow ? facts : schemaFacts(schema, path);
}

/** The words under keys that hold lists or names, for completion elsewhere: tags, categories, authors, sources. */
export function valuesOf(doc: Document): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const node of doc.frontMatterData?.nodes ?? []) {
    const name = node.path[0];
    if (typeof name !== 'string' || typeof node.value !== 'string' || node.path.length > 2) continue;
    const isWord =
      isKeyOf('list', name) || isKeyOf('person', name, doc.expectations.keys) || name === 'source';
    if (!isWord || node.value === '' || node.value.length > 60) continue;
    let words = found.get(name);
    if (!words) {
      words = new Set();
      found.set(name, words);
    }
    words.add(node.value);
  }
  return new Map([...found].map(([name, words]) => [name, [...words]]));
}
