// Spaces that part the fields of a line, a date from a time, a score from a score, a label from the value before it:
// they are the line's layout, and without them its parts run together.
import { isHan } from '../text/charClass.ts';

/** How far a clause is read to either side of a space, in UTF-16 code units. */
const REACH = 60;
const CLAUSE_END = '，。；！？、,;!?\n';
/** What reports put before the day of their dateline: 新华社北京电 3月1日, 本网讯 3月1日. */
const DATELINE = '讯電电訊';
const LABEL = /^[\u4e00-\u9fff]{1,6}[：:]/;
/** A postal code after its city. */
const POSTCODE = /^\d{6}(?![\d.万亿])[\s；;，,、）)。]/;
const DATE =
  /(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d月\d{1,2}日|周[一二三四五六日]|星期[一二三四五六日天])$/;
const TIME = /^\d{1,2}[:：时]/;

/** True for the space at `at` (code units) that parts fields: it stands alone neither in its clause nor by its sides. */
export function isBetweenFields(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(at + 1, at + 1 + REACH);
  if (DATELINE.includes(text[at - 1]!) || (TIME.test(after) && DATE.test(before)) || LABEL.test(after))
    return true;
  if (POSTCODE.test(after)) return true;
  return hasFellow(text, at, -1) || hasFellow(text, at, 1);
}

/** True for the space at `at` (code units) that ends the name after an @: the site takes what follows for text by it. */
export const endsHandle = (text: string, at: number): boolean =>
  /@[\w\p{Script=Han}·-]{1,30}$/u.test(text.slice(Math.max(0, at - HANDLE), at));

/** The longest name that sites give, in UTF-16 code units, and its sign. */
const HANDLE = 31;

// Another space of the clause that parts Han from Han or figures from figures, or the same two kinds the same way
// round. The one on the other side of a figure or a word, as in 案件 51 起, is its partner and no fellow.
function hasFellow(text: string, at: number, step: 1 | -1): boolean {
  const isHanFirst = isHan(text.charCodeAt(at - 1));
  for (let i = at + step, n = 0; n < REACH && i > 0 && i < text.length; i += step, n++) {
    const c = text[i]!;
    if (CLAUSE_END.includes(c)) return false;
    if (c !== ' ') continue;
    const left = isHan(text.charCodeAt(i - 1));
    const right = isHan(text.charCodeAt(i + 1));
    if (left === right ? left || isFigures(text, i) : left === isHanFirst) return true;
  }
  return false;
}

const isFigures = (text: string, space: number): boolean =>
  /[\d%)）]/.test(text[space - 1]!) && /[\d(（]/.test(text[space + 1] ?? '');
