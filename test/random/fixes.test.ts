// Random mutations of the sample corpus (and of the reports in REPORTS): safe fixes settle, touch nothing outside the
// spans they report, and linting never throws.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  automaticRepair,
  createSourceText,
  detectFormat,
  type Finding,
  fixAll,
  groupOf,
  type TextEdit,
} from '../../server/src/core/index.ts';
import { recommended } from '../support/lint.ts';
import { mutate } from '../support/mutate.ts';
import { cases, createRandom, SEED } from '../support/random.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RUNS = cases(300);

/** A folder of further reports, from the environment. */
const MORE = process.env.REPORTS;
const files = [path.join(ROOT, 'examples/reports'), ...(MORE ? [MORE] : [])].flatMap(folder =>
  readdirSync(folder)
    .filter(file => /\.(md|txt|html)$/.test(file))
    .map(file => ({
      name: file,
      text: readFileSync(path.join(folder, file), 'utf8').replace(/^\ufeff/, ''),
    })),
);
const linter = recommended();

describe('random mutations', () => {
  it('safe fixes settle and stay inside the spans they report', () => {
    const random = createRandom(SEED);
    for (let run = 0; run < RUNS; run++) {
      const file = files[Math.floor(random() * files.length)]!;
      const text =
        run < files.length
          ? files[run]!.text
          : mutate(file.text, files[Math.floor(random() * files.length)]!.text, random);
      const name = run < files.length ? files[run]!.name : file.name;
      const source = createSourceText(name, detectFormat(name, text), text);
      const where = `${name}, run ${run}`;
      const { doc, findings, faults } = linter.lint(source);
      assert.deepEqual(faults, [], where);
      for (const finding of findings) {
        const repair = automaticRepair(linter.repairs(doc, finding), 'safe');
        for (const edit of repair?.edits ?? []) {
          const { start, end } = reach(finding, findings);
          assert.ok(
            (start <= edit.start && edit.end <= end) || isLineBreak(finding, text, edit),
            `${where}: ${finding.ruleId} at ${finding.start}–${finding.end} edits ${edit.start}–${edit.end}`,
          );
        }
      }
      const once = fixAll(linter, source, { safety: 'safe' });
      assert.deepEqual(once.faults, [], where);
      const twice = fixAll(linter, createSourceText(name, source.format, once.text), { safety: 'safe' });
      assert.equal(twice.text, once.text, where);
    }
  });
});

// Of mixed line breaks one finding speaks for the file; its repair writes a line break for a line break.
const isLineBreak = ({ ruleId }: Finding, text: string, edit: TextEdit): boolean =>
  ruleId === 'structure/mixed-newline' &&
  /^(?:\r\n?|\n)$/.test(text.slice(edit.start, edit.end)) &&
  /^(?:\r\n?|\n)$/.test(edit.text);

// A finding with those of its group that touch it: the debris of one shift is reported in two parts, mended in one.
function reach(finding: Finding, findings: readonly Finding[]): { start: number; end: number } {
  let { start, end } = finding;
  for (const other of findings) {
    if (groupOf(other.ruleId) !== groupOf(finding.ruleId) || other.end < start || other.start > end) continue;
    start = Math.min(start, other.start);
    end = Math.max(end, other.end);
  }
  return { start, end };
}
