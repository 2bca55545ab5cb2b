// How well damage to the characters is repaired, measured on clean text that is damaged here.
//   node --import tsx test/bench/encoding.ts DIR…       prints the tables
// DIR holds Chinese (and Japanese) .txt files that are not the model's source. The half of them that no threshold was
// set on is used (HALF=tuning: the other one); PART=filter or mojibake prints only those tables; SHOW=1 what failed.
import { PAIRS } from '../../server/src/core/encoding/pairs.ts';
import { createSourceText, fixAll, type Safety } from '../../server/src/core/index.ts';
import { textCost } from '../../server/src/core/language/bigrams.ts';
import {
  encodeAs,
  type Filter,
  filter,
  isWritable,
  type Loss,
  misread,
  readBytes,
  survives,
  type WrongTurn,
} from '../support/encodingDamage.ts';
import { linterOf } from '../support/lint.ts';
import { editDistance } from './editDistance.ts';
import { documentsOf, glossed, type Half, readCorpus } from './encodingText.ts';

const DOCUMENTS = 60;
const DOCUMENT_SIZE = 1500;
const SPANS = 200;
const SHOW = process.env.SHOW;
const LOSSES: readonly Loss[] = ['replaced', 'question', 'dropped'];
const WIDTHS = [40, 12, 28, 28, 28, 28, 28, 28];
const GLOSS = /\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-z]*\)/g;
const READING = new RegExp(`[(?]${GLOSS.source.slice(2)}`, 'g');
const linter = linterOf(['encoding/pinyin-gloss', 'encoding/shifted-gbk', 'encoding/mojibake']);
const mend = (text: string, safety: Safety): string =>
  fixAll(linter, createSourceText('bench', 'text', text), { safety }).text;

const half = (process.env.HALF ?? 'held-out') as Half;
const corpus = readCorpus(process.argv.slice(2), half);
const { traditional, simplified, japanese } = corpus;
console.log(
  `The ${half} half, by a hash of the file name: ${corpus.files} files, ${traditional.length} Traditional, ${simplified.length} Simplified and ${japanese.length} Japanese paragraphs.`,
);
if (process.env.PART !== 'mojibake') filterTable();
if (process.env.PART !== 'filter') mojibakeTable();

function filterTable(): void {
  console.log(
    `\nA filter on GBK bytes, ${DOCUMENTS} documents of ${DOCUMENT_SIZE} characters or more each\n${columns('damage', 'script', 'readings repaired by --fix', 'by --fix-unsafe', 'wrong characters', 'after --fix', 'after --fix-unsafe')}`,
  );
  const seedLike: Filter = { glossed: glossed(34), cutsMarks: true, lost: 'dropped', folds: true };
  const heavy: Filter = { glossed: glossed(110), cutsMarks: true, lost: 'question', folds: true };
  filterRow('seed-like: 34 glossed, bytes dropped', 'traditional', seedLike);
  filterRow('heavy: 110 glossed, bytes to ?', 'traditional', heavy);
  filterRow('shifts alone, bytes dropped', 'traditional', { ...seedLike, glossed: '' });
  filterRow('shifts alone, bytes to ?', 'traditional', { ...heavy, glossed: '' });
  filterRow('shifts alone, bytes dropped', 'simplified', { ...seedLike, glossed: '' });
  filterRow('shifts alone, bytes to ?', 'simplified', { ...heavy, glossed: '' });
}

function filterRow(name: string, script: 'traditional' | 'simplified', options: Filter): void {
  if (process.env.SCRIPT !== undefined && script !== process.env.SCRIPT) return;
  if (process.env.ROW !== undefined && !name.includes(process.env.ROW)) return;
  const plain: Filter = { ...options, glossed: '', cutsMarks: false };
  let all = 0;
  const left = { safe: 0, unsafe: 0 };
  const wrong = { before: 0, safe: 0, unsafe: 0 };
  for (const text of documentsOf(corpus[script], DOCUMENTS, DOCUMENT_SIZE)) {
    const clean = filter(text, plain);
    const damaged = filter(text, options);
    const safe = mend(damaged, 'safe');
    const unsafe = mend(damaged, 'unsafe');
    all += glosses(damaged);
    left.safe += glosses(safe);
    left.unsafe += glosses(unsafe);
    if (SHOW)
      for (const match of safe.matchAll(GLOSS))
        console.log(
          'LEFT',
          safe.slice(Math.max(0, match.index - 12), match.index + 16).replaceAll('\n', '⏎'),
        );
    if (SHOW) showLines(clean, damaged, unsafe);
    wrong.before += distance(clean, damaged);
    wrong.safe += distance(clean, safe);
    wrong.unsafe += distance(clean, unsafe);
  }
  const percent = (n: number): string => `${n} (${((100 * n) / wrong.before).toFixed(1)} %)`;
  const repaired = (n: number): string =>
    all === 0 ? '–' : `${all - n} of ${all} (${(100 - (100 * n) / all).toFixed(2)} %)`;
  console.log(
    columns(
      name,
      script,
      repaired(left.safe),
      repaired(left.unsafe),
      String(wrong.before),
      percent(wrong.safe),
      percent(wrong.unsafe),
    ),
  );
}

