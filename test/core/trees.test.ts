// Repairs leave the structure of a page alone, as real parsers see it (mdast-util-from-markdown, parse5): samples,
// fixtures, and text damaged at random.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse } from 'parse5';
import {
  createDocument,
  createSourceText,
  detectFormat,
  type Format,
  fixAll,
  type Linter,
  RULES,
  type Safety,
} from '../../server/src/core/index.ts';
import { readFixtures } from '../support/fixtures.ts';
import { linterOf } from '../support/lint.ts';
import { newsReports } from '../support/news.ts';
import { cases, createRandom, SEED } from '../support/random.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RUNS = cases(60);

/** Rules whose repair is a change of structure: headings are made, credits and copies go, marks change their line. */
const RESHAPING = new Set(
  'boilerplate duplicate-paragraph fake-heading heading-order leftover-markup'
    .split(' ')
    .map(name => `structure/${name}`)
    .concat('punctuation/misplaced'),
);
const rulesOf = (groups: RegExp, safety: Safety): string[] =>
  RULES.map(({ meta }) => meta)
    .filter(({ id, fix }) => groups.test(id) && (safety === 'unsafe' || fix === 'safe') && !RESHAPING.has(id))
    .map(({ id }) => id);
const GROUPS = /^(?:structure|punctuation|spacing|script|number)\//;
const linters: Readonly<Record<Safety, Linter>> = {
  safe: linterOf(rulesOf(GROUPS, 'safe')),
  unsafe: linterOf(rulesOf(GROUPS, 'unsafe')),
};

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly children?: readonly Node[];
}
type Shape = readonly [name: string, ...children: Shape[]];

/** Names alone, without text; neighbouring paragraphs and neighbouring texts count as one, for they may be joined. */
function shapeOf(name: string, children: readonly Shape[]): Shape {
  const kept: Shape[] = [];
  for (const child of children) {
    const last = kept.at(-1);
    if (last && last[0] === child[0] && MERGED.has(child[0]))
      kept[kept.length - 1] = shapeOf(child[0], [...last.slice(1), ...child.slice(1)] as Shape[]);
    else kept.push(child);
  }
  return [name, ...kept];
}
const MERGED = new Set([
  'text',
  'paragraph',
  'p',
  '#text',
  'div',
  'section',
  'br',
  'blockquote',
  'span',
  'html of paragraphs',
]);

function markdownShape(node: Node): Shape {
  const { type, depth, value, children = [] } = node;
  if (type === 'html' && /^\s*<(?:p|br|div|section)[\s/>]/i.test(value ?? '')) return ['html of paragraphs'];
  if (isPageNumber(node)) return ['paragraph'];
  return shapeOf(depth === undefined ? type : `${type} ${depth}`, children.map(markdownShape));
}

// “- 7 -” at the foot of a page, which Markdown takes for an item of its own list.
function isPageNumber({ type, value = '', children = [] }: Node): boolean {
  if (type === 'text') return /^\d+(?:\s*-)?$/.test(value);
  return /^(?:list|listItem|paragraph)$/.test(type) && children.length === 1 && isPageNumber(children[0]!);
}

interface Element {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly Element[];
}
const htmlShape = ({ nodeName, childNodes = [] }: Element): Shape =>
  shapeOf(
    nodeName,
    childNodes
      .filter(({ nodeName: name, value = '' }) => name !== '#text' || value.trim() !== '')
      .filter(({ nodeName: name }) => name !== 'br')
      .map(htmlShape),
  );

function treeOf(text: string, format: Format): Shape {
  const { doc } = createDocument(createSourceText('tree', format, text));
  const body = text.slice(doc.frontMatter?.end ?? 0);
  return format === 'html' ? htmlShape(parse(body) as Element) : markdownShape(fromMarkdown(body) as Node);
}

const parseErrors = (text: string): number => {
  let count = 0;
  parse(text, { onParseError: () => count++ });
  return count;
};

function check(text: string, format: Format, why: string): void {
  for (const safety of ['safe', 'unsafe'] as const) {
    const { text: fixed, faults } = fixAll(linters[safety], createSourceText('tree', format, text), {
      safety,
    });
    assert.deepEqual(faults, [], why);
    assert.deepEqual(treeOf(fixed, format), treeOf(text, format), `${why}, ${safety}:\n${fixed}`);
    if (format === 'html') assert.ok(parseErrors(fixed) <= parseErrors(text), `${why}, ${safety}: ${fixed}`);
  }
}

describe('repairs leave the parsed tree alone', () => {
  const folders = ['examples/reports', 'test/fixtures/documents', 'test/fixtures/documents/unbroken'];
  for (const folder of folders)
    for (const name of readdirSync(path.join(ROOT, folder))) {
      if (!/\.(?:md|html)$/.test(name)) continue;
      const text = readFileSync(path.join(ROOT, folder, name), 'utf8').replace(/^\ufeff/, '');
      it(name, () => check(text, detectFormat(name, text), name));
    }

  for (const { ruleId, cases } of readFixtures()) {
    if (!GROUPS.test(ruleId) || RESHAPING.has(ruleId)) continue;
    it(`fixtures of ${ruleId}`, () => {
      for (const { why, text, format } of cases)
        if (format !== 'text') check(text, format, `${ruleId}: ${why}`);
    });
  }

  it('of news with random damage', () => {
    const random = createRandom(SEED);
    for (const { name, text } of newsReports(RUNS, SEED, { length: 600 })) {
      const format = detectFormat(name, text);
      if (format === 'text') continue;
      check(damaged(text, format, random), format, name);
    }
  });
});

/** Breaks, tags and marks where scraped pages have them: inside the sentences of paragraphs. */
function damaged(text: string, format: Format, random: () => number): string {
  const inside =
    format === 'html'
      ? ['</p><p>', '</p>\n<p class="a">', '<br>', '<br/><br/>', ' ', '\u00a0', '\u200b', '\n']
      : ['\n\n', '\n', ' ', '\u00a0', '\u200b', '\n\n— 3 —\n\n'];
  const lines = text.split('\n');
  return lines
    .map(line => {
      if (line.length < 60 || /^(?:#|---|\w+:)/.test(line)) return line;
      let result = line;
      for (let n = Math.floor(random() * 4); n > 0; n--) {
        const at = 10 + Math.floor(random() * (result.length - 20));
        // Not inside a tag, and not where two parsers may read a new construct: beside ASCII.
        if (/[\x20-\x7e\n]/.test(result.slice(at - 3, at + 3))) continue;
        const what = inside[Math.floor(random() * inside.length)]!;
        result = result.slice(0, at) + what + result.slice(at);
      }
      return result.replace(/，/g, () => (random() < 0.1 ? ',' : '，'));
    })
    .join('\n');
}
