// What a schema costs: a block of 200 keys against a schema of 300 properties, prepared once. Target: under 2 ms.
//   node --import tsx test/bench/frontMatter.ts
import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import { schemaChecker } from '../../server/src/adapters/schema.ts';
import { createLinter, createSourceText, RULES } from '../../server/src/core/index.ts';

const KEYS = 200;
const PROPERTIES = 300;
const RUNS = 60;

const TYPES = [
  { type: 'string', minLength: 1 },
  { type: 'integer', minimum: 0 },
  { enum: ['monthly', 'yearly'] },
  { type: 'array', items: { type: 'string' } },
  { anyOf: [{ type: 'string' }, { type: 'object' }] },
];
const VALUES = ['水库月报', '12', 'monthly', '[水库, 灌溉]', '市水务局'];
const properties = Object.fromEntries(
  Array.from({ length: PROPERTIES }, (_, i) => [
    `key${i}`,
    { ...TYPES[i % TYPES.length], description: `第 ${i} 项` },
  ]),
);
const schema = { type: 'object', properties, required: ['key0', 'key1'], additionalProperties: false };
const lines = Array.from({ length: KEYS }, (_, i) => `key${i}: ${VALUES[i % VALUES.length]}`);
const source = createSourceText('bench.md', 'markdown', `---\n${lines.join('\n')}\n---\n\n正文。\n`);
const rules = RULES.filter(rule => rule.meta.id.startsWith('front-matter/'));
const ports = { frontMatter: frontMatterReader, schema: schemaChecker };
const settings = { preset: 'recommended', rules: {}, terms: [] } as const;
const withSchema = createLinter({
  rules,
  ports,
  settings: { ...settings, expectations: { frontMatterSchema: schema } },
});
const without = createLinter({ rules, ports, settings: { ...settings, expectations: {} } });

function median(run: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return times.slice(RUNS / 3).sort((a, b) => a - b)[RUNS / 3]!;
}

const value = frontMatterReader.read(source.text, withSchema.lint(source).doc.frontMatter!).value;
const all = median(() => withSchema.lint(source));
const plain = median(() => without.lint(source));
const check = median(() => schemaChecker.check(schema, value));
console.log(
  `front matter of ${KEYS} keys: lint ${plain.toFixed(2)} ms, with a schema of ${PROPERTIES} properties ${all.toFixed(2)} ms`,
);
console.log(`validation alone ${check.toFixed(2)} ms (target: under 2 ms)`);
