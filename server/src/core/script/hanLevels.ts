import { lazyTable, readPacked } from '../text/unpack.ts';
import { LEVELS } from './hanLevels.gen.ts';

/** The level of a code point in 通用规范汉字表, 1–3; undefined outside it. */
export const levelOf = (point: number): 1 | 2 | 3 | undefined => levels().get(point);

const levels = lazyTable('levels of characters', () => {
  const table = new Map<number, 1 | 2 | 3>();
  const reader = readPacked(LEVELS);
  for (const level of [1, 2, 3] as const) {
    let point = 0;
    for (let left = reader.number(); left > 0; left--) {
      point = reader.delta(point);
      table.set(point, level);
    }
  }
  return table;
});
