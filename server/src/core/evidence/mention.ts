// Text that speaks of a punctuation mark instead of using it.
const OPENERS = '“‘「『《〈（([{"\'`';
const CLOSERS = '”’」』》〉）)]}"\'`';
/** The closing mark of each opening one, as code units; 0 for other characters. */
const CLOSER_OF = new Uint16Array(0x10000);
for (let i = 0; i < OPENERS.length; i++) CLOSER_OF[OPENERS.charCodeAt(i)] = CLOSERS.charCodeAt(i);
const SPACE = 0x20;

/** True for a mark alone between quotation marks or brackets, “（”, or between blank spaces, as in "输入 ( 后". */
export function isMention(text: string, at: number, end = at + 1): boolean {
  if (at === 0) return false;
  const before = text.charCodeAt(at - 1);
  const closer = CLOSER_OF[before]!;
  if (closer !== 0) return text.charCodeAt(end) === closer;
  return before === SPACE && text.charCodeAt(end) === SPACE;
}
