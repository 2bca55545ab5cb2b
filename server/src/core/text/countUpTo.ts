/** How often `char` stands in `text`, counted up to `enough`. */
export function countUpTo(text: string, char: string, enough: number): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0 && count < enough; at = text.indexOf(char, at + 1)) count++;
  return count;
}
