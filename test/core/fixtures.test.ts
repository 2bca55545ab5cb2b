// Every rule against its fixture: spans, levels, repairs, and that safe fixes settle.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSourceText, fixAll, RULES } from '../../server/src/core/index.ts';
import { type FixtureCase, readFixtures } from '../support/fixtures.ts';
import { linterOf, repairedSpan } from '../support/lint.ts';

const only = process.env.RULE;

for (const fixture of readFixtures()) {
  if (only && !fixture.ruleId.startsWith(only)) continue;
  describe(fixture.ruleId, () => {
    for (const example of fixture.cases)
      it(`${example.why} (line ${example.line})`, () => run(fixture.ruleId, example));
  });
}

function run(ruleId: string, example: FixtureCase): void {
  const rules = [...new Set([ruleId, ...example.with, ...example.expected.map(e => e.ruleId)])];
  const linter = linterOf(rules, example.options, example.expectations);
  const source = createSourceText('fixture', example.format, example.text);
  const { doc, findings, faults } = linter.lint(source);
  assert.deepEqual(faults, []);
  const show = (start: number, end: number): string =>
    `${start}–${end} ${JSON.stringify(example.text.slice(start, end))}`;
  assert.deepEqual(
    findings.map(f => `${f.ruleId} ${show(f.start, f.end)}`),
    [...example.expected]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(e => `${e.ruleId} ${show(e.start, e.end)}`),
  );
  for (const expected of example.expected) {
    const finding = findings.find(
      f => f.start === expected.start && f.end === expected.end && f.ruleId === expected.ruleId,
    )!;
    if (expected.level) assert.equal(finding.level, expected.level, 'level');
    const repairs = linter.repairs(doc, finding);
    assert.deepEqual(
      repairs.map(r => ({ safety: r.safety, text: repairedSpan(example.text, finding, r) })),
      expected.repairs,
      `repairs of ${show(finding.start, finding.end)}`,
    );
    assert.ok(RULES.some(r => r.meta.id === expected.ruleId));
  }
  const once = fixAll(linter, source, { safety: 'safe' });
  assert.deepEqual(once.faults, [], 'safe fixes settle');
  assert.equal(
    fixAll(linter, createSourceText('fixture', example.format, once.text), { safety: 'safe' }).text,
    once.text,
    'fixing twice equals fixing once',
  );
}
