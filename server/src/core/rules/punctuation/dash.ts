import { defineRule } from '../../rule/defineRule.ts';
import type { Safety } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isHan } from '../../text/charClass.ts';

const LONG = '——';

export const rule = defineRule({
  meta: {
    id: 'punctuation/dash',
    level: 'info',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A dash of the wrong length',
      'zh-CN': '破折号长度不对',
      'zh-TW': '破折號長度不對',
    },
    messages: {
      found: {
        en: '“{dash}” for a dash between clauses: one — joins places and years. Write “——”.',
        'zh-CN': '“{dash}”用作破折号：单个“—”是连接地点、年份的一字线。应写作“——”。',
        'zh-TW': '「{dash}」用作破折號：單個「—」是連接地點、年份的一字線。應寫作「——」。',
      },
      lengthen: { en: 'Replace with “——”', 'zh-CN': '改为“——”', 'zh-TW': '改為「——」' },
    },
  },
  trigger: {
    on: 'char',
    chars: '—-',
    check({ text, report }, at) {
      if (isStroke(text[at - 1])) return;
      let end = at + 1;
      while (isStroke(text[end]) && end - at < LONGEST + 1) end++;
      // A hyphen alone and —— are what they should be, ——— is a rule; --- at the start of a line is a break.
      const run = text.slice(at, end);
      if (run === '-' || run.length > LONGEST || (run.length > 1 && !run.includes('-'))) return;
      if (run.length > 1 && run !== '--' && startsLine(text, at)) return;
      const safety = judge(text, at, end);
      if (safety)
        report({ start: at, end, messageId: 'found', args: { dash: text.slice(at, end) }, data: safety });
    },
  },
  fix: (_, { start, end, data }) => [
    { titleId: 'lengthen', edits: [{ start, end, text: LONG }], safety: data as Safety },
  ],
});

const isStroke = (c: string | undefined): boolean => c === '—' || c === '-';

/** Strokes of a dash typed as --- or —-. */
const LONGEST = 3;

/** How sure it is that `[start, end)` is a dash between clauses; undefined for a range, places or a code. */
function judge(text: string, start: number, end: number): Safety | undefined {
  if (isInBox(text, start, end)) return undefined;
  const after = text.charCodeAt(end);
  const isBefore = isHan(text.charCodeAt(start - 1)) || ENDS.includes(text[start - 1] ?? ' ');
  const isAfter = isHan(after) || BEGINS.includes(text[end] ?? ' ');
  if (startsLine(text, start)) {
    // "—2021年特刊" continues a title; "— 甲" and "-- 甲" with a space are list markers and signatures.
    if (end - start === 1)
      return (isAfter || isYear(text, end)) && !isListMarker(text, start) ? 'safe' : undefined;
    return isAfter ? 'safe' : undefined;
  }
  if (!isBefore || !isAfter) return undefined;
  const left = clauseLength(text, start - 1, -1);
  const right = clauseLength(text, end, 1);
  if (left < 0 || right < 0) return undefined;
  // Places, names and stages are short: 北京—上海, 小学—初中.
  if (isTerm(text, start, end)) return undefined;
  if (end - start >= 2) return left >= CLAUSE && right >= CLAUSE ? 'safe' : 'unsafe';
  if (ENDS.includes(text[start - 1]!) && BEGINS.includes(text[end]!)) return undefined;
  if (left >= CLAUSE && right >= CLAUSE) return 'safe';
  const isClause = left >= SHORT && right >= SHORT && left + right >= 2 * SHORT + 2;
  return isClause || (left >= FEW && EXPLAINS.test(text.slice(end, end + 4))) ? 'unsafe' : undefined;
}

// A table drawn with lines keeps its columns: │删除文件（注意---谨慎操作）│
const isInBox = (text: string, start: number, end: number): boolean =>
  /[│┃║]/.test(
    text
      .slice(Math.max(0, start - BOX), start)
      .split('\n')
      .at(-1)!,
  ) && /^[^\n]*[│┃║]/.test(text.slice(end, end + BOX));
const BOX = 80;

const CLAUSE = 9;
/** Han on either side of what is a clause more likely than the name of a place. */
const SHORT = 7;
const FEW = 4;
/** Words that begin an explanation and no name. */
const EXPLAINS =
  /^(?:也就是|就是|即是|那就是|那是|那便是|这就是|這就是|这是|這是|它是|他是|她是|不是|而是|无论|無論|因为|因為)/;
const ENDS = '”』」》）';
const BEGINS = '“『「《（';

// “前进—后退”算法: two words of a kind within their own quotation marks.
const isTerm = (text: string, start: number, end: number): boolean =>
  end - start === 1 &&
  /[“「『《]\p{Script=Han}{1,6}$/u.test(text.slice(Math.max(0, start - 7), start)) &&
  /^\p{Script=Han}{1,6}[”」』》]/u.test(text.slice(end, end + 7));

const isYear = (text: string, at: number): boolean => /^\d{4}年/.test(text.slice(at, at + 5));

function startsLine(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && at - i < 12 && ' \u3000\t'.includes(text[i]!)) i--;
  return i < 0 || '\n\r>'.includes(text[i]!);
}

// A line before or after that starts in the same way makes a list.
function isListMarker(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at);
  const before = line < 0 ? -1 : text.lastIndexOf('\n', line - 1) + 1;
  const after = text.indexOf('\n', at) + 1;
  const isItem = (start: number): boolean => /^[ \u3000]*—(?!—)/.test(text.slice(start, start + 12));
  return (before >= 0 && isItem(before)) || (after > 0 && isItem(after));
}

// Han up to the next mark; -1 where another dash shows that this is one of a pair or a chain, or 从…到 a range.
function clauseLength(text: string, from: number, step: 1 | -1): number {
  let length = 0;
  for (let i = from; length < 40; i += step) {
    const c = text[i];
    if (c === undefined || BREAKS.includes(c)) return length;
    if ('—–-~～至'.includes(c) || (step < 0 && '从從由自'.includes(c))) return -1;
    length++;
  }
  return length;
}

const BREAKS = '，。、；：？！…,;:?!()（）\n\r';
