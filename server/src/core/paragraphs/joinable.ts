// Which two units may be halves of one sentence, and which must stay apart whatever their words say: headings, captions,
// lists, verse, forms.
import type { Document } from '../document/document.ts';
import { isInsideSureWord } from './across.ts';
import { isShort, LINE } from './cues.ts';
import { isLabelled } from './labels.ts';
import type { Seam } from './seams.ts';
import { hasStopBullets, isSpacedTitle, shapesOf } from './shapes.ts';
import type { Unit } from './units.ts';
import { wrapsOf } from './wraps.ts';

/** How the first unit stands: a full line in mid-sentence, a full line with a stop, on its own, or after a gap. */
export type Fit = 'running' | 'full' | 'alone' | 'chained';

export const isProse = (unit: Unit): boolean =>
  (unit.kind === 'paragraph' || unit.kind === 'list' || unit.kind === 'quote') && !unit.bold;

export function canJoin(
  doc: Document,
  units: readonly Unit[],
  index: number,
  after: number,
  fit: Fit,
  seam: Seam | undefined,
): boolean {
  const { text } = doc;
  const a = units[index]!;
  const b = units[after]!;
  if (!isProse(b) || b.indented) return false;
  if (b.kind === 'list' && !b.continues && !seam?.isBreak) return false;
  if (a.kind === 'quote' ? b.kind !== 'quote' || a.level !== b.level : b.kind === 'quote') return false;
  if (!seam) {
    const between = text.slice(b.fullStart, b.start);
    if (b.blankBefore < 0 || b.apart || a.fullEnd !== a.end || !/^[\s>]*$/.test(between)) return false;
  }
  if (
    doc.format === 'markdown' &&
    b.continues &&
    /(?: {2}|\\)$/.test(text.slice(Math.max(0, a.end), lineEndOf(text, a.end)))
  )
    return false;
  if (doc.isForeign(a.block) || doc.isForeign(b.block)) return false;
  if (a.han + b.han < 4) return false;
  const shapes = doc.share(shapesOf);
  const { marker, look } = shapes[after]!;
  if (text[b.start] === '。' && doc.share(hasStopBullets)) return false;
  if (OTHER_START.test(text[b.start]!) && !isCutAt(doc, a, b, fit)) return false;
  // Mail ends a line that it cuts with “=” (RFC 2045, 6.7), which would stay in the middle of the joined sentence.
  if (text[a.end - 1] === '=') return false;
  if (DATELINE.test(text.slice(b.start, b.start + LONGEST_DATELINE))) return false;
  if (isLabelled(text, b) && isLabelled(text, a)) return false;
  if (ASIDE.test(text.slice(Math.max(a.start, a.end - 6), a.end))) return false;
  if (fit === 'running') return look !== 'furniture' && !(marker && OUTER.has(marker.style));
  if (look || marker) return false;
  if (fit === 'full') return true;
  // 哀此訃⏎聞, 敬請⏎台安: what is set apart out of respect. The end of a sentence has its stop.
  if (b.width <= 4 && shapes[after]!.ending === 'open') return false;
  // Short lines are verse, names, captions; only a word that the gap surely cuts tells otherwise.
  const isCut = b.blankBefore > 0 && isInsideSureWord(text, a, b) && shapes[after]!.ending === 'stop';
  if (isShort(a) && isShort(b) && !isCut) return false;
  // Items say the same of different things.
  if (text.slice(a.start, a.start + SAME) === text.slice(b.start, b.start + SAME)) return false;
  if (fit === 'chained') return true;
  if (shapes[index]!.look || isSpacedTitle(text, a)) return false;
  // A form to be filled in, and a speaker who answers another.
  const tail = text.slice(Math.max(a.start, a.end - FORM), a.end);
  if (/[_＿]{2}/.test(tail) || (/[”」』][，,]$/.test(tail) && /[“「『]/.test(text[b.start]!))) return false;
  if (a.width <= LINE && shapes[index]!.marker && shapes[index]!.ending !== 'comma' && !isCut) return false;
  return b.width > 80 || !/^[—–-]{1,2}\S|^[“「『"][^”」』"]{1,60}$/.test(text.slice(b.start, b.end));
}

// A line cut by counting characters ends anywhere, before a "<" of a formula too; a drawn line repeats its mark.
const isCutAt = (doc: Document, a: Unit, b: Unit, fit: Fit): boolean =>
  fit === 'running' &&
  doc.format === 'text' &&
  doc.share(wrapsOf).missing(a) === 0 &&
  b.han > 0 &&
  doc.text[b.start] !== doc.text[b.start + 1];

/** Markers that open something new even after a full line. */
const OUTER: ReadonlySet<string> = new Set(['letter', 'chapter', 'section', 'article', 'han']);
/** Lines that are drawn, not written. */
const OTHER_START = /[_=+|#~^│┌└├─━*<>]/;

// 人真的非常多(淚: on the net an open aside ends its line.
const ASIDE = /[（(][笑淚泪誤误汗逃爆嘆叹炸囧茶怒羞抖默遮掩菸跪][\u4e00-\u9fff]?$/;

/** How an agency or a newspaper begins: （中央社記者王小明台北8日電）, 本报讯（记者王小明）, 新华社杭州3月8日电 */
const DATELINE =
  /^(?:[（(【［[][\u3400-\u9fff]{1,5}[社報报網网][^）)】］\]\n]{0,30}[電电訊讯][）)】］\]]|(?:新华社|新華社|中新社|中新网|本报|本報|本刊|本网|本網)[^，。；\n]{0,20}[电電讯訊](?:[（(\s]|$))/;
const LONGEST_DATELINE = 44;

/** Code units. */
const SAME = 3;
/** Code units at the end of a line that are looked through for blanks. */
const FORM = 40;

// The end of the line, but not far from its last visible character.
function lineEndOf(text: string, from: number): number {
  let i = from;
  while (i < text.length && i - from < 8 && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
  return i;
}
