// What text costs that was made to cost much, against the same bytes of clean prose: whole processes, one file each.
//   node --import tsx test/bench/adversarial.ts [megabytes] [rounds] [name …]
// Processor time counts, as other processes disturb it less than the clock; the best of the rounds.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { misread } from '../support/encodingDamage.ts';
import { reportText } from './corpus.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WORK = path.join(ROOT, 'out/bench/adversarial');
const BIN = path.join(ROOT, 'dist/cli/bin.js');
const bytes = Number(process.argv[2] ?? 4) * 1_000_000;
const rounds = Number(process.argv[3] ?? 3);
const wanted = process.argv.slice(4);

const repeat = (piece: string): string => piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)));
const prose = (lines: string): string => {
  let text = '';
  for (let i = 0; Buffer.byteLength(text) < bytes; i += 5) text += reportText(i, 100_000).text + lines;
  return text;
};
const clean = prose('\n').replace(/[\ufffd\u200b\u00a0\uff10-\uff19]|&nbsp;| +$/gm, '');

const KINDS: Readonly<Record<string, () => string>> = {
  'one line': () => clean.replace(/\s+/g, ''),
  digits: () => repeat('1234567890'),
  'digits, grouped': () => repeat('1,'),
  'digits, dotted': () => repeat('1.'),
  'digits, spaced': () => repeat('1 '),
  'Han numerals': () => repeat('一百'),
  percentages: () => repeat('下降896%，'),
  dates: () => repeat('2月30日，'),
  brackets: () => repeat('（'),
  'brackets, square': () => repeat('['),
  'brackets, angle': () => repeat('<a '),
  'brackets, paired': () => repeat('（[「'),
  quotes: () => repeat('“水'),
  'quotes, straight': () => repeat('"水'),
  'mojibake of GBK': () => misread(clean, { was: 'UTF-8', readAs: 'GBK' }),
  'mojibake of Latin-1': () => misread(clean, { was: 'UTF-8', readAs: 'Windows-1252' }),
  'mojibake, repeated': () => repeat('涓枃鎶ュ憡'),
  'rare characters': () => repeat('龘靐齉爩鱻麤'),
  glosses: () => repeat('區(qū)'),
  'replacement characters': () => repeat('\ufffd水'),
  'zero-width spaces': () => repeat('\u200b'),
  'repeated marks': () => repeat('，，水。。'),
  'repeated character': () => repeat('水'),
  'repeated paragraph': () => repeat('水库今年蓄水三千万立方米，比去年多两成，灌区的春耕用水得到保障。\n\n'),
  'short lines': () => repeat('水库\n\n'),
  'blank lines': () => repeat('\n'),
  headings: () => repeat('# 水\n'),
  lists: () => repeat('- 水\n'),
  tables: () => repeat('|水|1|\n'),
  ampersands: () => repeat('&amp;'),
  asterisks: () => repeat('*a'),
};

function time(name: string, text: string): number {
  const file = path.join(WORK, 'text.md');
  writeFileSync(file, text);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const argv = [
      '-f',
      '%U %S',
      process.execPath,
      BIN,
      file,
      '--format',
      'concise',
      '--threads',
      '1',
      '--no-ignore',
    ];
    const run = spawnSync('/usr/bin/time', argv, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    if (run.status === 2 || run.status === null) throw new Error(`${name}: ${run.stderr.slice(0, 500)}`);
    const [user = 0, system = 0] = run.stderr.trimEnd().split('\n').at(-1)!.split(' ').map(Number);
    best = Math.min(best, user + system);
  }
  return best / Buffer.byteLength(text);
}

mkdirSync(WORK, { recursive: true });
const base = time('clean prose', clean);
console.log(`clean prose ${(base * 1e9).toFixed(0)} ns/byte\n\n| | × clean prose |\n|---|---:|`);
for (const [name, make] of Object.entries(KINDS))
  if (wanted.length === 0 || wanted.some(part => name.includes(part)))
    console.log(`| ${name} | ${(time(name, make()) / base).toFixed(1)} |`);
