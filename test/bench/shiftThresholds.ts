// How the thresholds of encoding/shifted-gbk were chosen: for each gain a shift must have, how many of the shifts in
// damaged text reach it, how many of these read as the original does, and how many places of clean text reach it too.
import { createDocument } from '../../server/src/core/document/document.ts';
import type { Shift } from '../../server/src/core/encoding/shiftSearch.ts';
import { shiftsIn } from '../../server/src/core/encoding/shifts.ts';
import { createSourceText } from '../../server/src/core/index.ts';
import { type Filter, filter } from '../support/encodingDamage.ts';
import { documentsOf } from './encodingText.ts';

const DOCUMENTS = 200;
const DOCUMENT_SIZE = 1500;
const GAINS = [-12, -6, 0, 2, 4, 6, 9, 14, 20, 30];
const MARGINS = [0, 1, 2, 3, 4, 6, 8];
const READING = /\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-z]*\)/g;

interface Seen extends Shift {
  readonly isRight: boolean;
}

/** Prints the tables for paragraphs of both scripts; `glossed` are the characters that the filter reads aloud. */
export function printShiftThresholds(
  traditional: readonly string[],
  simplified: readonly string[],
  glossed: string,
): void {
  const bare: Filter = { glossed: '', cutsMarks: true, lost: 'dropped', folds: true };
  const marks = [
    ...seenIn(traditional, bare),
    ...seenIn(simplified, bare),
    ...seenIn(traditional, { ...bare, lost: 'question' }),
    ...seenIn(simplified, { ...bare, lost: 'question' }),
  ];
  const clean = [...traditional, ...simplified].flatMap(text => candidates(text));
  printGains('shifts that an ASCII byte closes, nothing guessed', marks, clean, s => s.closed && s.verified);
  printGains('shifts with a guess in them', marks, clean, s => !(s.closed && s.verified));
  const readings = (['dropped', 'question'] as const)
    .flatMap(lost => seenIn(traditional, { ...bare, glossed, lost }))
    .filter(seen => seen.origin === 'reading');
  printGains('at a reading across two characters', readings, clean, s => s.origin === 'reading');
  console.log(`\nat a reading across two characters: right, of those with this margin in nats`);
  console.log(`margin  closed           not closed`);
  for (const margin of MARGINS) {
    const reach = readings.filter(seen => seen.margin >= margin);
    const cells = [true, false].map(closed => share(reach.filter(seen => seen.closed === closed)).padEnd(16));
    console.log(`${String(margin).padEnd(7)} ${cells.join(' ')}`.trimEnd());
  }
}

function printGains(
  name: string,
  damaged: readonly Seen[],
  clean: readonly Shift[],
  of: (shift: Shift) => boolean,
): void {
  const [mine, others] = [damaged.filter(of), clean.filter(of)];
  console.log(`\n${name}: ${mine.length} candidates`);
  console.log(`gain  reached by  right of these   reached by clean text`);
  for (const gain of GAINS) {
    const reach = mine.filter(seen => seen.gain >= gain);
    const reached = `${((100 * reach.length) / mine.length).toFixed(1)} %`;
    const false_ = others.filter(seen => seen.gain >= gain).length;
    console.log(`${String(gain).padEnd(5)} ${reached.padEnd(11)} ${share(reach).padEnd(16)} ${false_}`);
  }
}

const share = (seen: readonly Seen[]): string => `${seen.filter(s => s.isRight).length} of ${seen.length}`;

function candidates(text: string): Shift[] {
  const found: Shift[] = [];
  shiftsIn(createDocument(createSourceText('bench', 'text', text)).doc, shift => {
    found.push(shift);
    return false;
  });
  return found;
}

// Each shift is taken as soon as it gains anything, as what follows it in the same run would be counted otherwise.
function seenIn(paragraphs: readonly string[], damage: Filter): Seen[] {
  return documentsOf(paragraphs, DOCUMENTS, DOCUMENT_SIZE).flatMap(text => {
    const original = filter(text, { ...damage, glossed: '', cutsMarks: false });
    const damaged = filter(text, damage);
    const { doc } = createDocument(createSourceText('bench', 'text', damaged));
    return shiftsIn(doc, shift => shift.gain > GAINS[0]!).map(shift => ({
      ...shift,
      isRight: original.includes(inContext(damaged, shift)),
    }));
  });
}

// What the repair makes of its place, with two characters before and one after it.
function inContext(damaged: string, { start, end, text }: Shift): string {
  const before = bare(damaged.slice(Math.max(0, start - 30), start)).slice(-2);
  return before + bare(text) + bare(damaged.slice(end, end + 30)).slice(0, 1);
}

const bare = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(READING, '');
