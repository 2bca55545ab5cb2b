// Text that speaks of a punctuation mark instead of using it.
const OPENERS = '“‘「『《〈（([{"\'`';
const CLOSERS = '”’」』》〉）)]}"\'`';
/** The closing mark of each opening one, as code units; 0 for other characters. */
const CLOSER_OF = new Uint16Array(0x10000);
for (let i = 0; i < OPENERS.length; i++) CLOSER_OF[OPENERS.charCodeAt(i)] = CLOSERS.charCodeAt(i);
const SPACE = 0x20;

/** True for a mark alone between quotation marks or brackets, as in “（”. */
export function isMention(text: string, at: number, end = at + 1): boolean {
  if (at === 0) return false;
  const closer = CLOSER_OF[text.charCodeAt(at - 1)]!;
  return closer !== 0 && text.charCodeAt(end) === closer;
}

/** True for a mark between blank spaces, as in "输入 ( 后": spoken of, unless it has a partner. */
export const standsAlone = (text: string, at: number): boolean =>
  text.charCodeAt(at - 1) === SPACE && text.charCodeAt(at + 1) === SPACE;