/** Wrong characters, apart from readings, which are counted by themselves, and from width, another rule's business. */
function distance(clean: string, text: string): number {
  return editDistance(clean, fold(text).replace(GLOSS, ''));
}

function showLines(clean: string, damaged: string, mended: string): void {
  const was = damaged.split('\n');
  const now = mended.split('\n');
  for (const [i, line] of clean.split('\n').entries())
    if (line !== now[i] && fold(now[i] ?? '') !== line)
      console.log(
        `${context(line, now[i] ?? '')} ⇐ ${context(now[i] ?? '', line)} ⇐ ${context(was[i] ?? '', line)}`,
      );
}

function mojibakeTable(): void {
  console.log(
    `\nSpans of 4 to 18 characters misread in place, and spliced into foreign text at any character; with the first or the last byte lost,\nthe characters that kept their bytes count; paragraphs misread as a whole, and with their first and last byte lost. Restored exactly, of\nthose whose information survives, by --fix-unsafe (in brackets: by --fix); the aim is 95 %. Behind it, as n/m: n spans whose repair\nthe character model finds at least as likely as the original, so that nothing tells which it was; m spans that were not tried, as\nthe wrong reading kept no trace of some of their bytes.\n${columns('turns', 'script', 'in place', 'spliced', 'head lost', 'tail lost', 'whole', 'whole, edges lost')}`,
  );
  for (const [script, texts] of [
    ['traditional', traditional],
    ['simplified', simplified],
    ['japanese', japanese],
  ] as const) {
    const pairs = PAIRS.filter(pair => (pair.was === 'Shift_JIS') === (script === 'japanese'));
    for (const pair of pairs) row([pair], script, texts);
    for (const pair of pairs)
      for (const outer of PAIRS) if (outer.was === 'UTF-8') row([pair, outer], script, texts);
  }
}

/** `rival`: failures where what was made of the text is at least as likely as the original; `gone`: bytes are missing. */
type Cell = { spans: number; exact: number; safe: number; rival: number; gone: number };

function row(turns: readonly WrongTurn[], script: string, texts: readonly string[]): void {
  const filterPair = process.env.PAIR;
  const name = turns.map(t => `${t.was} → ${t.readAs}`).join(', ');
  if (filterPair !== undefined && !new RegExp(filterPair).test(name)) return;
  const cells: Cell[] = Array.from({ length: 6 }, () => ({ spans: 0, exact: 0, safe: 0, rival: 0, gone: 0 }));
  const [inPlace, spliced, headLost, tailLost, whole, wholeLost] = cells as [
    Cell,
    Cell,
    Cell,
    Cell,
    Cell,
    Cell,
  ];
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    const start = (i * 31) % Math.max(1, text.length - 20);
    const end = start + 4 + (i % 15);
    const span = text.slice(start, end);
    if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー，。、]+$/u.test(span)) {
      const [head, tail] = [text.slice(0, start), text.slice(end)];
      damageAll(inPlace, head, span, tail, turns);
      const host = texts[(i * 7 + 3) % texts.length]!;
      const at = (i * 17) % host.length;
      damageAll(spliced, host.slice(0, at), span, host.slice(at), turns);
      cut(headLost, head, span, tail, turns, LOSSES[i % 3]!, [1, 0]);
      cut(tailLost, head, span, tail, turns, LOSSES[i % 3]!, [0, 1]);
    }
    damageAll(whole, '', text, '', turns);
    cut(wholeLost, '', text, '', turns, LOSSES[i % 3]!, [1, 1]);
    if (cells.every(cell => cell.spans === SPANS)) break;
  }
  const percent = ({ spans, exact, safe, rival, gone }: Cell): string => {
    const left = spans - rival;
    if (left === 0) return `– ${rival}/${gone}`;
    return `${((100 * exact) / left).toFixed(1)} (${((100 * safe) / left).toFixed(1)}) of ${left} ${rival}/${gone}`;
  };
  if (cells.some(cell => cell.spans > 0)) console.log(columns(name, script, ...cells.map(percent)));
}

