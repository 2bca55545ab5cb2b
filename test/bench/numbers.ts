// node --import tsx test/bench/numbers.ts [file …]: what the quantity lexer and each number rule cost.
import { readFileSync } from 'node:fs';
import {
  createDocument,
  createLinter,
  createSourceText,
  lexQuantities,
  RULES,
} from '../../server/src/core/index.ts';

const PROSE =
  '2021年6月26日，市图书馆新馆开放，藏书37.5万册，座位2,350席，全年接待读者125600人次，同比增长8.3%。一期工程长12.5公里，种树三千五百株。';
const files = process.argv.slice(2);
const prose = files.length > 0 ? files.map(file => readFileSync(file, 'utf8')).join('\n') : PROSE;

/** Processor time of one run in milliseconds, the best of a few. */
function cost(run: () => void, rounds = 5): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const flat = (text: string): string => Buffer.from(text).toString();
const row = (name: string, ms: number, units: number): void =>
  console.log(
    `${name.padEnd(34)} ${ms.toFixed(1).padStart(9)} ms ${((ms * 1e6) / units).toFixed(1).padStart(8)} ns/unit`,
  );

const text = flat(prose.repeat(Math.max(1, Math.ceil(1_000_000 / prose.length))));
const source = (content: string): ReturnType<typeof createSourceText> =>
  createSourceText('bench', 'text', content);
const lint = (rules: readonly string[], content: string): void => {
  createLinter({
    settings: {
      preset: 'none',
      rules: Object.fromEntries(rules.map(id => [id, { level: 'warning' as const }])),
      expectations: {},
      terms: [],
    },
  }).lint(source(content));
};

console.log(`prose, ${text.length} units`);
row(
  'read and scan',
  cost(() => void createDocument(source(text))),
  text.length,
);
const base = cost(() => lint([], text));
row('lint without rules', base, text.length);
for (const { meta } of RULES) {
  if (meta.id.startsWith('number/')) row(meta.id, cost(() => lint([meta.id], text)) - base, text.length);
}
row('number/*', cost(() => lint(['number/*'], text)) - base, text.length);

console.log('adversarial, 10 million units: lexer alone');
for (const part of ['1,', '1.', '1-', '1:', '一百', '1起', '1 ', '9', '一']) {
  const long = flat(part.repeat(10_000_000 / part.length));
  const { doc } = createDocument(source(long));
  row(
    JSON.stringify(part),
    cost(() => void lexQuantities({ ...doc, share: compute => compute(doc) }), 1),
    long.length,
  );
}
