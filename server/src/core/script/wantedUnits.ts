// The characters that script/wrong-conversion asks about in a text of either script.
import { unitSet } from '../text/unitSet.ts';
import { lazyTable } from '../text/unpack.ts';
import type { Script } from './evidence.ts';
import { singleUnits } from './singleEvidence.ts';
import { firstLook } from './wordEvidence.ts';

/** The code units that a word, or their rarity, may prove wrong, as a `unitSet`. */
export const wantedUnits = (script: Script): Int32Array =>
  script === 'traditional' ? wantedInTraditional() : wantedInSimplified();
const wantedInTraditional = lazyTable('wanted in Traditional', () => either('traditional'));
const wantedInSimplified = lazyTable('wanted in Simplified', () => either('simplified'));

function either(script: Script): Int32Array {
  const { units } = firstLook(script);
  const singles = singleUnits(script);
  return unitSet(units.map((wanted, unit) => wanted | singles[unit]!));
}
