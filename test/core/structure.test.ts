// What the rules on the shape of a report promise beyond their fixtures: clean text of every shape stays as it is,
// broken text comes back whole, and repairs leave the parsed structure alone.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse, serialize } from 'parse5';
import {
  applyEdits,
  type Collected,
  collectCorpus,
  concludeCorpus,
  createDocument,
  createSourceText,
  detectFormat,
  type Format,
  fixAll,
  gapsOf,
  joinAllEdits,
  RULES,
  statisticsOf,
} from '../../server/src/core/index.ts';
import { linterOf } from '../support/lint.ts';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/documents');
const files = (folder: string): [name: string, text: string][] =>
  readdirSync(path.join(FOLDER, folder))
    .filter(name => /\.(?:txt|md|html)$/.test(name))
    .map(name => [name, readFileSync(path.join(FOLDER, folder, name), 'utf8')]);
const docOf = (text: string, format: Format = 'text') =>
  createDocument(createSourceText('test', format, text)).doc;
const fixedBy = (rules: readonly string[], text: string, format: Format): string =>
  fixAll(linterOf(rules), createSourceText('test', format, text), { safety: 'safe' }).text;

describe('text that is whole stays whole', () => {
  for (const [name, text] of [...files('unbroken'), ...files('prose')]) {
    it(name, () => {
      const doc = docOf(text, detectFormat(name, text));
      assert.deepEqual(
        doc.share(gapsOf).map(gap => text.slice(gap.start - 10, gap.end + 10)),
        [],
      );
    });
  }
});

const MARKS = '，。、；：！？）》」”';

/** Cuts a paragraph every `width` characters, never before a mark. */
function cut(paragraph: string, width: number, inside: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = width; at < paragraph.length; at = from + width) {
    let to = at;
    while (to < paragraph.length && MARKS.includes(paragraph[to]!)) to++;
    // A column ends inside a sentence; at its end nobody could tell.
    while (inside.length > 1 && to < paragraph.length && '。！？；：”'.includes(paragraph[to - 1]!)) to++;
    if (to >= paragraph.length - 4) break;
    pieces.push(paragraph.slice(from, to));
    from = to;
  }
  return [...pieces, paragraph.slice(from)].join(inside);
}

describe('broken paragraphs are joined again', () => {
  for (const [name, text] of files('prose')) {
    const paragraphs = text.trim().split('\n');
    for (const [shape, width, inside, apart] of [
      ['newspaper columns', 64, '\n\n', '\n\n'],
      ['PDF lines', 26, '\n', '\n\n'],
      ['a terminal', 39, '\n', '\n\n'],
      ['a terminal with CRLF', 39, '\r\n', '\r\n\r\n'],
    ] as const) {
      it(`${shape}: ${name}`, () => {
        const broken = `${paragraphs.map(p => cut(p, width, inside)).join(apart)}${apart[0]}`;
        const joined = applyEdits(broken, joinAllEdits(docOf(broken)));
        const whole = new Set(joined.split(/[\r\n]+/));
        const lost = paragraphs.filter(p => !whole.has(p));
        assert.ok(lost.length <= paragraphs.length * 0.1, lost.join('\n'));
      });
    }
  }
});

type Tree = { type: string; value?: string; depth?: number; children?: Tree[] };
const shapeOf = ({ type, value, depth, children }: Tree): unknown => ({
  type,
  ...(value === undefined ? {} : { value: value.replace(/\s+/g, ' ') }),
  ...(depth === undefined ? {} : { depth }),
  ...(children ? { children: children.map(shapeOf) } : {}),
});

