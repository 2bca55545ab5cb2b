import type { Document } from '../../document/document.ts';
import { digitsEnd, digitsStart, measureAt, opensLine } from '../../numbers/context.ts';
import { prefersHalfwidth } from '../../numbers/digitWidth.ts';
import { marksAfterDigits } from '../../numbers/marksAfterDigits.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { RuleContext } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

const PLAIN: Readonly<Record<string, string>> = { '，': ',', '．': '.', '：': ':' };
const CLOCK =
  /(?:上午|下午|中午|午后|午後|凌晨|早上|晚上|傍晚|清晨|清早|[深当當]夜|夜[里裡裏间間]|当晚|當晚|[日号號早晚]|时间|時間|每天|每日|开放|開放|营业|營業|[至—～~-])[ ：:]?$/;
/** What happens at a time of day, right after it. */
const CLOCKED =
  /^(?:发车|發車|开车|開車|收车|收車|开馆|開館|闭馆|閉館|开门|開門|关门|關門|开始|開始|结束|結束|起飞|起飛|抵达|抵達|到达|到達|左右|[开開]播|[开開][会會])/;

export const rule = defineRule({
  meta: {
    id: 'number/fullwidth-separator',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A full-width mark inside a figure',
      'zh-CN': '数字内部用了全角标点',
      'zh-TW': '數字內部用了全形標點',
    },
    messages: {
      found: {
        en: '“{figure}” is one figure, but the full-width mark splits it into two. Write {plain}.',
        'zh-CN': '“{figure}”是一个数，全角标点把它断成两截。应作 {plain}。',
        'zh-TW': '「{figure}」是一個數，全形標點把它斷成兩截。應作 {plain}。',
      },
      replace: { en: 'Write {plain}', 'zh-CN': '改为 {plain}', 'zh-TW': '改為 {plain}' },
    },
  },
  trigger: {
    on: 'document',
    check(context) {
      for (const at of context.doc.share(marksAfterDigits))
        if (PLAIN[context.text[at]!] !== undefined) judge(context, at);
    },
  },
  fix({ text }, { start, end, data }) {
    const edits = [];
    for (let i = start; i < end; i++) {
      const mark = PLAIN[text[i]!];
      if (mark) edits.push({ start: i, end: i + 1, text: mark });
    }
    const args = { plain: plain(text.slice(start, end)) };
    return [{ titleId: 'replace', args, edits, safety: data === true ? 'safe' : 'unsafe' }];
  },
});

function judge({ doc, text, report }: RuleContext, at: number): void {
  const start = digitsStart(text, at);
  if (start === at || digitsEnd(text, at + 1) === at + 1) return;
  const mark = text[at]!;
  // The first mark of a chain speaks for all of it.
  if (start > 1 && text[start - 1] === mark && digitsStart(text, start - 1) < start - 1) return;
  const end = mark === '，' ? groupsEnd(text, start, at) : digitsEnd(text, at + 1);
  if (
    end < 0 ||
    (text[end] === mark && digitsEnd(text, end + 1) > end + 1) ||
    /[第A-Za-z.]/.test(text[start - 1] ?? ' ') ||
    /[A-Za-z]-$/.test(text.slice(Math.max(0, start - 2), start))
  )
    return;
  const isSure = measureAt(text, end) !== undefined;
  if (!accepts(doc, mark, start, at, end, isSure)) return;
  if (/[０-９]/.test(text.slice(start, end)) && !doc.share(prefersHalfwidth)) return;
  const figure = text.slice(start, end);
  const safe = isSure && mark !== '：';
  // Where no time is written otherwise, nothing tells a slip from the way of the text.
  const level = mark === '：' && !doc.share(writesPlainClocks) ? 'info' : 'warning';
  report({ start, end, messageId: 'found', args: { figure, plain: plain(figure) }, data: safe, level });
}

function accepts(
  doc: Document,
  mark: string,
  start: number,
  at: number,
  end: number,
  isSure: boolean,
): boolean {
  const { text } = doc;
  if (mark === '．') {
    // "1．5名学生" at the start of a line is item 1; 3．2 there is a section.
    return !opensLine(doc, start) && !/[图圖表式例节節。；]/.test(text[start - 1] ?? ' ');
  }
  if (mark === '：') {
    const hour = Number(plain(text.slice(start, at)));
    const isClock = at - start <= 2 && end - at === 3 && hour <= 24 && /[0-5０-５]/.test(text[at + 1]!);
    const isTold =
      CLOCK.test(text.slice(Math.max(0, start - 5), start)) || CLOCKED.test(text.slice(end, end + 2));
    return isClock && isTold && !doc.share(writesWideClocks);
  }
  const groups = text.slice(start, end).split('，');
  // 110，120，130 is a list; only a unit makes a first group of three digits credible.
  if (groups[0]!.length === 3) return isSure && groups.some(group => !/[0０]$/.test(group));
  return isSure || groups.length >= 3;
}

/** So many times of day, and none with a half-width colon, are the style of a text. */
const CLOCKS = 6;
const writesWideClocks = (doc: Document): boolean =>
  !doc.share(writesPlainClocks) && (doc.text.match(/\d：[0-5]\d(?!\d)/g)?.length ?? 0) >= CLOCKS;
const writesPlainClocks = ({ text }: Document): boolean => /\d:[0-5]\d(?!\d)/.test(text);

// End of digits grouped by three, or -1.
function groupsEnd(text: string, start: number, first: number): number {
  if (first - start > 3 || /[0０]/.test(text[start]!)) return -1;
  let at = first;
  for (let groups = 0; groups < 8; groups++) {
    const end = digitsEnd(text, at + 1);
    if (end - at !== 4) return -1;
    at = end;
    if (text[at] !== '，' || digitsEnd(text, at + 1) === at + 1) break;
  }
  if (text[at] === '.' && digitsEnd(text, at + 1) > at + 1) at = digitsEnd(text, at + 1);
  return at;
}

const plain = (figure: string): string => figure.replace(/[，．：]/g, mark => PLAIN[mark]!);
