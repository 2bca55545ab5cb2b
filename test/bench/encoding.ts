// How well damage to the characters is repaired, measured on clean text that is damaged here.
//   node --import tsx test/bench/encoding.ts DIR…       prints two tables
// The text must not be the dictionary that the model was made of; any folder of Chinese .txt files will do.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PAIRS } from '../../server/src/core/encoding/pairs.ts';
import { createSourceText, fixAll, type Safety } from '../../server/src/core/index.ts';
import { characterCost } from '../../server/src/core/language/bigrams.ts';
import { HAN_FORMS } from '../../server/src/core/script/hanForms.ts';
import { type Filter, filter, misread, survives, type WrongTurn } from '../support/damage.ts';
import { linterOf } from '../support/lint.ts';

const DOCUMENTS = 60;
const DOCUMENT_HAN = 1500;
const SPANS = 120;
const GLOSS = /\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-z]*\)/g;
const linter = linterOf(['encoding/pinyin-gloss', 'encoding/shifted-gbk', 'encoding/mojibake']);

const paragraphs = process.argv.slice(2).flatMap(readParagraphs);
const traditional = paragraphs.filter(text => share(text, 2) > 0.1);
const simplified = paragraphs.filter(text => share(text, 1) > 0.1);
console.log(`${traditional.length} Traditional and ${simplified.length} Simplified paragraphs`);
if (process.env.PART !== 'mojibake') filterTable();
if (process.env.PART !== 'filter') mojibakeTable();

function filterTable(): void {
  console.log(
    '\nvariant        documents  glosses left of all (%)      wrong characters before → safe → unsafe (%)',
  );
  for (const [name, count, lost] of [
    ['seed-like', 34, 'dropped'],
    ['heavy', 110, 'question'],
  ] as const) {
    const options: Filter = { glossed: glossed(count), cutsMarks: true, lost, folds: true };
    const plain: Filter = { ...options, glossed: '', cutsMarks: false };
    let all = 0;
    let left = 0;
    const wrong = { before: 0, safe: 0, unsafe: 0 };
    const texts = documents(traditional);
    for (const text of texts) {
      const clean = filter(text, plain);
      const damaged = filter(text, options);
      const mended = (safety: Safety): string =>
        fixAll(linter, createSourceText('bench', 'text', damaged), { safety }).text;
      const [safe, unsafe] = [mended('safe'), mended('unsafe')];
      all += glosses(damaged);
      left += glosses(safe);
      if (process.env.SHOW === 'filter')
        for (const [i, line] of clean.split('\n').entries()) {
          const now = unsafe.split('\n')[i] ?? '';
          if (line !== now)
            console.log(
              `${context(line, now)} ⇐ ${context(now, line)} ⇐ ${context(damaged.split('\n')[i] ?? '', line)}`,
            );
        }
      wrong.before += distance(clean, fold(damaged).replace(GLOSS, ''));
      wrong.safe += distance(clean, fold(safe).replace(GLOSS, ''));
      wrong.unsafe += distance(clean, fold(unsafe).replace(GLOSS, ''));
    }
    const percent = (n: number): string => ((100 * n) / wrong.before).toFixed(1);
    console.log(
      `${name.padEnd(14)} ${String(texts.length).padEnd(10)} ${left} of ${all} (${((100 * left) / all).toFixed(2)})`.padEnd(
        54,
      ),
      `${wrong.before} → ${wrong.safe} (${percent(wrong.safe)}) → ${wrong.unsafe} (${percent(wrong.unsafe)})`,
    );
  }
}

function mojibakeTable(): void {
  console.log(
    '\npair                              script       spans  exact (%)   whole documents exact (%)',
  );
  for (const [script, texts] of [
    ['traditional', traditional],
    ['simplified', simplified],
  ] as const) {
    for (const pair of PAIRS) {
      if (pair.was === 'Shift_JIS') continue;
      row([pair], script, texts);
      if (pair.was === 'UTF-8' && pair.readAs !== 'Big5')
        for (const outer of PAIRS)
          if (outer.was === 'UTF-8' && outer.readAs !== 'Big5') row([pair, outer], script, texts);
    }
  }
}

