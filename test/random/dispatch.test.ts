// Optimised dispatch visits what the obvious loop visits, on random rules and random text.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createDispatch, naiveHits } from '../../server/src/core/engine/dispatch.ts';
import type { ActiveRule } from '../../server/src/core/engine/settings.ts';
import { createDocument, createSourceText, defineRule } from '../../server/src/core/index.ts';
import type { CharClass } from '../../server/src/core/text/charClass.ts';
import { cases, fc } from '../support/random.ts';

const none = { en: '', 'zh-CN': '', 'zh-TW': '' };
const activeRule = (
  chars: string,
  classes: readonly CharClass[],
  regions: number,
  n: number,
): ActiveRule => ({
  rule: defineRule({
    meta: { id: `number/rule-${n}`, level: 'info', fix: 'none', regions, summary: none, messages: {} },
    trigger: { on: 'char', chars, classes, check() {} },
  }),
  level: 'info',
  isDefaultLevel: true,
  options: {},
});

const texts = fc
  .array(
    fc.constantFrom(
      ...[
        '水',
        '库',
        '，',
        ',',
        '1',
        '２',
        'a',
        ' ',
        '\n',
        '\n\n',
        '# ',
        '`',
        '<b>',
        '&amp;',
        '𠮷',
        '\ud800',
        '。',
      ],
      ...['---\ntitle: 水\n---\n', '| a | b |\n|-|-|\n', 'http://a.b/c', '\u200b', '〔', '$x$', '> '],
    ),
    { maxLength: 80 },
  )
  .map(parts => parts.join(''));
const rules = fc.array(
  fc.tuple(
    fc.string({ unit: fc.constantFrom(...'水库，,1２a 。\ud842〔<&'), maxLength: 4 }),
    fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 3 }),
    fc.integer({ min: 0, max: 0x7fff }),
  ),
  { maxLength: 45 },
);

it('visits what the naive loop visits', () => {
  fc.assert(
    fc.property(texts, rules, fc.constantFrom('markdown', 'html', 'text'), (text, made, format) => {
      const active = made.map(([chars, classes, regions], n) =>
        activeRule(chars, classes as CharClass[], regions, n),
      );
      const dispatch = createDispatch(active);
      const source = createSourceText('t', format as 'text', text);
      const { doc, hits } = createDocument(source, {}, {}, dispatch.wake);
      const kindAt = (at: number): number => doc.regions.kindAt(at);
      const visited: [string, number][] = [];
      dispatch.run(text, hits, (rule, at) => visited.push([rule.active.rule.meta.id, at]));
      const expected = [...naiveHits(text, kindAt, active)].map(([rule, at]) => [rule.rule.meta.id, at]);
      assert.deepEqual(visited, expected);
    }),
    { numRuns: cases(400) },
  );
});
