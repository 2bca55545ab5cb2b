// How many wrong characters the script rules find. In clean text, three of a hundred characters that have a partner in
// the other script are replaced by one at random, outside quotations; of those for which OpenCC's conversion of the
// damaged sentence would restore the original, it counts the ones that a finding covers, and as false what the rules
// say elsewhere. Text is held out by the hash of its name, so that words can be tuned on the other half:
//   node --import tsx test/bench/recall.ts [--simplified FOLDER] [--traditional FOLDER] [--missed]
// Without folders the text is made up by test/support/news.ts, whole and cut into paragraphs.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Converter } from 'opencc-js';
import { createSourceText, detectFormat, judgedScript, type Script } from '../../server/src/core/index.ts';
import { Regions } from '../../server/src/core/scan/regionKind.ts';
import { partnersIn } from '../../server/src/core/script/hanPairs.ts';
import { linterOf } from '../support/lint.ts';
import { newsReports } from '../support/news.ts';
import { createRandom } from '../support/random.ts';

interface Text {
  readonly name: string;
  readonly text: string;
}

const RATE = 0.03;
const { values } = parseArgs({
  options: {
    simplified: { type: 'string', multiple: true },
    traditional: { type: 'string', multiple: true },
    missed: { type: 'boolean' },
  },
});

const linter = linterOf(['script/mixed-han', 'script/wrong-conversion']);
const toTaiwan = Converter({ from: 'cn', to: 'tw' });
const madeUp = (script: Script, isCut: boolean): Text[] => {
  const convert = script === 'traditional' ? toTaiwan : (text: string): string => text;
  const reports = newsReports(isCut ? 150 : 300, 11, { convert });
  if (!isCut) return reports;
  return reports.flatMap(({ name, text }) =>
    text.split(/\n+/).flatMap((part, i) => (part.length < 60 ? [] : [{ name: `${i}-${name}`, text: part }])),
  );
};

console.log('| text | documents | replaced | found | recall | judged alone | mixed-han | false |');
console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
for (const script of ['simplified', 'traditional'] as const) {
  const folders = values[script];
  if (folders) measure(script, `${script}, held out`, folders.flatMap(heldOut));
  else {
    measure(script, `${script}, whole reports`, madeUp(script, false));
    measure(script, `${script}, single paragraphs`, madeUp(script, true));
  }
}

function heldOut(folder: string): Text[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:txt|md|html)$/.test(name) && hash(path.basename(name)) % 2 === 0)
    .sort()
    .map(name => ({ name, text: readFileSync(path.join(folder, name), 'utf8').replace(/^\uFEFF/, '') }));
}

function measure(script: Script, title: string, texts: readonly Text[]): void {
  const random = createRandom(7);
  const other = script === 'simplified' ? 'traditional' : 'simplified';
  const restore = script === 'simplified' ? Converter({ from: 't', to: 'cn' }) : toTaiwan;
  const tally = { total: 0, found: 0, judged: 0, mixed: 0, wrong: 0 };
  const examples: string[] = [];
  const missed = new Map<string, number>();
  for (const { name, text } of texts) {
    const format = detectFormat(name, text);
    const clean = linter.lint(createSourceText(name, format, text));
    const { regions } = clean.doc;
    const isProse = (at: number): boolean =>
      (Regions.prose & ~Regions.frontMatter & (1 << regions.kindAt(at))) !== 0 &&
      !clean.doc.isForeign(clean.doc.blockIndexAt(at));
    const quoted = [...text.matchAll(/[“「『《〈][^”」』》〉\n]{0,400}[”」』》〉]/g)].map(m => [
      m.index,
      m.index + m[0].length,
    ]);
    const units = text.split('');
    const replaced: number[] = [];
    for (let at = 0; at < units.length; at++) {
      const partners = partnersIn(other, units[at]!).filter(p => p !== units[at] && p.length === 1);
      if (partners.length === 0 || random() > RATE || !isProse(at)) continue;
      if (quoted.some(([from, to]) => from! <= at && at < to!)) continue;
      const partner = partners[Math.floor(random() * partners.length)]!;
      if (isRestored(text, at, partner, restore)) replaced.push(at);
      units[at] = partner;
    }
    const { doc, findings } = linter.lint(createSourceText(name, format, units.join('')));
    const isJudged = doc.share(judgedScript).script !== undefined;
    for (const at of replaced) {
      tally.total++;
      if (isJudged) tally.judged++;
      const hit = findings.find(finding => finding.start <= at && at < finding.end);
      if (hit) tally.found++;
      else {
        const key = `${text[at]}→${units[at]}${isJudged ? '' : ' (not judged)'}`;
        missed.set(key, (missed.get(key) ?? 0) + 1);
        if (isJudged)
          examples.push(
            `${text[at]} ${units
              .slice(at - 8, at + 8)
              .join('')
              .replace(/\n/g, '⏎')}`,
          );
      }
      if (hit?.ruleId === 'script/mixed-han') tally.mixed++;
    }
    tally.wrong += clean.findings.length;
  }
  const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`;
  console.log(
    `| ${title} | ${texts.length} | ${tally.total} | ${tally.found} | ${percent(tally.found, tally.total)} | ${percent(tally.found, tally.judged)} | ${percent(tally.mixed, tally.found)} | ${tally.wrong} |`,
  );
  if (values.missed) {
    const most = [...missed].sort((a, b) => b[1] - a[1]).slice(0, 60);
    console.log(examples.sort().slice(0, 200).join('\n'));
    console.log(most.map(([key, count]) => `${key} ${count}`).join(', '));
  }
}

function isRestored(text: string, at: number, partner: string, restore: (text: string) => string): boolean {
  let start = at;
  let end = at;
  while (start > 0 && !/[。！？\n]/.test(text[start - 1]!)) start--;
  while (end < text.length && !/[。！？\n]/.test(text[end]!)) end++;
  const sentence = text.slice(start, end);
  return restore(text.slice(start, at) + partner + text.slice(at + 1, end)) === sentence;
}

// FNV-1a, as only the lowest bit of the sum is asked for.
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(name)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value >>> 7;
}