// An encoding that cannot write the span, or a reading that drops bytes inside it, leaves nothing to be restored.
function damageAll(cell: Cell, head: string, span: string, tail: string, turns: readonly WrongTurn[]): void {
  if (cell.spans === SPANS || !isWritable(span, turns[0]!.was)) return;
  if (!survive(span, turns)) {
    cell.gone++;
    return;
  }
  const original = head + span + tail;
  count(cell, head + damage(span, turns) + tail, original, mended => mended === original);
}

function count(
  cell: Cell,
  damaged: string,
  original: string,
  isRight: (text: string) => boolean,
  cutOriginal = original,
): void {
  cell.spans++;
  const unsafe = mend(damaged, 'unsafe');
  if (isRight(unsafe)) cell.exact++;
  else {
    // Nobody who does not know the original could tell which of the two it was. A repair that leaves a cut character as
    // U+FFFD is compared with the original that does.
    const rest = unsafe.includes('\ufffd') ? cutOriginal : original;
    const isRival = textCost(unsafe) <= textCost(rest);
    if (isRival) cell.rival++;
    if (SHOW)
      console.log(
        isRival ? 'RIVAL' : 'WRONG',
        context(unsafe, original),
        '⇐',
        context(original, unsafe),
        '⇐',
        context(damaged, original, 24),
      );
  }
  if (isRight(mend(damaged, 'safe'))) cell.safe++;
}

// The characters at the edges lose a byte each; what becomes of the rest of them, up to three characters, is open.
function cut(
  cell: Cell,
  head: string,
  span: string,
  tail: string,
  turns: readonly WrongTurn[],
  loss: Loss,
  [first, last]: readonly [number, number],
): void {
  if (cell.spans === SPANS) return;
  const [turn, ...more] = turns as [WrongTurn, ...WrongTurn[]];
  if (!isWritable(span, turn.was)) return;
  const bytes = encodeAs(span, turn.was);
  const kept = bytes.subarray(first, bytes.length - last);
  const once = readBytes(kept, turn.readAs, loss);
  const also = lostAtEdges(once, kept, turn, more, [first, last]);
  if (!also) {
    cell.gone++;
    return;
  }
  const inner = wholeCharacters(span, turn.was, first + also[0], bytes.length - last - also[1]);
  const open = /^\p{ASCII}?$/u;
  if (inner.length < 3 || open.test(inner)) return;
  const isRight = (mended: string): boolean => {
    if (!mended.startsWith(head) || !mended.endsWith(tail)) return false;
    const middle = mended.slice(head.length, mended.length - tail.length);
    const at = middle.indexOf(inner);
    return at >= 0 && at <= 3 * first && middle.length - at - inner.length <= 3 * last;
  };
  const damaged = head + more.reduce(misread, once) + tail;
  const lost = '\ufffd';
  const cutOriginal = head + lost.repeat(first) + inner + lost.repeat(last) + tail;
  count(cell, damaged, head + span + tail, isRight, cutOriginal);
}

// How many more bytes the first reading lost at either edge; undefined when the rest does not read back.
function lostAtEdges(
  once: string,
  kept: Buffer,
  turn: WrongTurn,
  more: readonly WrongTurn[],
  [first, last]: readonly [number, number],
): readonly [number, number] | undefined {
  let now = once;
  for (const next of more) {
    if (!survives(now, next)) return undefined;
    now = misread(now, next);
  }
  if (turn.readAs === 'Windows-1252') return [0, 0];
  const back = encodeAs(once.replace(/^[?\ufffd]|[?\ufffd]$/g, ''), turn.readAs);
  const at = kept.indexOf(back);
  const rest = kept.length - at - back.length;
  return at >= 0 && at <= 2 * first && rest <= 2 * last ? [at, rest] : undefined;
}

/** The characters of `span` whose bytes all lie in `[from, to)`. */
function wholeCharacters(span: string, was: WrongTurn['was'], from: number, to: number): string {
  let at = 0;
  let whole = '';
  for (const char of span) {
    const start = at;
    at += encodeAs(char, was).length;
    if (start >= from && at <= to) whole += char;
  }
  return whole;
}

function survive(text: string, turns: readonly WrongTurn[]): boolean {
  let now = text;
  for (const turn of turns) {
    if (!survives(now, turn)) return false;
    now = misread(now, turn);
  }
  return true;
}

function damage(text: string, turns: readonly WrongTurn[]): string {
  return turns.reduce(misread, text);
}

function glosses(text: string): number {
  // A decoder may have put "?" for the byte before a reading, and swallowed the parenthesis with it.
  return [...text.matchAll(READING)].length;
}

function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** Where `a` first differs from `b`. */
function context(a: string, b: string, size = 14): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(Math.max(0, at - 8), at + size);
}

function columns(...cells: readonly string[]): string {
  return cells
    .map((cell, i) => cell.padEnd(WIDTHS[i]!))
    .join(' ')
    .trimEnd();
}
