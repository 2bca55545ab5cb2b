// One walk over a text for all the rare characters that document rules want to see. Nearly every character leaves after
// one question to a small set; a walk for each of those rules cost more than what they do at the places they find.
import type { Document } from '../document/document.ts';
import { judgedScript, type Script } from '../script/evidence.ts';
import { wantedUnits } from '../script/wantedUnits.ts';
import { isLeadOfMark } from './loneMarks.ts';
import { isCutMark, noticed, Stretches, type Suspect } from './suspicion.ts';

export interface Survey {
  /** Stretches that may be misread. */
  readonly suspects: readonly Suspect[];
  /** Offsets of what a single misread mark may begin with. */
  readonly leads: readonly number[];
  /** Offsets of ！；？ and their ASCII forms. */
  readonly marks: readonly number[];
  /** Offsets of the characters that a text of `script` may have by mistake. */
  readonly wanted: readonly number[];
  readonly script: Script | undefined;
}

/** For `doc.share`. */
export function survey(doc: Document): Survey {
  const { codes } = doc;
  const { script } = doc.share(judgedScript);
  const marks: number[] = [];
  const wanted: number[] = [];
  const leads: number[] = [];
  const stretches = new Stretches(doc.text, 0, codes.length);
  const mine = script && wantedUnits(script);
  const set = setFor(script);
  for (let at = 0; at < codes.length; at++) {
    const unit = codes[at]!;
    const bit = 1 << (unit & 31);
    if ((set[unit >>> 5]! & bit) === 0) continue;
    if (isCutMark(unit)) marks.push(at);
    else {
      stretches.add(at, unit);
      if (isLeadOfMark(unit)) leads.push(at);
    }
    if (mine && (mine[unit >>> 5]! & bit) !== 0) wanted.push(at);
  }
  return { suspects: stretches.finish(), leads, marks, wanted, script };
}

const sets = new Map<Script | undefined, Int32Array>();

function setFor(script: Script | undefined): Int32Array {
  let set = sets.get(script);
  if (!set) {
    const wanted = script && wantedUnits(script);
    set = noticed().map((bits, index) => bits | (wanted?.[index] ?? 0));
    sets.set(script, set);
  }
  return set;
}

/** Offsets of the characters that a text of `script` may have by mistake. */
export function wantedPlaces(doc: Document, script: Script): readonly number[] {
  const known = doc.share(survey);
  if (known.script === script) return known.wanted;
  const { codes } = doc;
  const set = wantedUnits(script);
  const places: number[] = [];
  for (let at = 0; at < codes.length; at++) {
    const unit = codes[at]!;
    if ((set[unit >>> 5]! & (1 << (unit & 31))) !== 0) places.push(at);
  }
  return places;
}