function row(turns: readonly WrongTurn[], script: string, texts: readonly string[]): void {
  const damage = (text: string): string => turns.reduce(misread, text);
  const ok = (text: string): boolean => {
    let now = text;
    for (const turn of turns) {
      if (!survives(now, turn)) return false;
      now = misread(now, turn);
    }
    return true;
  };
  const mend = (text: string): string =>
    fixAll(linter, createSourceText('bench', 'text', text), { safety: 'unsafe' }).text;
  let spans = 0;
  let exact = 0;
  for (let i = 0; spans < SPANS && i < texts.length * 4; i++) {
    const host = texts[(i * 7) % texts.length]!;
    const guest = texts[(i * 13 + 5) % texts.length]!;
    const from = (i * 31) % Math.max(1, guest.length - 20);
    const span = guest.slice(from, from + 4 + (i % 15));
    if (!/^\p{Script=Han}[\p{Script=Han}，。、]+$/u.test(span) || !ok(span)) continue;
    spans++;
    const at = (i * 17) % host.length;
    const [head, tail] = [host.slice(0, at), host.slice(at)];
    if (mend(head + damage(span) + tail) === head + span + tail) exact++;
    else if (process.env.SHOW)
      console.log(
        JSON.stringify([
          span,
          damage(span),
          mend(head + damage(span) + tail).slice(Math.max(0, at - 5), at + span.length + 5),
        ]),
      );
  }
  let whole = 0;
  let wholeExact = 0;
  for (const text of texts.slice(0, 4 * SPANS)) {
    if (!ok(text)) continue;
    whole++;
    if (mend(damage(text)) === text) wholeExact++;
    else if (process.env.SHOW === 'whole')
      console.log(JSON.stringify([text, damage(text), mend(damage(text))]));
  }
  const percent = (n: number, of: number): string => (of === 0 ? '–' : `${((100 * n) / of).toFixed(1)}`);
  console.log(
    turns
      .map(t => `${t.was} → ${t.readAs}`)
      .join(', ')
      .padEnd(33),
    script.padEnd(12),
    `${exact} of ${spans} (${percent(exact, spans)})`.padEnd(20),
    `${wholeExact} of ${whole} (${percent(wholeExact, whole)})`,
  );
}

function readParagraphs(target: string): string[] {
  return readdirSync(target, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.txt'))
    .sort()
    .flatMap(name => readFileSync(path.join(target, name), 'utf8').split('\n'))
    .map(line => line.trim())
    .filter(
      line =>
        line.length >= 30 &&
        line.length < 800 &&
        (line.match(/\p{Script=Han}/gu)?.length ?? 0) > line.length * 0.6,
    );
}

function share(text: string, form: number): number {
  let n = 0;
  for (const char of text) if (HAN_FORMS[char.charCodeAt(0)] === form) n++;
  return n / text.length;
}

function documents(from: readonly string[]): string[] {
  const out: string[] = [];
  let now = '';
  for (let i = 0; i < from.length && out.length < DOCUMENTS; i++) {
    now += `${from[(i * 11) % from.length]}\n`;
    if (now.length < DOCUMENT_HAN) continue;
    out.push(now);
    now = '';
  }
  return out;
}

/** Common characters of Traditional writing only, every third of them, as a site's list would have them. */
function glossed(count: number): string {
  const units: number[] = [];
  for (let unit = 0x4e00; unit < 0xa000; unit++) if (HAN_FORMS[unit] === 2) units.push(unit);
  units.sort((a, b) => characterCost(a) - characterCost(b));
  return units
    .filter((_, i) => i % 3 === 0)
    .slice(0, count)
    .map(unit => String.fromCharCode(unit))
    .join('');
}

function glosses(text: string): number {
  return [...text.matchAll(new RegExp(`\\p{Script=Han}${GLOSS.source}`, 'gu'))].length;
}

/** Whether a mark is full-width is another rule's business. */
function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** Where `a` first differs from `b`. */
function context(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(Math.max(0, at - 4), at + 14);
}

/** Edit distance, line by line where the lines still correspond. */
function distance(a: string, b: string): number {
  const [left, right] = [a.split('\n'), b.split('\n')];
  if (left.length !== right.length) return lineDistance(a, b);
  return left.reduce((sum, line, i) => sum + lineDistance(line, right[i]!), 0);
}

function lineDistance(a: string, b: string): number {
  if (a === b) return 0;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let to = 0;
  while (to < a.length - from && to < b.length - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to++;
  const x = a.slice(from, a.length - to);
  const y = b.slice(from, b.length - to);
  let row = Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[y.length]!;
}
