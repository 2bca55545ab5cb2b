// Counts the findings of punctuation/* and spacing/* on a folder of text, to be read one by one:
//   node --import tsx test/bench/punctuation.ts [--rules punctuation/*,spacing/dash] [--show N] FOLDER…
// --show prints up to N findings of each rule, chosen evenly; without it only the counts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import { createLinter, createSourceText, detectFormat, names, RULES } from '../../server/src/core/index.ts';

const { values, positionals } = parseArgs({
  options: {
    rules: { type: 'string', default: 'punctuation/*,spacing/*' },
    show: { type: 'string', default: '0' },
  },
  allowPositionals: true,
});
const wanted = values.rules.split(',');
const chosen = RULES.filter(rule => wanted.some(pattern => names(pattern, rule)));
const linter = createLinter({
  settings: {
    preset: 'none',
    rules: Object.fromEntries(chosen.map(rule => [rule.meta.id, { level: 'warning' as const }])),
    expectations: {},
    terms: [],
  },
  ports: { frontMatter: frontMatterReader },
});

const files = positionals.flatMap(folder =>
  statSync(folder).isFile()
    ? [folder]
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => /\.(?:txt|md|html?)$/.test(name))
        .map(name => path.join(folder, name)),
);
const shown = new Map<string, string[]>(chosen.map(rule => [rule.meta.id, []]));
let han = 0;
let milliseconds = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const source = createSourceText(file, detectFormat(file, text), text);
  const start = performance.now();
  const { doc, findings, faults } = linter.lint(source);
  milliseconds += performance.now() - start;
  han += doc.counts.han;
  for (const fault of faults) console.log(`fault ${file}: ${fault.message}`);
  for (const finding of findings) {
    const { line, column } = source.lines.locate(finding.start);
    const visible = (from: number, to: number): string =>
      text.slice(Math.max(0, from), to).replace(/\n/g, '⏎').replace(/\r/g, '␍').replace(/\t/g, '⇥');
    const repair = linter.repairs(doc, finding)[0];
    const mended = repair?.edits.map(e => `${visible(e.start, e.end)}→${e.text}`).join(' ') ?? '';
    shown
      .get(finding.ruleId)!
      .push(
        `${path.basename(path.dirname(file))}/${path.basename(file)}:${line}:${column} ${visible(finding.start - 24, finding.start)}⟦${visible(finding.start, finding.end)}⟧${visible(finding.end, finding.end + 24)}  ${repair?.safety ?? ''} ${mended}`,
      );
  }
}
console.log(`${files.length} files, ${han} Han, ${Math.round(milliseconds)} ms`);
for (const [id, lines] of shown) {
  console.log(
    `${id}: ${lines.length} (${((lines.length * 1e5) / Math.max(1, han)).toFixed(2)} per 100,000 Han)`,
  );
  const step = Math.max(1, lines.length / Number(values.show));
  if (Number(values.show) > 0)
    for (let i = 0; i < lines.length; i += step) console.log(`  ${lines[Math.floor(i)]}`);
}
