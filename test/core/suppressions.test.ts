// Suppression comments: what each verb silences, and what is left unused.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linterOf, lintText } from '../support/lint.ts';

const linter = linterOf([
  'punctuation/repeated',
  'spacing/trailing',
  'suppression/unused',
  'suppression/unknown-rule',
]);
const findings = (text: string): string[] =>
  lintText(linter, text).findings.map(f => `${f.ruleId}@${lineOf(text, f.start)}`);
const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

describe('suppression comments', () => {
  it('disable-next-line reaches the next line that is not blank', () => {
    assert.deepEqual(
      findings('<!-- corpus-lint-disable-next-line punctuation/repeated -->\n\n甲，，乙\n\n丙，，丁\n'),
      ['punctuation/repeated@5'],
    );
  });
  it('disable-line silences its own line', () => {
    assert.deepEqual(findings('甲，，乙 <!-- corpus-lint-disable-line -->\n\n丙，，丁\n'), [
      'punctuation/repeated@3',
    ]);
  });
  it('disable reaches to enable', () => {
    assert.deepEqual(
      findings(
        '<!-- corpus-lint-disable punctuation/* -->\n\n甲，，乙\n\n<!-- corpus-lint-enable punctuation/* -->\n\n丙，，丁\n',
      ),
      ['punctuation/repeated@7'],
    );
  });
  it('disable-file silences also what stands before it', () => {
    assert.deepEqual(
      findings('甲，，乙\n\n<!-- corpus-lint-disable-file punctuation/repeated -- 样例 -->\n'),
      [],
    );
  });
  it('names several rules, separated by commas of any width', () => {
    assert.deepEqual(
      findings('<!-- corpus-lint-disable-next-line punctuation/repeated，spacing/trailing -->\n甲，，乙 \n'),
      [],
    );
  });
  it('says which name is unused and which is unknown', () => {
    const text = '<!-- corpus-lint-disable-next-line spacing/trailing, punctuation/reapeted -->\n甲乙\n';
    const { findings: found } = lintText(linter, text);
    assert.deepEqual(
      found.map(f => [f.ruleId, text.slice(f.start, f.end), f.level]),
      [
        ['suppression/unused', 'spacing/trailing', 'info'],
        ['suppression/unknown-rule', 'punctuation/reapeted', 'info'],
      ],
    );
  });
  it('says nothing about a rule that does not run', () => {
    assert.deepEqual(findings('<!-- corpus-lint-disable-next-line script/invisible -->\n甲乙\n'), []);
  });
  it('takes no effect in plain text, which has no comments', () => {
    const { findings: found } = lintText(linter, '<!-- corpus-lint-disable -->\n甲，，乙\n', 'text');
    assert.ok(found.some(f => f.ruleId === 'punctuation/repeated'));
  });
  it('handles many directives and findings in linear time', () => {
    const text = '<!-- corpus-lint-disable-next-line punctuation/repeated -->\n甲，，乙\n\n'.repeat(3000);
    assert.deepEqual(findings(text), []);
  });
});
