// Text that speaks of a punctuation mark instead of using it.
const OPENERS = '“‘「『《〈（([{"\'`';
const CLOSERS = '”’」』》〉）)]}"\'`';

/** True for a mark alone between quotation marks or brackets, “（”, or between blank spaces, as in "输入 ( 后". */
export function isMention(text: string, at: number, end = at + 1): boolean {
  const opener = OPENERS.indexOf(text[at - 1] ?? '\n');
  if (opener >= 0) return CLOSERS[opener] === text[end];
  return text[at - 1] === ' ' && text[end] === ' ';
}
