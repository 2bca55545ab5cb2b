// The hot loop of the whole linter: one pass over the regions counts characters, judges each block's language, collects
// the landmarks and the places where rules want to be woken. An ordinary Han character that nothing waits for costs
// one table look-up and one increment; everything else is derived from the counters.
import type { Block } from '../scan/blocks.ts';
import { RegionKind, Regions } from '../scan/regionKind.ts';
import type { RegionList } from '../scan/regions.ts';
import { HAN_FORM_UNITS, HAN_FORMS } from '../script/hanForms.ts';
import {
  astralClass,
  CHAR_CLASS_COUNT,
  CharClass,
  CLASS_RUNS,
  isSecondOfPair,
  tableOfClasses,
} from '../text/charClass.ts';
import { madeTable } from '../text/madeTable.ts';
import { grow, type Memory } from '../text/memory.ts';
import { KIND_OF_UNIT, kindOfClass, LandmarkKind, type Landmarks, NUMERALS } from './landmarks.ts';

/** Counts over the document's prose (regions of `Regions.prose`, front matter included). */
export interface Counts {
  /** Code points of each class, indexed by CharClass. */
  readonly classes: Uint32Array;
  readonly han: number;
  /** Han that exist only in Simplified, or only in Traditional writing, in the body. */
  readonly simplifiedOnly: number;
  readonly traditionalOnly: number;
}

/** Which code units wake something: a group for each code unit, and the regions in which each group wakes anyone. */
export interface WakeTable {
  /** For each code unit its `INFO` and, above that, its group; 0 is the group that wakes nobody. */
  readonly table: Uint16Array;
  /** Bit mask of region kinds, by group. */
  readonly regions: Uint32Array;
}

/** Offsets whose code unit wakes someone in their region, in text order, with the kind of that region. */
export interface Hits {
  readonly offsets: Int32Array;
  readonly kinds: Uint8Array;
  readonly count: number;
}

export interface Analysis {
  readonly counts: Counts;
  readonly landmarks: Landmarks;
  /** For each block: 1 where it is in another language; the percentage of Han among its letters. */
  readonly foreign: Uint8Array;
  readonly hanShare: Uint8Array;
  readonly hits: Hits;
}

// For each code unit: ordinary Han by script forms (0–3), numerals by script forms (4–7), or 8 + its class.
const NUMERAL = 4;
const OF_CLASS = 8;
const INFO_BITS = 6;
const INFO_MASK = 63;
const MOST_GROUPS = 1 << (16 - INFO_BITS);
const INFO = madeTable('info', info);

function info(): Uint8Array {
  const table = tableOfClasses(cls => (cls === CharClass.Han ? 0 : OF_CLASS + cls));
  for (const unit of HAN_FORM_UNITS) if (table[unit] === 0) table[unit] = HAN_FORMS[unit]!;
  for (const numeral of NUMERALS) table[numeral.charCodeAt(0)]! |= NUMERAL;
  return table;
}

/**
 * A table that wakes `groupOfClass` everywhere but at the units that have a group of their own.
 * `regions` tells in which kinds of region each group wakes anyone.
 */
export function wakeTable(
  groupOfClass: (cls: number) => number,
  units: ReadonlyMap<number, number>,
  regions: Uint32Array,
): WakeTable {
  if (regions.length > MOST_GROUPS) throw new Error('too many sets of rules wait for characters');
  const table = new Uint16Array(0x10000);
  table.set(INFO);
  for (let run = 0; run < CLASS_RUNS.starts.length; run++) {
    const cls = CLASS_RUNS.classes[run]!;
    const group = groupOfClass(cls) << INFO_BITS;
    if (group === 0) continue;
    const start = CLASS_RUNS.starts[run]!;
    const end = CLASS_RUNS.starts[run + 1] ?? table.length;
    if (cls !== CharClass.Han) table.fill(group | (OF_CLASS + cls), start, end);
    else for (let unit = start; unit < end; unit++) table[unit]! |= group;
  }
  for (const numeral of NUMERALS) table[numeral.charCodeAt(0)]! |= NUMERAL;
  for (const [unit, group] of units) table[unit] = INFO[unit]! | (group << INFO_BITS);
  return { table, regions };
}

export const groupOfUnit = ({ table }: WakeTable, unit: number): number => table[unit]! >> INFO_BITS;

let nobody: WakeTable | undefined;
/** The table that wakes nobody. */
export const noWake = (): WakeTable => {
  nobody ??= wakeTable(() => 0, new Map(), new Uint32Array(1));
  return nobody;
};

/** Share of kana or hangul above which, and of Han below which, a block is in another language. */
const FOREIGN_SYLLABLES = 0.05;
const CHINESE_HAN = 0.1;

// One text is analysed at a time, so all are analysed into the same columns. Landmarks are copied at the end; hits are
// read before the next text comes.
let hitAt = new Int32Array(1024);
let hitKind = new Uint8Array(1024);
let markStart = new Int32Array(1024);
let markEnd = new Int32Array(1024);
let markKind = new Uint8Array(1024);
let markRegion = new Int32Array(1024);
const body = new Uint32Array(INFO_MASK + 1);
const frontMatter = new Uint32Array(INFO_MASK + 1);
/** Han, kana and hangul, and other letters up to the last block that was judged. */
const before = new Uint32Array(3);

