// Paths whose folders or files have Han names, 文档/说明.md. Text has slashes too (公里/小时), so a path is what ends in the
// name of a file.
import { isHan } from '../text/charClass.ts';

/** Endings of files that reports speak of. */
export const FILE_ENDING =
  '\\.(?:html?|php|aspx?|jsp|pdf|docx?|xlsx?|odt|csv|jsonc?|ya?ml|toml|jpe?g|png|gif|svg|txt|md|zip|mp[34])';

const PART = '[\\w\\u3400-\\u9fff.-]';
/** From the first folder's ASCII on. What follows a file's name may be Han: 说明.md里. */
const PATH = new RegExp(
  `(?:\\.{0,2}/|~/)?(?:${PART}{1,40}/){0,6}${PART}{1,40}?${FILE_ENDING}(?![A-Za-z\\d_/-])`,
  'iy',
);

/** Longest name of a first folder in Han, in UTF-16 code units. */
const LONGEST = 20;
/** What sets a path off from its sentence. After anything else its first folder may begin in the midst of the Han. */
const BEFORE = /[ \t\u3000(（[「『“‘"'《<：:|`=]/;

/**
 * The path that holds the run of ASCII from `start` on, which has a slash. The Han before the run belong to it where they
 * are set off: 见 文档/说明.md, not 请看文档/说明.md.
 */
export function hanPathAt(text: string, start: number): { start: number; end: number } | undefined {
  PATH.lastIndex = start;
  const found = PATH.exec(text);
  if (!found) return undefined;
  const end = PATH.lastIndex;
  let first = start;
  while (start - first <= LONGEST && isHan(text.charCodeAt(first - 1))) first--;
  const before = text[first - 1] ?? '\n';
  const isSetOff = before === '\n' ? /^\s?$/.test(text[end] ?? '') : BEFORE.test(before);
  return { start: isSetOff && start - first <= LONGEST ? first : start, end };
}
