// How many folded marks punctuation/halfwidth finds. Every ，：；？！（） of clean text is folded to ASCII, as a filter on a
// web page does; each folded mark should be a finding with the lost mark as its repair. `false` counts findings at
// places where nothing was folded:
//   node --import tsx test/bench/width.ts [--missed N] [FOLDER…]
// Without folders the text is made up by test/support/news.ts, whole and cut into paragraphs, in both scripts.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Converter } from 'opencc-js';
import { createSourceText, detectFormat } from '../../server/src/core/index.ts';
import { Regions } from '../../server/src/core/scan/regionKind.ts';
import { linterOf } from '../support/lint.ts';
import { newsReports } from '../support/news.ts';

interface Text {
  readonly name: string;
  readonly text: string;
}

const WIDE = '，：；？！（）';
const NARROW = ',:;?!()';
const { values, positionals } = parseArgs({
  options: { missed: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const linter = linterOf(['punctuation/halfwidth']);

console.log('| text | documents | folded | found | recall | false |');
console.log('|---|--:|--:|--:|--:|--:|');
if (positionals.length > 0)
  for (const folder of positionals) measure(path.relative('', folder), read(folder));
else {
  const toTaiwan = Converter({ from: 'cn', to: 'twp' });
  for (const [script, convert] of [
    ['simplified', (text: string): string => text],
    ['traditional', toTaiwan],
  ] as const) {
    const reports = newsReports(300, 5, { convert });
    measure(`${script}, whole reports`, reports);
    const paragraphs = reports.flatMap(({ name, text }) =>
      text
        .split(/\n+/)
        .flatMap((part, i) => (part.length < 60 ? [] : [{ name: `${i}-${name}`, text: part }])),
    );
    measure(`${script}, single paragraphs`, paragraphs);
  }
}

function read(folder: string): Text[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:txt|md|html)$/.test(name))
    .sort()
    .map(name => ({ name, text: readFileSync(path.join(folder, name), 'utf8').replace(/^\uFEFF/, '') }));
}

function measure(title: string, texts: readonly Text[]): void {
  const tally = { folded: 0, found: 0, wrong: 0 };
  const missed: string[] = [];
  for (const { name, text } of texts) {
    const format = detectFormat(name, text);
    const { regions } = linter.lint(createSourceText(name, format, text)).doc;
    const isProse = (at: number): boolean => (Regions.prose & (1 << regions.kindAt(at))) !== 0;
    let damaged = '';
    const lost = new Set<number>();
    for (let i = 0; i < text.length; i++) {
      const kind = WIDE.indexOf(text[i]!);
      if (kind >= 0 && isProse(i)) lost.add(i);
      damaged += kind >= 0 && lost.has(i) ? NARROW[kind] : text[i];
    }
    const { findings } = linter.lint(createSourceText(name, format, damaged));
    const covered = new Set<number>();
    for (const { start, end } of findings) {
      let hit = false;
      for (let i = start; i < end; i++)
        if (lost.has(i)) {
          covered.add(i);
          hit = true;
        }
      if (!hit) tally.wrong++;
    }
    tally.folded += lost.size;
    tally.found += covered.size;
    for (const at of lost)
      if (!covered.has(at) && missed.length < Number(values.missed))
        missed.push(
          `${name}: ${damaged.slice(at - 20, at)}⟦${damaged[at]}⟧${damaged.slice(at + 1, at + 20)}`,
        );
  }
  const recall = ((100 * tally.found) / Math.max(1, tally.folded)).toFixed(2);
  console.log(
    `| ${title} | ${texts.length} | ${tally.folded} | ${tally.found} | ${recall} % | ${tally.wrong} |`,
  );
  for (const line of missed) console.log(line.replaceAll('\n', '⏎'));
}
