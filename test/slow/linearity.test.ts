// Work is linear: four times the text may cost at most about four times the steps. Steps are counted, not timed:
// every way the core reads a string passes through a counter while the count is on.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSourceText, type Format } from '../../server/src/core/index.ts';
import { recommended } from '../support/lint.ts';

const ADVERSARIAL: Readonly<Record<string, (n: number) => string>> = {
  'clean prose': n => '水库今年蓄水三千万立方米，比去年多两成。'.repeat(n / 20),
  'one line of half-width commas': n => '水,'.repeat(n / 2),
  'grouped digits': n => '1,'.repeat(n / 2),
  'dotted digits': n => '1.'.repeat(n / 2),
  'Han numerals': n => '一百'.repeat(n / 2),
  'Han ones': n => '一'.repeat(n),
  digits: n => '9'.repeat(n),
  'spaced digits': n => '1 '.repeat(n / 2),
  times: n => '1:'.repeat(n / 2),
  fractions: n => '1/'.repeat(n / 2),
  ranges: n => '1-'.repeat(n / 2),
  'full-width groups': n => '１，'.repeat(n / 2),
  'open document numbers': n => '〔1'.repeat(n / 2),
  counts: n => '1起'.repeat(n / 2),
  'ten thousands': n => '1万'.repeat(n / 2),
  'opening brackets': n => '（'.repeat(n),
  'opening square brackets': n => '['.repeat(n),
  'opening angle brackets': n => '<a '.repeat(n / 3),
  'unclosed comments': n => '<!--'.repeat(n / 4),
  'dollar signs': n => '$a'.repeat(n / 2),
  backticks: n => '`a``b'.repeat(n / 5),
  ampersands: n => '&amp'.repeat(n / 4),
  asterisks: n => '*a'.repeat(n / 2),
  'slashes and dots': n => 'a/.'.repeat(n / 3),
  'quotation marks': n => '“水'.repeat(n / 2),
  'straight quotes': n => '"水'.repeat(n / 2),
  'blank lines': n => '\n'.repeat(n),
  'short lines': n => '水库\n\n'.repeat(n / 4),
  'broken sentences': n => '水库今年的蓄水\n\n'.repeat(n / 9),
  'words that meet': n => '他們討論著書籍，聯系各方。'.repeat(n / 13),
  glosses: n => '區(qū)'.repeat(n / 5),
  mojibake: n => '涓枃鎶ュ憡'.repeat(n / 5),
  'Latin-1 mojibake': n => 'ä¸­æ–‡'.repeat(n / 6),
  'replacement characters': n => '\ufffd水'.repeat(n / 2),
  'zero-width spaces': n => '\u200b'.repeat(n),
  dates: n => '2月30日'.repeat(n / 5),
  percentages: n => '下降896%'.repeat(n / 6),
  'key lines': n => `---\n${'标题: 水\n'.repeat(n / 6)}`,
  'list markers': n => '- 水\n'.repeat(n / 4),
  headings: n => '# 水\n'.repeat(n / 4),
  'suppression comments': n => '<!-- corpus-lint-disable-next-line -->\n水,\n'.repeat(n / 42),
};

let steps = 0;
const counted = <T extends (...args: never[]) => unknown>(
  original: T,
  cost: (self: string, args: Parameters<T>) => number,
): T =>
  function (this: string, ...args: Parameters<T>) {
    steps += cost(this, args);
    return original.apply(this, args);
  } as unknown as T;

function withCounters<T>(run: () => T): T {
  const prototype = String.prototype as unknown as Record<string, (...args: never[]) => unknown>;
  const saved: Record<string, (...args: never[]) => unknown> = {};
  const one = (): number => 1;
  // What a search may cost at worst: the rest of the string. What a copy costs: its length.
  const costs: Record<string, (self: string, args: unknown[]) => number> = {
    charCodeAt: one,
    codePointAt: one,
    charAt: one,
    at: one,
    startsWith: one,
    endsWith: one,
    slice: (self, [from = 0, to = self.length]) =>
      1 + Math.max(0, Math.min(Number(to), self.length) - Number(from)) / 8,
    substring: (self, [from = 0, to = self.length]) => 1 + Math.abs(Number(to) - Number(from)) / 8,
    split: self => self.length,
    replace: self => self.length,
    match: self => self.length,
    search: self => self.length,
    trim: self => 1 + self.length / 8,
  };
  for (const [name, cost] of Object.entries(costs)) {
    saved[name] = prototype[name]!;
    prototype[name] = counted(prototype[name]!, cost as never);
  }
  for (const name of ['indexOf', 'includes'] as const) {
    const original = String.prototype[name] as (
      this: string,
      search: string,
      from?: number,
    ) => number | boolean;
    saved[name] = original as never;
    prototype[name] = function (this: string, search: string, from = 0) {
      const found = saved.indexOf
        ? ((saved.indexOf as unknown as typeof String.prototype.indexOf).call(this, search, from) as number)
        : -1;
      steps += 1 + ((found < 0 ? this.length : found) - from) / 8;
      return name === 'indexOf' ? found : found >= 0;
    } as never;
  }
  const exec = RegExp.prototype.exec;
  const test = RegExp.prototype.test;
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    steps += 1 + ((match ? match.index + match[0].length : this.sticky ? from : text.length) - from) / 4;
    return match;
  };
  RegExp.prototype.test = function (text: string) {
    steps += 1 + text.length / 4;
    return test.call(this, text);
  };
  try {
    return run();
  } finally {
    Object.assign(String.prototype, saved);
    RegExp.prototype.exec = exec;
    RegExp.prototype.test = test;
  }
}

describe('work grows in proportion to the text', () => {
  const linter = recommended();
  const SIZE = 6_000;
  for (const format of ['markdown', 'text'] as const satisfies readonly Format[]) {
    for (const [name, make] of Object.entries(ADVERSARIAL)) {
      it(`${name} (${format})`, () => {
        const cost = (n: number): number => {
          const source = createSourceText('adversarial', format, make(n));
          steps = 0;
          withCounters(() => linter.lint(source));
          return steps;
        };
        cost(SIZE);
        const small = cost(SIZE);
        const large = cost(SIZE * 4);
        assert.ok(
          large <= small * 4.6 + 30_000,
          `${small} steps for ${SIZE} characters, ${large} for ${SIZE * 4}`,
        );
      });
    }
  }
});
