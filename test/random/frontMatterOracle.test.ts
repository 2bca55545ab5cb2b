// gray-matter itself as the oracle: what our fenced reader says it returns is what it returns, and the rules written
// for js-yaml 3 read every plain scalar as it does. And no program in front matter ever runs.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import matter from 'gray-matter';
import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import { jsYaml3 } from '../../server/src/core/frontMatter/yamlProfiles.ts';
import { findFrontMatter, RULES, showValue } from '../../server/src/core/index.ts';
import { linterOf, lintText } from '../support/lint.ts';
import { cases, fc } from '../support/random.ts';

const BLOCKS = cases(5000);

const key = fc.constantFrom('title', 'date', 'tags', 'n', '标题', 'k1', 'k2', 'k3', '"q k"', 'a-b', 'c_d');
const number = fc.stringMatching(/^[-+]?[0-9][0-9_]{0,5}([.:][0-9]{0,3}){0,2}(e[-+]?[0-9]{1,2})?$/);
const plain = fc.oneof(
  number,
  fc.constantFrom(
    '010',
    '08',
    '12:30',
    '1_000',
    'yes',
    'No',
    'on',
    'true',
    'FALSE',
    '~',
    'null',
    'Null',
    '.inf',
  ),
  fc.constantFrom('0x1F', '0b11', '1e3', '-.INF', '.NaN', '2024-03-05', '2024-03-05 08:30:00', '2024-3-5'),
  fc.constantFrom(
    '2024-03-05T08:30:00Z',
    '2024-03-05 8:30:00 +08:00',
    '水库月报',
    '𠮷野',
    'a:b',
    'a#b',
    'v1.10',
    '',
  ),
);
const quotedText = fc.oneof(
  fc.constantFrom("'水库'", "'it''s'", '"甲\\n乙"', '"\\u4e00"', "'010'", '"# no comment"', "'a: b'"),
);
const comment = fc.constantFrom('', '', '', ' # 注释', '  #x');
const scalar = fc.tuple(fc.oneof(plain, quotedText), comment).map(([value, note]) => `${value}${note}`);
const flow = fc
  .array(fc.oneof(number, fc.constantFrom('水库', "'灌溉'", '010', 'yes')), { maxLength: 4 })
  .map(items => `[${items.join(', ')}]`);
const blockScalar = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>+'),
    fc.array(fc.constantFrom('一行', '---', '', 'a: b'), { minLength: 1 }),
  )
  .map(([head, lines]) => `${head}\n${['首行', ...lines].map(line => (line ? `  ${line}` : '')).join('\n')}`);
const sequence = fc
  .array(plain, { minLength: 1, maxLength: 3 })
  .map(items => `\n${items.map(i => `  - ${i}`).join('\n')}`);
const mapping = fc
  .array(plain, { minLength: 1, maxLength: 3 })
  .map(items => `\n${items.map((v, i) => `  s${i}: ${v}`).join('\n')}`);
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: flow },
  { weight: 1, arbitrary: blockScalar },
  { weight: 1, arbitrary: sequence },
  { weight: 1, arbitrary: mapping },
);
const block = fc
  .tuple(
    fc.uniqueArray(fc.tuple(key, value), { minLength: 1, maxLength: 8, selector: ([name]) => name }),
    fc.boolean(),
  )
  .map(([entries, crlf]) => {
    const text = `---\n${entries.map(([name, v]) => `${name}: ${v}`.trimEnd()).join('\n')}\n---\n\n正文。\n`;
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

describe('gray-matter as the oracle', () => {
  it(`says what gray-matter says of ${BLOCKS} blocks`, () => {
    let scalars = 0;
    fc.assert(
      fc.property(block, text => {
        let data: unknown;
        try {
          ({ data } = matter(text, {}));
        } catch {
          fc.pre(false);
        }
        const found = findFrontMatter(text);
        assert.ok(found);
        const reading = frontMatterReader.readAsGenerator(text, found);
        assert.deepEqual(reading, { ok: true, data });
        for (const node of frontMatterReader.read(text, found).nodes) {
          if (node.style !== 'plain') continue;
          const written = text.slice(node.valueSpan.start, node.valueSpan.end);
          assert.equal(
            jsYaml3(written),
            showValue(node.path.reduce((at: unknown, step) => (at as never)[step], data)),
          );
          scalars++;
        }
      }),
      { numRuns: BLOCKS },
    );
    assert.ok(scalars > BLOCKS, `${scalars} scalars`);
  });

  it('needs no Buffer', () => {
    const text = '---\ntitle: 水库\ncode: 010\n---\n';
    const found = findFrontMatter(text)!;
    const { Buffer } = globalThis;
    try {
      Reflect.deleteProperty(globalThis, 'Buffer');
      assert.deepEqual(frontMatterReader.readAsGenerator(text, found), {
        ok: true,
        data: { title: '水库', code: 8 },
      });
    } finally {
      globalThis.Buffer = Buffer;
    }
  });
});

describe('programs in front matter', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-'));
  const target = path.join(folder, 'ran');
  after(() => rmSync(folder, { recursive: true }));
  const payload = `(process.getBuiltinModule ?? (n => require(n)))('fs').writeFileSync(${JSON.stringify(target)}, 'x')`;

  it('would run if gray-matter were let', () => {
    matter(`---js\n${payload}\n---\n`, {});
    assert.ok(existsSync(target), 'the payload works');
    rmSync(target);
  });

  const names =
    'js JS Js javascript JavaScript JAVASCRIPT coffee Coffee coffeescript cson ts typescript mjs cjs jsx node';
  const fences = names.split(' ').flatMap(name => [`---${name}`, `--- ${name}`, `---\t${name} `]);
  const linter = linterOf(RULES.map(rule => rule.meta.id));
  for (const fence of fences)
    it(`never run after ${JSON.stringify(fence)}`, () => {
      const text = `${fence}\n${payload}\n---\n\n正文。\n`;
      const { findings, faults, doc } = lintText(linter, text);
      assert.deepEqual(faults, []);
      assert.ok(findings.some(f => f.ruleId === 'front-matter/executable'));
      assert.equal(doc.frontMatterData?.value, undefined);
      for (const language of ['yaml', 'json', 'toml', 'executable', 'unknown'] as const) {
        const forged = { ...doc.frontMatter!, language };
        frontMatterReader.read(text, forged);
        frontMatterReader.readAsGenerator(text, forged);
      }
      // A block whose text opens another one.
      const inner = {
        ...doc.frontMatter!,
        language: 'yaml' as const,
        contentStart: 0,
        contentEnd: text.length,
      };
      frontMatterReader.readAsGenerator(text, inner);
      assert.ok(!existsSync(target), 'a program in front matter ran');
    });

  it('never run for a function in YAML', () => {
    const text = `---\nf: !!js/function >\n  function () { ${payload} }\ng: !!js/undefined ''\n---\n`;
    const found = findFrontMatter(text)!;
    assert.equal(frontMatterReader.readAsGenerator(text, found).ok, false);
    assert.ok(!existsSync(target));
  });
});
