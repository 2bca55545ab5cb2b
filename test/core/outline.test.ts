// Outlines of whole documents: test/fixtures/documents/<name>.{txt,md,html} against <name>.outline, one heading a line.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import {
  createDocument,
  createSourceText,
  type Document,
  detectFormat,
  type OutlineNode,
  outlineOf,
} from '../../server/src/core/index.ts';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/documents');

const read = (name: string, text: string): Document =>
  createDocument(createSourceText(name, detectFormat(name, text), text), { frontMatter: frontMatterReader })
    .doc;

const lines = (nodes: readonly OutlineNode[], depth = 0): string =>
  nodes
    .map(n => `${'  '.repeat(depth)}${n.kind} ${n.level} ${n.name}\n${lines(n.children, depth + 1)}`)
    .join('');

describe('outlines of whole documents', () => {
  for (const name of readdirSync(FOLDER).filter(file => /\.(?:txt|md|html)$/.test(file))) {
    const text = readFileSync(path.join(FOLDER, name), 'utf8');
    const expected = readFileSync(path.join(FOLDER, name.replace(/\.\w+$/, '.outline')), 'utf8');
    it(name, () => assert.equal(lines(outlineOf(read(name, text))), expected));
    it(`${name} with CRLF`, () => {
      const windows = text.replaceAll('\n', '\r\n');
      assert.equal(lines(outlineOf(read(name, windows))), expected);
    });
    it(`ranges of ${name} are nested and hold their selections`, () =>
      check(outlineOf(read(name, text)), 0, text.length));
  }

  it('keeps captions, bylines, lists of names and dialogue out', () => {
    for (const text of [
      '志愿者在大坝上巡查。 王小川 摄\n\n今年入汛以来，管理处每天巡查大坝，及时排除隐患。\n',
      '参加验收的单位有：\n\n市水务局 市交通局\n\n县图书馆 县档案馆\n',
      '“这座桥修了多久？”\n\n“整整两年。”\n\n老石匠说完就走了，再没有回头。\n',
    ])
      assert.equal(lines(outlineOf(read('a.txt', text))), '');
  });

  it('of an empty text is empty', () => assert.deepEqual(outlineOf(read('a.md', '')), []));
});

function check(nodes: readonly OutlineNode[], start: number, end: number): void {
  let from = start;
  for (const node of nodes) {
    assert.ok(node.range.start >= from && node.range.end <= end, node.name);
    assert.ok(node.range.start <= node.selection.start && node.selection.end <= node.range.end, node.name);
    check(node.children, node.range.start, node.range.end);
    from = node.range.end;
  }
}
