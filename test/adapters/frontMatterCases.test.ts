// The table of hand-written front matter: findings, spans and repairs under all front-matter rules that are on, and
// that every repair leaves a block that parses and differs from the old data only where it was mended.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { decode } from '../../server/src/adapters/decode.ts';
import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import { schemaChecker } from '../../server/src/adapters/schema.ts';
import {
  applyEdits,
  createLinter,
  createSourceText,
  type Document,
  type Finding,
  type Repair,
  RULES,
} from '../../server/src/core/index.ts';
import { parseMarks } from '../support/fixtures.ts';
import { repairedSpan } from '../support/lint.ts';

const FILE = path.resolve(import.meta.dirname, '../fixtures/front-matter/cases.txt');
const linter = createLinter({
  rules: RULES.filter(rule => rule.meta.id.startsWith('front-matter/')),
  ports: { frontMatter: frontMatterReader, schema: schemaChecker },
});

const SIGNS: Readonly<Record<string, string>> = {
  '⏎': '\n',
  '⇥': '\t',
  '␣': '\u3000',
  '⍽': '\u00a0',
  '⌁': '\ufeff',
  '∅': '',
};

interface Case {
  readonly section: string;
  readonly line: number;
  readonly name: string;
  readonly marked: string;
}

const cases = readCases();

describe('front matter written by hand', () => {
  it('has at least 300 cases', () => assert.ok(cases.length >= 300, `${cases.length}`));
  for (const example of cases)
    it(`${example.section}: ${example.name} (line ${example.line})`, async () => {
      await check(example.marked);
      await check(example.marked.replaceAll('\n', '\r\n'));
    });
});

async function check(marked: string): Promise<void> {
  const { text, expected } = parseMarks(marked, 'front-matter/none');
  const withMark = await decode(new TextEncoder().encode(`\ufeff${text}`), {});
  assert.equal(withMark.text, text, 'a byte order mark is no part of the text');
  const { doc, findings, faults } = linter.lint(createSourceText('case', 'markdown', text));
  assert.deepEqual(faults, []);
  const show = (start: number, end: number, id: string): string =>
    `${id.replace('front-matter/', '')} ${start}–${end} ${JSON.stringify(text.slice(start, end))}`;
  assert.deepEqual(
    findings.map(f => show(f.start, f.end, f.ruleId)),
    [...expected].sort((a, b) => a.start - b.start).map(e => show(e.start, e.end, e.ruleId)),
  );
  for (const [index, finding] of findings.entries()) {
    const wanted = [...expected].sort((a, b) => a.start - b.start)[index]!;
    const repairs = linter.repairs(doc, finding);
    assert.deepEqual(
      repairs.map(r => ({ safety: r.safety, text: repairedSpan(text, finding, r) })),
      wanted.repairs,
    );
    for (const repair of repairs) keepsTheRest(doc, finding, repair, findings.length === 1);
  }
}

// A repair may not break the block, and no value outside its edits may change.
function keepsTheRest(doc: Document, finding: Finding, repair: Repair, isAlone: boolean): void {
  const text = applyEdits(doc.text, repair.edits);
  const { doc: after, findings } = linter.lint(createSourceText('case', 'markdown', text));
  if (!isAlone) return;
  assert.deepEqual(after.frontMatterData?.errors, [], 'the block parses');
  assert.ok(!findings.some(f => f.ruleId === finding.ruleId), 'the finding is gone');
  const before = new Map(doc.frontMatterData?.nodes.map(n => [JSON.stringify(n.path), n]));
  const isTouched = (span: { start: number; end: number }): boolean =>
    repair.edits.some(e => e.start <= span.end && span.start <= e.end);
  for (const node of after.frontMatterData?.nodes ?? []) {
    const old = before.get(JSON.stringify(node.path));
    if (old && old.style !== 'empty' && !isTouched(old.valueSpan) && !(old.key && isTouched(old.key)))
      assert.deepEqual(node.value, old.value);
  }
  if (finding.ruleId === 'front-matter/silent-loss' && repair.titleId === 'quote') {
    const value = after.frontMatterData!.nodes.find(n => n.valueSpan.start === finding.start)?.value;
    const reading = after.generatorReading;
    if (finding.messageId !== 'key') assert.equal(value, doc.text.slice(finding.start, finding.end));
    assert.ok(!reading || reading.ok || after.frontMatter?.language === 'json');
  }
}

function readCases(): Case[] {
  const found: Case[] = [];
  let section = '';
  let frame = '%';
  for (const [index, line] of readFileSync(FILE, 'utf8').split('\n').entries()) {
    if (line.startsWith('## ')) section = line.slice(3);
    else if (line.startsWith('frame: ')) frame = line.slice(7);
    else if (section !== '' && line !== '') {
      const marked = frame
        .replace('%', () => line)
        .replace(/[⏎⇥␣⍽⌁∅]/g, sign => SIGNS[sign]!)
        .replace(/\|([a-z-]+)(?=[→⇢⟧])/g, '|front-matter/$1');
      found.push({ section, line: index + 1, name: line.slice(0, 60), marked });
    }
  }
  return found;
}