describe('repairs leave the structure alone', () => {
  const [, prose] = files('prose')[0]!;
  const [first, second, third] = prose.trim().split('\n') as [string, string, string];
  const clean = `# 工作报告\n\n${first}\n\n## 数字\n\n- 第一项\n- 第二项，说明较长，分成两个分句\n\n> ${second}\n\n| 馆 | 册 |\n| - | - |\n| 东 | 3 |\n\n\`\`\`\n代码\n\n\n\n不动\n\`\`\`\n\n${third} [链接](a.md) **加粗** <b>标签</b>。\n`;

  it('Markdown: a broken document is repaired to the tree of the whole one', () => {
    const broken = clean
      .replace(first, cut(first, 60, '\n\n'))
      .replace(second, cut(second, 60, '\n> '))
      .replace(third, cut(third, 60, '\n\n'));
    assert.notEqual(broken, clean);
    const { doc } = createDocument(createSourceText('test', 'markdown', broken));
    const joined = applyEdits(broken, joinAllEdits(doc));
    assert.deepEqual(shapeOf(fromMarkdown(joined) as Tree), shapeOf(fromMarkdown(clean) as Tree));
  });

  for (const [name, text] of [...files('.'), ...files('unbroken')]) {
    const format = detectFormat(name, text);
    it(`${name}: safe repairs of blank lines and line breaks`, () => {
      const rules = ['structure/excess-blank-lines', 'structure/mixed-newline'];
      const fixed = fixedBy(rules, text, format);
      if (format === 'html') assert.equal(serialize(parse(fixed)).trim(), serialize(parse(text)).trim());
      else assert.deepEqual(shapeOf(fromMarkdown(fixed) as Tree), shapeOf(fromMarkdown(text) as Tree));
      assert.equal(fixedBy(rules, fixed, format), fixed);
    });
  }

  it('HTML: headings made of bold paragraphs are the only difference', () => {
    const page =
      '<div><p>引言。</p><p><strong>供水</strong></p><p>新建泵站两座，改造管网三十公里。</p></div>';
    const linter = linterOf(['structure/fake-heading']);
    const { text } = fixAll(linter, createSourceText('test', 'html', page), { safety: 'unsafe' });
    assert.equal(
      serialize(parse(text)),
      serialize(parse(page.replace(/<p><strong>(.*?)<\/strong><\/p>/, '<h1>$1</h1>'))),
    );
  });
});

describe('documents that say the same', () => {
  it('are found in any order, the later name is the copy', () => {
    const linter = linterOf(['structure/duplicate-document']);
    const [[, a], [, b]] = files('prose') as [[string, string], [string, string]];
    const texts: Record<string, string> = { 'c.txt': `${a}\n又及。`, 'a.txt': a, 'b.txt': b };
    for (const names of [Object.keys(texts), Object.keys(texts).reverse()]) {
      const collected = new Map<string, Collected>();
      for (const name of names) {
        const result = linter.lint(createSourceText(name, 'text', texts[name]!));
        collected.set(name, collectCorpus(linter, result, [])!);
      }
      const { findings, faults } = concludeCorpus(RULES, collected);
      assert.deepEqual(faults, []);
      assert.deepEqual([...findings.keys()], ['c.txt']);
    }
  });
});

describe('statistics', () => {
  it('count a broken paragraph as what it was', () => {
    const [, text] = files('prose')[0]!;
    const broken = text
      .trim()
      .split('\n')
      .map(p => cut(p, 26, '\n'))
      .join('\n\n');
    const { damage: _, ...whole } = statisticsOf(docOf(text));
    const { damage: __, ...again } = statisticsOf(docOf(broken));
    assert.deepEqual(again, whole);
    assert.equal(whole.paragraphs, 10);
    assert.equal(whole.script, 'simplified');
    assert.equal(whole.width, 'full');
  });

  it('tell folded from half-width text', () => {
    const folded = '水库,大坝,闸门(新);堤防,河道,渠道:灌区,泵站,涵洞,桥梁。'.repeat(2) + '、'.repeat(10);
    assert.equal(statisticsOf(docOf(folded)).width, 'folded');
    assert.equal(statisticsOf(docOf('')).width, 'unknown');
  });

  it('count sentences, words, numbers and headings', () => {
    const s = statisticsOf(docOf('# 水库\n\n今年巡查400次。隐患3处？“没有了！”他说。\n', 'markdown'));
    assert.deepEqual([s.sentences, s.numbers, s.headings, s.paragraphs], [4, 2, 1, 1]);
  });
});
