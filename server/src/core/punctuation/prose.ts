// The marks of the prose and the places where Han meets figures and Latin words, picked out of the landmarks.
import type { Document } from '../document/document.ts';
import { LandmarkKind } from '../document/landmarks.ts';
import { Regions } from '../scan/regionKind.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import { grow } from '../text/memory.ts';

export interface Prose {
  /** Offset, kind (`Mark`) and region index of each mark, in text order. */
  readonly markCount: number;
  readonly markAt: Int32Array;
  readonly markKind: Uint8Array;
  readonly markRegion: Int32Array;
  /** Junctions of the body: offset of the space, or of the second character; kind (`Junction`); 1 for a space. */
  readonly junctionCount: number;
  readonly junctionAt: Int32Array;
  readonly junctionKind: Uint8Array;
  readonly junctionSpaced: Uint8Array;
}

/** The kinds of place where Han meets something else. */
export const Junction = {
  HanDigit: 0,
  DigitHan: 1,
  HanLatin: 2,
  LatinHan: 3,
  /** Inside a date or time: 2021年5月, 10时30分. */
  Date: 4,
  Count: 5,
  /** Two Han with a space between; no junction, but found in the same pass. */
  HanHan: 5,
} as const;

/** Collects marks and junctions; ask through `doc.share(readProse)`. */
export function readProse(doc: Document): Prose {
  const { codes, regions, landmarks, memory } = doc;
  const { count, start, end, kind, region, counts } = landmarks;
  let markCount = 0;
  for (let k = 1; k < LandmarkKind.FirstRun; k++) markCount += counts[k]!;
  const markAt = memory.int32(markCount);
  const markKind = memory.uint8(markCount);
  const markRegion = memory.int32(markCount);
  const junctions = junctionArena;
  junctions.count = 0;
  let m = 0;
  let current = -1;
  let first = 0;
  let stop = 0;
  for (let l = 0; l < count; l++) {
    const k = kind[l]!;
    if (k < LandmarkKind.FirstRun) {
      markAt[m] = start[l]!;
      markKind[m] = k;
      markRegion[m++] = region[l]!;
    } else if (k === LandmarkKind.Digit || k === LandmarkKind.Latin || k === LandmarkKind.Space) {
      if (region[l] !== current) {
        current = region[l]!;
        first = regions.starts[current]!;
        stop = (Regions.body & (1 << regions.kinds[current]!)) === 0 ? -1 : regions.endOf(current);
      }
      if (stop >= 0) addJunctions(junctions, codes, k, start[l]!, end[l]!, first, stop);
    }
  }
  return {
    markCount,
    markAt,
    markKind,
    markRegion,
    junctionCount: junctions.count,
    junctionAt: memory.copyInt32(junctions.at, junctions.count),
    junctionKind: memory.copyUint8(junctions.kind, junctions.count),
    junctionSpaced: memory.copyUint8(junctions.spaced, junctions.count),
  };
}

interface Junctions {
  count: number;
  at: Int32Array;
  kind: Uint8Array;
  spaced: Uint8Array;
}

// One document is read at a time, so all are read into the same columns, copied at the end.
const junctionArena: Junctions = {
  count: 0,
  at: new Int32Array(1024),
  kind: new Uint8Array(1024),
  spaced: new Uint8Array(1024),
};

// The junctions of a run of figures or letters, or of a space, at [start, stop) of the region [first, end).
function addJunctions(
  to: Junctions,
  codes: Uint16Array,
  kind: number,
  start: number,
  stop: number,
  first: number,
  end: number,
): void {
  if (kind === LandmarkKind.Space) {
    if (stop === start + 1 && start > first && stop < end && isHan(codes, start - 1) && isHan(codes, stop))
      add(to, start, Junction.HanHan, 1);
    return;
  }
  const isDigit = kind === LandmarkKind.Digit;
  if (start > first) {
    const spaced = codes[start - 1] === 0x20 && start - 1 > first ? 1 : 0;
    const han = start - 1 - spaced;
    if (isHan(codes, han)) add(to, start - spaced, isDigit ? fromHan(codes, han) : Junction.HanLatin, spaced);
  }
  if (stop < end) {
    const spaced = codes[stop] === 0x20 && stop + 1 < end ? 1 : 0;
    const han = stop + spaced;
    if (isHan(codes, han)) add(to, stop, isDigit ? toHan(codes, han) : Junction.LatinHan, spaced);
  }
}

function add(to: Junctions, at: number, kind: number, spaced: number): void {
  const { count } = to;
  if (count === to.at.length) {
    to.at = grow(to.at, new Int32Array(2 * count));
    to.kind = grow(to.kind, new Uint8Array(2 * count));
    to.spaced = grow(to.spaced, new Uint8Array(2 * count));
  }
  to.at[count] = at;
  to.kind[count] = kind;
  to.spaced[count] = spaced;
  to.count = count + 1;
}

const DATE_UNITS = '年月日号號时時分秒点點';
const IS_DATE_UNIT = new Uint8Array(0x10000);
for (const c of DATE_UNITS) IS_DATE_UNIT[c.charCodeAt(0)] = 1;
const fromHan = (codes: Uint16Array, han: number): number =>
  IS_DATE_UNIT[codes[han]!] === 1 ? Junction.Date : Junction.HanDigit;
const toHan = (codes: Uint16Array, han: number): number =>
  IS_DATE_UNIT[codes[han]!] === 1 ? Junction.Date : Junction.DigitHan;

// A surrogate beside a space or a figure is astral Han far more often than anything else.
function isHan(codes: Uint16Array, at: number): boolean {
  const cls = CLASS_OF[codes[at]!];
  return cls === CharClass.Han || cls === CharClass.Surrogate;
}
