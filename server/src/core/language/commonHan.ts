// Whether a character is common in Chinese of either script: the cheap first question about a suspicious place,
// answered without the character model.
import { lazyTable, readPacked } from '../text/unpack.ts';
import { COMMON_HAN, FREQUENT_HAN } from './commonHan.gen.ts';

const common = lazyTable('commonHan', () => decode(COMMON_HAN));
const frequent = lazyTable('frequentHan', () => decode(FREQUENT_HAN));

function decode(packed: string): Uint8Array {
  const found = new Uint8Array(0x10000);
  const reader = readPacked(packed);
  for (let point = 0x3400; !reader.done; ) {
    point += reader.number();
    found[point] = 1;
  }
  return found;
}

/** True for the six thousand or so commonest characters of both scripts. */
export const isCommonHan = (unit: number): boolean => common()[unit] === 1;

/** True for the two thousand or so that most sentences are made of. */
export const isFrequentHan = (unit: number): boolean => frequent()[unit] === 1;
