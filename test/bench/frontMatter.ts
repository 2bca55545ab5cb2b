// What a schema costs: a block of 200 keys against a schema of 300 properties, prepared once. Target: under 2 ms.
//   node --import tsx test/bench/frontMatter.ts
import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import { schemaChecker } from '../../server/src/adapters/schema.ts';
import { createLinter, createSourceText, RULES } from '../../server/src/core/index.ts';

const KEYS = 200;
const PROPERTIES = 300;
const RUNS = 150;

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

const time = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const median = (times: readonly number[]): string =>
  [...times].sort((a, b) => a - b)[times.length >> 1]!.toFixed(2);

// Taken in turns, so that warming up and a busy machine weigh on both alike.
const plain: number[] = [];
const added: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const bare = time(() => without.lint(source));
  const full = time(() => withSchema.lint(source));
  if (run < RUNS / 3) continue;
  plain.push(bare);
  added.push(full - bare);
}
console.log(`front matter of ${KEYS} keys: lint ${median(plain)} ms`);
console.log(`a schema of ${PROPERTIES} properties adds ${median(added)} ms (target: under 2 ms)`);
