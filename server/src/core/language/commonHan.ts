// Whether a character is common in Chinese of either script: the cheap first question about a suspicious place,
// answered without the character model.
import { lazyTable, readPacked } from '../text/unpack.ts';
import { COMMON_HAN } from './commonHan.gen.ts';

const table = lazyTable('commonHan', () => {
  const common = new Uint8Array(0x10000);
  const reader = readPacked(COMMON_HAN);
  for (let point = 0x3400; !reader.done; ) {
    point += reader.number();
    common[point] = 1;
  }
  return common;
});

/** True for the six thousand or so commonest characters of both scripts. */
export const isCommonHan = (unit: number): boolean => table()[unit] === 1;
