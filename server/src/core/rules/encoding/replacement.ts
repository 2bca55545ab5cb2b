import type { Document } from '../../document/document.ts';
import { isForeignCode } from '../../markup/foreignCode.ts';
import { lostToQuestionMarks } from '../../punctuation/questionMarks.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isHanAt } from '../../text/charClass.ts';

// What a lost character leaves: U+FFFD itself, and what its bytes EF BF BD, or a debugger's fill bytes, look like in
// GBK (in both scripts, since converters turn 锟 into 錕), in Big5 and in Latin-1.
const CYCLES = ['\ufffd', '锟斤拷', '錕斤拷', '嚙踝蕭', 'ï¿½', '烫', '屯'] as const;
/** What typesetters put where they had no type for a character, and library catalogues still do. */
const GETA = '〓';
/** Shortest run of a cycle that is damage by itself. */
const DAMAGE_LENGTH = 4;
/** How near other damage makes a shorter run damage as well. */
const NEAR = 60;
const QUOTES = '“”‘’「」『』"\'`《》（）()';

export const rule = defineRule({
  meta: {
    id: 'encoding/replacement',
    level: 'error',
    fix: 'none',
    regions: Regions.all,
    summary: {
      en: 'Characters lost for good',
      'zh-CN': '已丢失的字符',
      'zh-TW': '已遺失的字元',
    },
    messages: {
      found: {
        en: '“{run}” stands where characters were lost in a conversion; no tool can bring them back. Look them up in the source.',
        'zh-CN': '“{run}”处的字符在转换编码时丢失，无法复原。请查对来源。',
        'zh-TW': '「{run}」處的字元在轉換編碼時遺失，無法復原。請查對來源。',
      },
    },
  },
  trigger: {
    on: 'char',
    chars: `${CYCLES.join('')}?〓`,
    check({ doc, text, report }, at) {
      if (text[at] === '?') {
        const end = doc.share(lostToQuestionMarks).get(at);
        if (end !== undefined)
          report({ start: at, end, messageId: 'found', args: { run: text.slice(at, end) } });
        return;
      }
      if (text[at] === GETA) {
        if (isHanAt(text, at - 1) && isHanAt(text, at + 1))
          report({ start: at, end: at + 1, messageId: 'found', args: { run: GETA } });
        return;
      }
      const cycle = CYCLES.find(c => c.includes(text[at]!))!;
      if (at > 0 && continues(text, at, cycle)) return;
      let end = at + 1;
      while (end < text.length && continues(text, end, cycle)) end++;
      const size = end - at;
      const run = size > 12 ? `${text.slice(at, at + 12)}…` : text.slice(at, end);
      if (cycle !== '\ufffd') {
        if (size < cycle.length) return;
        if (size < DAMAGE_LENGTH && !(cycle.length > 1 && isDamageNear(text, at, end))) return;
        if (QUOTES.includes(text[at - 1] ?? ' ') && QUOTES.includes(text[end] ?? ' ')) return;
        if (SPOKEN.test(text.slice(Math.max(0, at - REACH), end + REACH))) return;
      } else if (isForeignCode(doc, at) || (size === 1 && doc.share(isOnReplacement))) return;
      report({ start: at, end, messageId: 'found', args: { run } });
    },
  },
});

/** Words of a text about damage, which shows it: 锟斤拷是乱码. */
const SPOKEN = /乱码|亂碼|编码|編碼|程序员|程式設計師/;
const REACH = 24;

// A text that calls the character by its name or number shows it.
const isOnReplacement = ({ text }: Document): boolean => /U\+FFFD\b|REPLACEMENT CHARACTER/i.test(text);

// True when the character at `at` follows the one before it in the cycle.
function continues(text: string, at: number, cycle: string): boolean {
  const before = cycle.indexOf(text[at - 1]!);
  return before >= 0 && cycle[(before + 1) % cycle.length] === text[at];
}

function isDamageNear(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - NEAR), start) + text.slice(end, end + NEAR);
  return near.includes('\ufffd') || CYCLES.some(cycle => cycle.length > 1 && near.includes(cycle));
}
