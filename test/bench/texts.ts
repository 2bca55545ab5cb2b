// Corpora for main.ts beside the damaged reports of corpus.ts: text made to be slow, each file one thing that a
// careless pattern takes quadratic time over, most of them on one line; as much ordinary text; and reports without a
// finding.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import { createLinter, createSourceText, detectFormat } from '../../server/src/core/index.ts';
import { newsReports } from '../support/news.ts';

const MOJIBAKE = Buffer.from('今年以来，水库累计蓄水三千万立方米，灌区的春耕用水得到保障。').toString(
  'latin1',
);

/** Units that are repeated until a file is full; what is `after` them stands once, at the end. */
const KINDS: Readonly<Record<string, readonly [unit: string, after: string]>> = {
  'one-line.txt': ['据统计，全市共有古树二百三十株，其中百年以上的十五株。', '\n'],
  'digits.txt': ['1234567890,123.456,78%2021年13月', '\n'],
  'brackets.md': ['（［【《“「[(', '汉字\n'],
  'mojibake.txt': [MOJIBAKE, '\n'],
  'repeats.html': ['<p>的的的的的的的的，，，，、、、、的的的的的的的的</p>', '\n'],
};

/** Writes files of `bytes` altogether; returns the bytes written. */
export function writeAdversarial(folder: string, bytes: number): number {
  mkdirSync(folder, { recursive: true });
  const kinds = Object.entries(KINDS);
  const size = Math.floor(bytes / kinds.length);
  let written = 0;
  for (const [name, [unit, after]] of kinds) {
    const text = unit.repeat(Math.floor((size - after.length * 3) / Buffer.byteLength(unit))) + after;
    writeFileSync(path.join(folder, name), text);
    written += Buffer.byteLength(text);
  }
  return written;
}

/** The same bytes of clean prose, in as many files. */
export function writeCleanProse(folder: string, bytes: number): void {
  mkdirSync(folder, { recursive: true });
  const count = Object.keys(KINDS).length;
  const size = Math.floor(bytes / count);
  for (let i = 0; i < count; i++) {
    const reports = newsReports(1500, i + 1, { length: 3000 }).filter(({ name }) => name.endsWith('.txt'));
    let text = '';
    let length = 0;
    for (let r = 0; length < size; r++) {
      const next = `${reports[r % reports.length]!.text}\n\n`;
      text += next;
      length += Buffer.byteLength(next);
    }
    writeFileSync(path.join(folder, `prose${i}.txt`), text);
  }
}

/** A corpus without findings: news of our own, what has one left out. Returns how many files were written. */
export function writeCleanCorpus(folder: string, bytes: number): number {
  mkdirSync(folder, { recursive: true });
  const linter = createLinter({ ports: { frontMatter: frontMatterReader } });
  let written = 0;
  let files = 0;
  for (let seed = 11; written < bytes; seed++)
    for (const { name, text } of newsReports(300, seed, { length: 3600 })) {
      const source = createSourceText(name, detectFormat(name, text), text);
      if (linter.lint(source, { hasBom: false, encoding: 'utf-8' }).findings.length > 0) continue;
      writeFileSync(path.join(folder, `${seed}-${name}`), text);
      written += Buffer.byteLength(text);
      files++;
    }
  return files;
}
