// The engine's promises, shown with rules made for the purpose.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createLinter,
  createSourceText,
  DEFAULT_SETTINGS,
  defineRule,
  fixAll,
  type Localized,
  Regions,
  type Rule,
  type RuleId,
  type Settings,
} from '../../server/src/core/index.ts';

const say = (text: string): Localized => ({ en: text, 'zh-CN': text, 'zh-TW': text });

interface ToyOptions {
  readonly find: string;
  readonly repairs?: readonly string[];
  readonly safety?: 'safe' | 'unsafe';
  readonly level?: 'error' | 'warning' | 'info' | 'off';
  readonly regions?: number;
}

function toy(
  id: RuleId,
  { find, repairs = [], safety = 'safe', level = 'warning', regions = Regions.all }: ToyOptions,
): Rule {
  return defineRule({
    meta: {
      id,
      level,
      fix: safety,
      regions,
      anyLanguage: true,
      summary: say('toy'),
      messages: { found: say('found'), fix: say('fix') },
    },
    trigger: {
      on: 'document',
      check({ text, report }) {
        for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + find.length)) {
          report({ start: at, end: at + find.length, messageId: 'found' });
        }
      },
    },
    fix: (_, { start, end }) =>
      repairs.map(text => ({ titleId: 'fix', edits: [{ start, end, text }], safety })),
  });
}

const crash = defineRule({
  meta: {
    id: 'number/crash',
    level: 'warning',
    fix: 'none',
    regions: Regions.all,
    summary: say('toy'),
    messages: {},
  },
  trigger: {
    on: 'char',
    chars: '水',
    check() {
      throw new Error('boom');
    },
  },
});

const source = (text: string) => createSourceText('toy', 'markdown', text);
const linterOf = (rules: readonly Rule[], settings: Partial<Settings> = {}) =>
  createLinter({ rules, settings: { ...DEFAULT_SETTINGS, ...settings } });

describe('engine', () => {
  it('reports a rule that crashes and runs the others', () => {
    const { findings, faults } = linterOf([crash, toy('script/x', { find: '库' })]).lint(source('水库水'));
    assert.deepEqual(
      findings.map(f => f.ruleId),
      ['script/x'],
    );
    assert.equal(faults.length, 1);
    assert.equal(faults[0]!.ruleId, 'number/crash');
    assert.match(faults[0]!.message, /boom/);
  });

  it('reports a rule whose repair crashes and applies the others', () => {
    const broken: Rule = {
      ...toy('script/x', { find: '水' }),
      fix() {
        throw new Error('boom');
      },
    };
    const linter = linterOf([broken, toy('spacing/x', { find: '库', repairs: ['厍'] })]);
    const { text, faults } = fixAll(linter, source('水库水'), { safety: 'safe' });
    assert.equal(text, '水厍水');
    assert.deepEqual(
      faults.map(fault => fault.ruleId),
      ['script/x'],
    );
    const { doc, findings } = linter.lint(source('水库水'));
    assert.deepEqual(linter.repairs(doc, findings[0]!), []);
  });

  it('drops findings inside and across a span that encoding claims', () => {
    const rules = [
      toy('encoding/x', { find: '谂e行' }),
      toy('script/x', { find: '谂' }),
      toy('number/x', { find: '?谂' }),
      toy('spacing/x', { find: '海' }),
    ];
    const { findings } = linterOf(rules).lint(source('海?谂e行。海'));
    assert.deepEqual(
      findings.map(f => `${f.ruleId}@${f.start}`),
      ['spacing/x@0', 'encoding/x@2', 'spacing/x@6'],
    );
  });

  it('gives the group of higher precedence the first word and relints between groups', () => {
    const rules = [
      toy('spacing/x', { find: 'ab', repairs: ['X'] }),
      toy('script/x', { find: 'a', repairs: ['c'] }),
    ];
    assert.equal(fixAll(linterOf(rules), source('ab'), { safety: 'safe' }).text, 'cb');
  });

  it('never applies one of several candidates, and unsafe repairs only when asked', () => {
    const several = linterOf([toy('script/x', { find: 'a', repairs: ['b', 'c'], safety: 'unsafe' })]);
    assert.equal(fixAll(several, source('a'), { safety: 'unsafe' }).text, 'a');
    const single = linterOf([toy('script/x', { find: 'a', repairs: ['b'], safety: 'unsafe' })]);
    assert.equal(fixAll(single, source('a'), { safety: 'safe' }).text, 'a');
    assert.equal(fixAll(single, source('a'), { safety: 'unsafe' }).text, 'b');
  });

  it('reports fixes that do not settle', () => {
    const swap = linterOf([
      toy('script/x', { find: 'a', repairs: ['b'] }),
      toy('number/x', { find: 'b', repairs: ['a'] }),
    ]);
    const { faults } = fixAll(swap, source('a'), { safety: 'safe' });
    assert.match(faults[0]!.message, /did not settle/);
  });

  it('holds a rule to its regions, for findings and for edits', () => {
    const prose = linterOf([toy('script/x', { find: '水', regions: Regions.prose, repairs: ['氵'] })]);
    const { findings } = prose.lint(source('水 `水` <b title="水">水</b> [水](#水)'));
    assert.deepEqual(
      findings.map(f => f.start),
      [0, 19, 26],
    );
    const straying = defineRule({
      ...toy('script/y', { find: '水', regions: Regions.prose }),
      fix: () => [{ titleId: 'fix', edits: [{ start: 2, end: 5, text: '' }], safety: 'safe' }],
    });
    const linter = linterOf([straying]);
    const result = linter.lint(source('水 `a`'));
    assert.deepEqual(linter.repairs(result.doc, result.findings[0]!), []);
  });

  it('sets levels by preset, group and id, the last one winning', () => {
    const rules = [toy('script/x', { find: 'a' }), toy('script/y', { find: 'a', level: 'off' })];
    const levels = (settings: Partial<Settings>) =>
      linterOf(rules, settings)
        .lint(source('a'))
        .findings.map(f => `${f.ruleId} ${f.level}`);
    assert.deepEqual(levels({}), ['script/x warning']);
    assert.deepEqual(levels({ preset: 'all' }), ['script/x warning', 'script/y info']);
    assert.deepEqual(levels({ preset: 'none' }), []);
    assert.deepEqual(levels({ rules: { 'script/*': { level: 'error' }, 'script/x': { level: 'info' } } }), [
      'script/x info',
      'script/y error',
    ]);
  });

  it('silences what a comment names, to the end it names', () => {
    const linter = linterOf([toy('script/x', { find: '水' }), toy('number/x', { find: '水' })]);
    const at = (text: string) => linter.lint(source(text)).findings.map(f => `${f.ruleId}@${f.start}`);
    assert.deepEqual(at('<!-- corpus-lint-disable-next-line script/x -- why -->\n水\n水').length, 3);
    assert.deepEqual(at('<!-- corpus-lint-disable-file -->\n水\n水'), []);
    assert.deepEqual(at('水\n<!-- corpus-lint-disable -->\n水\n<!-- corpus-lint-enable -->\n').length, 2);
  });

  it('makes rules of the terms of the configuration', () => {
    const linter = linterOf([], {
      terms: [
        { name: 'metro', match: '地下铁', replacement: '地铁' },
        { name: 'year', match: '/\\d{4} 年/' },
      ],
    });
    const { doc, findings } = linter.lint(source('2021 年坐地下铁'));
    assert.deepEqual(
      findings.map(f => f.ruleId),
      ['terms/year', 'terms/metro'],
    );
    assert.equal(linter.repairs(doc, findings[1]!)[0]!.edits[0]!.text, '地铁');
  });
});