export function analyse(
  text: string,
  codes: Uint16Array,
  blocks: readonly Block[],
  regions: RegionList,
  wake: WakeTable,
  memory: Memory,
): Analysis {
  body.fill(0);
  frontMatter.fill(0);
  before.fill(0);
  const foreign = memory.uint8(blocks.length);
  const hanShare = memory.uint8(blocks.length);
  let block = 0;
  let hits = 0;
  let marks = 0;
  const { table, regions: wokenIn } = wake;
  const { count: regionCount, starts, kinds } = regions;
  for (let r = 0; r < regionCount; r++) {
    const start = starts[r]!;
    const end = regions.endOf(r);
    const kind = kinds[r]!;
    const mask = 1 << kind;
    while (block < blocks.length && blocks[block]!.end <= start) judge(block++, foreign, hanShare);
    if ((Regions.prose & mask) === 0) {
      for (let i = start; i < end; i++) {
        const group = table[codes[i]!]! >> INFO_BITS;
        if (group === 0 || (wokenIn[group]! & mask) === 0 || isSecondOfPair(text, i)) continue;
        if (hits === hitAt.length) growHits();
        hitAt[hits] = i;
        hitKind[hits++] = kind;
      }
      continue;
    }
    const counts = kind === RegionKind.FrontMatterProse ? frontMatter : body;
    // The kind of the run that ends at `i`, or 0.
    let run = 0;
    // Ordinary Han, counted in variables: a counter in memory that is raised twice in a row waits for itself.
    let ordinary = 0;
    let simplified = 0;
    let traditional = 0;
    let either = 0;
    for (let i = start; i < end; i++) {
      const unit = codes[i]!;
      const word = table[unit]!;
      if (word < NUMERAL) {
        ordinary++;
        simplified += word & 1;
        traditional += word >> 1;
        either += word & (word >> 1);
        run = 0;
        continue;
      }
      const group = word >> INFO_BITS;
      if (group !== 0 && (wokenIn[group]! & mask) !== 0) {
        if (hits === hitAt.length) growHits();
        hitAt[hits] = i;
        hitKind[hits++] = kind;
      }
      let about = word & INFO_MASK;
      let landmark = KIND_OF_UNIT[unit]!;
      const from = i;
      if (about === OF_CLASS + CharClass.Surrogate) {
        const point = text.codePointAt(i)!;
        if (point > 0xffff) {
          const cls = astralClass(point);
          i++;
          about = cls === CharClass.Han ? 0 : OF_CLASS + cls;
          landmark = kindOfClass(cls);
        }
      }
      counts[about]!++;
      if (landmark === 0) {
        run = 0;
        continue;
      }
      if (landmark === run) {
        markEnd[marks - 1] = i + 1;
        continue;
      }
      run = landmark >= LandmarkKind.FirstRun ? landmark : 0;
      if (marks === markStart.length) growMarks();
      markStart[marks] = from;
      markEnd[marks] = i + 1;
      markKind[marks] = landmark;
      markRegion[marks++] = r;
    }
    counts[0]! += ordinary - simplified - traditional + either;
    counts[1]! += simplified - either;
    counts[2]! += traditional - either;
    counts[3]! += either;
  }
  while (block < blocks.length) judge(block++, foreign, hanShare);
  const classes = new Uint32Array(CHAR_CLASS_COUNT);
  for (let cls = 0; cls < CHAR_CLASS_COUNT; cls++)
    classes[cls] = body[OF_CLASS + cls]! + frontMatter[OF_CLASS + cls]!;
  const han = hanIn(body) + hanIn(frontMatter);
  classes[CharClass.Han] = han;
  return {
    counts: {
      classes,
      han,
      simplifiedOnly: body[1]! + body[NUMERAL + 1]!,
      traditionalOnly: body[2]! + body[NUMERAL + 2]!,
    },
    landmarks: copyMarks(marks, memory),
    foreign,
    hanShare,
    hits: { offsets: hitAt, kinds: hitKind, count: hits },
  };
}

// Compares the letters counted since the block before: kana or hangul above a share, or too little Han, is another
// language.
function judge(block: number, foreign: Uint8Array, hanShare: Uint8Array): void {
  const hanNow = hanIn(body) + hanIn(frontMatter);
  const syllablesNow = both(CharClass.Kana) + both(CharClass.Hangul);
  const othersNow =
    both(CharClass.Latin) + both(CharClass.Cyrillic) + both(CharClass.Greek) + both(CharClass.OtherLetter);
  const han = hanNow - before[0]!;
  const syllables = syllablesNow - before[1]!;
  const total = han + syllables + othersNow - before[2]!;
  before[0] = hanNow;
  before[1] = syllablesNow;
  before[2] = othersNow;
  hanShare[block] = total > 0 ? (100 * han) / total : 100;
  foreign[block] = total > 0 && (syllables > total * FOREIGN_SYLLABLES || han < total * CHINESE_HAN) ? 1 : 0;
}

const both = (cls: number): number => body[OF_CLASS + cls]! + frontMatter[OF_CLASS + cls]!;

function hanIn(counts: Uint32Array): number {
  let sum = 0;
  for (let info = 0; info < OF_CLASS; info++) sum += counts[info]!;
  return sum;
}

function copyMarks(count: number, memory: Memory): Landmarks {
  const kind = memory.copyUint8(markKind, count);
  const counts = new Uint32Array(LandmarkKind.Count);
  for (let m = 0; m < count; m++) counts[kind[m]!]!++;
  return {
    count,
    start: memory.copyInt32(markStart, count),
    end: memory.copyInt32(markEnd, count),
    kind,
    region: memory.copyInt32(markRegion, count),
    counts,
  };
}

function growHits(): void {
  hitAt = grow(hitAt, new Int32Array(2 * hitAt.length));
  hitKind = grow(hitKind, new Uint8Array(2 * hitKind.length));
}

function growMarks(): void {
  const size = 2 * markStart.length;
  markStart = grow(markStart, new Int32Array(size));
  markEnd = grow(markEnd, new Int32Array(size));
  markKind = grow(markKind, new Uint8Array(size));
  markRegion = grow(markRegion, new Int32Array(size));
}
