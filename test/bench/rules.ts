// What each rule costs: the time of a linter with that rule alone, less the time of a linter with none.
//   npx tsx test/bench/rules.ts [reports]
import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import { createLinter, createSourceText, detectFormat, RULES } from '../../server/src/core/index.ts';
import { reportText } from './corpus.ts';

const count = Number(process.argv[2] ?? 120);
const sources = Array.from({ length: count }, (_, i) => {
  const { name, text } = reportText(i);
  return createSourceText(name, detectFormat(name, text), text);
});
const units = sources.reduce((sum, s) => sum + s.text.length, 0);

/** Nanoseconds of processor time per UTF-16 code unit with these rules alone: the best of two, warm. */
function cost(only: readonly string[]): number {
  const linter = createLinter({
    settings: { preset: 'recommended', rules: {}, expectations: {}, terms: [], only },
    ports: { frontMatter: frontMatterReader },
  });
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage();
    for (const source of sources) linter.lint(source);
    if (round > 0) best = Math.min(best, process.cpuUsage(start).user);
  }
  return (best * 1e3) / units;
}

const defaults = RULES.filter(rule => rule.meta.level !== 'off').map(rule => rule.meta.id);
const sets = [[], defaults, ...RULES.map(({ meta }) => [meta.id])];
// Three times over, since what is shared gets faster for as long as the process runs: the best of all rounds counts.
const best = sets.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < 3; round++)
  for (const [index, only] of sets.entries()) best[index] = Math.min(best[index]!, cost(only));
const [none, all, ...alone] = best;
const rows = RULES.map(({ meta }, index) => [meta.id, alone[index]! - none!] as const);
rows.sort((a, b) => b[1] - a[1]);
console.log(`${none!.toFixed(1).padStart(8)} ns/unit  the engine alone`);
console.log(`${all!.toFixed(1).padStart(8)} ns/unit  all default rules`);
for (const [id, nanoseconds] of rows) console.log(`${nanoseconds.toFixed(1).padStart(8)} ns/unit  ${id}`);
