// The fast reader of simple blocks answers what the YAML parser answers, to the last span, or leaves the block to it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSimpleYaml } from '../../server/src/adapters/frontMatterSimple.ts';
import { readYaml } from '../../server/src/adapters/frontMatterYaml.ts';
import { cases, fc } from '../support/random.ts';

const RUNS = cases(20_000);

const words = fc.constantFrom(
  ...[
    'title',
    'date',
    'tags',
    '标题',
    'a-b',
    '_x',
    'null',
    'True',
    '__proto__',
    'toString',
    'on',
    'x y',
    '12',
  ],
);
const scalar = fc.oneof(
  fc.constantFrom(
    ...[
      '市立图书馆',
      '水庫的水位',
      '2024-03-05',
      '2024-3-5',
      '2024-03-05 10:00',
      '2024-03-05T10:00:00Z',
      '12',
    ],
    ...['007', '1.50', '0x1f', '0o17', '1e3', '1_000', '-1', '.5', '5.', '+3', 'true', 'True', 'FALSE', 'no'],
    ...[
      'null',
      'Null',
      '~',
      'yes',
      'a: b',
      'a:b',
      'a:',
      'a #b',
      'a#b',
      '# c',
      '',
      '"双引号"',
      "'单'",
      '"a\\nb"',
    ],
    ...["'it''s'", '"a" b', '"a" # c', '"a"#c', '"', "'", '&a x', '*a', '!t x', '|', '>', '%x', '@x', '`x`'],
    ...[
      '[a, b]',
      '[ a , "b" ] # c',
      '[]',
      '[ ]',
      '[a,]',
      '[a, [b]]',
      '[a: b]',
      '["a, b", c]',
      '[a]x',
      '[a]#',
    ],
    ...[
      '{a: b}',
      '- x',
      '-x',
      '? x',
      ': x',
      'x - y',
      'x, y',
      'x]',
      '《书》',
      '（一）',
      'https://a.example/?b=c',
    ],
    ...[
      '\u3000全角',
      '尾\u3000',
      '尾\u00a0',
      '𠮷野',
      '12345678901234567890',
      'inf',
      '.inf',
      'face',
      'e',
      '...',
      '<<',
    ],
    ...[
      '[12, 1.5, true, null]',
      "['a', 'b']",
      '[-a]',
      '[a #b]',
      '[a, #b]',
      '["a" , b]',
      '["a"b]',
      '“引”',
      '\ttab',
    ],
  ),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'ab市1: #-,"\'[]{}.&'), maxLength: 8 }),
);
const plainScalar = fc.constantFrom(
  ...[
    '市立图书馆',
    '水庫的水位',
    '2024-03-05',
    '12',
    '1.5',
    'true',
    'Bus 12',
    '"双引号"',
    "'单'",
    '《书》',
    'a:b',
  ],
  ...['a, b', '2024-03-05 10:00', '尾\u3000', 'x - y', '𠮷野', '007', '"a, b"', "'a: b'"],
);
const spaces = fc.constantFrom('', ' ', ' ', ' ', '  ');
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(words, spaces, scalar, spaces).map(([k, s, v, e]) => `${k}:${s}${v}${e}`),
  },
  { weight: 2, arbitrary: words.map(key => `${key}:`) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('', '  ', '  ', '  ', '    '), spaces, scalar)
      .map(([i, s, v]) => `${i}-${s}${v}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '', '# 注', '  # 注', '---', '...', '  more', '   ', 'text', '- x: y'),
  },
);
const list = fc
  .tuple(words, fc.constantFrom('', '  '), fc.array(scalar, { minLength: 1, maxLength: 4 }))
  .map(([key, indent, items]) => [`${key}:`, ...items.map(item => `${indent}- ${item}`)]);
const block = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: line.map(l => [l]) }, { weight: 1, arbitrary: list }), {
      maxLength: 6,
    }),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.boolean(),
  )
  .map(([lines, eol, last]) => lines.flat().join(eol) + (last ? eol : ''));
/** Mostly simple, every key another. */
const tame = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: plainScalar }, { weight: 1, arbitrary: scalar }), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.array(fc.constantFrom('line', 'line', 'list', 'list0', 'flow', 'gap', 'comment', 'empty'), {
      minLength: 6,
      maxLength: 6,
    }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([values, shapes, eol]) =>
    values
      .map((value, i) => {
        const key = `k${i}`;
        const next = values[(i + 1) % values.length]!;
        switch (shapes[i]) {
          case 'list':
            return `${key}:${eol}  - ${value}${eol}  - ${next}`;
          case 'list0':
            return `${key}:${eol}- ${value}`;
          case 'flow':
            return `${key}: [${value}, ${next}]`;
          case 'gap':
            return `${eol}${key}:  ${value} ${eol}`;
          case 'comment':
            return `# ${value}${eol}${key}: ${value} # ${next}`;
          case 'empty':
            return `${key}:`;
          default:
            return `${key}: ${value}`;
        }
      })
      .join(eol),
  );

describe('simple front matter', () => {
  it('reads as the YAML parser reads it', () => {
    let fast = 0;
    fc.assert(
      fc.property(fc.oneof(block, tame), fc.nat(20), (source, offset) => {
        const simple = readSimpleYaml(source, offset);
        if (!simple) return;
        fast++;
        assert.deepEqual(simple, readYaml(source, offset));
      }),
      { numRuns: RUNS },
    );
    assert.ok(fast > RUNS / 20, `only ${fast} of ${RUNS} blocks were simple`);
  });

  it('reads what reports usually begin with', () => {
    const source = [
      'title: 市立图书馆的新书架',
      'date: 2024-03-05',
      'updated: 2024-03-05 10:00:00',
      'author: "城市部"',
      "lang: 'zh-CN'",
      'draft: false # 已核',
      'weight: 12',
      'url: https://library.example/2024/03',
      'tags: [图书馆, 城市]',
      'categories:',
      '  - 公共服务',
      '  - 阅读',
      'summary:',
      '',
    ].join('\n');
    assert.deepEqual(readSimpleYaml(source, 4), readYaml(source, 4));
    assert.ok(readSimpleYaml(source, 4));
  });
});
