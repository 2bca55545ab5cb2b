import type { Document } from '../../document/document.ts';
import { isKept } from '../../punctuation/keptMarks.ts';
import { anyOf, Mark, type Marks, marksOf, WidthKind } from '../../punctuation/marks.ts';
import { widthOf } from '../../punctuation/width.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import type { Span } from '../../text/span.ts';

const HALF = ',;:!?()';
const FULL = '，；：！？（）';
/** By mark, for all findings of a text that was folded throughout: there are thousands. */
const ARGS = [...HALF].map((mark, i) => ({ mark, wide: FULL[i]! }));
const DOT = { mark: '.', wide: '。' };
/** From so many marks on, that all of them are half-width has one cause, which is said once. */
const MANY = 10;

export const rule = defineRule({
  meta: {
    id: 'punctuation/halfwidth',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'Half-width punctuation in Han text',
      'zh-CN': '中文里的半角标点',
      'zh-TW': '中文裡的半形標點',
    },
    messages: {
      found: {
        en: 'Half-width “{mark}” in Han text; mixed widths break search and line breaking. Write “{wide}”.',
        'zh-CN': '中文里用了半角“{mark}”，全半角混用会影响检索和断行。应写作“{wide}”。',
        'zh-TW': '中文裡用了半形「{mark}」，全半形混用會影響檢索和斷行。應寫作「{wide}」。',
      },
      folded: {
        en: 'Half-width “{mark}”: {count} marks of this text were folded to ASCII (，：；？！（） lost, 。、“” kept), as a filter on the web page does. Write “{wide}”.',
        'zh-CN':
          '半角“{mark}”：全文有 {count} 处标点被过滤程序转成半角（只剩。、“”仍是全角）。应写作“{wide}”。',
        'zh-TW':
          '半形「{mark}」：全文有 {count} 處標點被過濾程式轉成半形（只剩。、“”仍是全形）。應寫作「{wide}」。',
      },
      widen: {
        en: 'Replace with full-width “{wide}”',
        'zh-CN': '改为全角“{wide}”',
        'zh-TW': '改為全形「{wide}」',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      if (doc.counts.han === 0 || !mayHold(doc.share(marksOf))) return;
      const evidence = doc.share(widthOf);
      const { marks, contexts, verdictOf } = evidence;
      let explained = false;
      for (let m = 0; m < marks.count; m++) {
        const context = contexts.of[m]!;
        const kind = marks.kind[m]!;
        if (
          kind === Mark.Dot &&
          context !== 0 &&
          evidence.verdictOf(m).flagsDots &&
          endsSentence(text, marks.at[m]!)
        ) {
          report({ start: marks.at[m]!, end: marks.at[m]! + 1, messageId: 'found', args: DOT });
          continue;
        }
        if (context === 0 || kind > Mark.Close) continue;
        const { width, flags, narrow } = verdictOf(m);
        if (!flags[context - 1] || (!flags[WidthKind.Doubtful] && isKept(doc, evidence, m))) continue;
        const { start, end } = withBlanks(doc, marks.at[m]!);
        const args = ARGS[kind - 1]!;
        if (width === 'folded' && narrow >= MANY && !explained) {
          explained = true;
          report({ start, end, messageId: 'folded', args: { ...args, count: narrow } });
        } else report({ start, end, messageId: 'found', args });
      }
    },
  },
  fix({ text }, { start, end }) {
    const mark = text.slice(start, end).trim();
    const wide = mark === DOT.mark ? DOT.wide : FULL[HALF.indexOf(mark)]!;
    // A dot may be all that is left of something else.
    const safety = mark === DOT.mark ? 'unsafe' : 'safe';
    return [{ titleId: 'widen', args: { wide }, edits: [{ start, end, text: wide }], safety }];
  },
});

const mayHold = (marks: Marks): boolean =>
  anyOf(marks, Mark.Comma, Mark.Close) || marks.counts[Mark.Dot]! > 0;

// Behind a clause, at the end of a line: no abbreviation, file name or item. Amid a line it may stand
// for the dot of a name, 唐納.川普.
const endsSentence = (text: string, at: number): boolean =>
  /[\p{Script=Han}”」』》）]{4}$/u.test(text.slice(Math.max(0, at - 8), at)) &&
  /^(?:\s*$|[^\S\r\n]*[\r\n])/.test(text.slice(at + 1, at + 6)) &&
  !/[.．…]/.test(text.slice(Math.max(0, at - REACH), at));
/** A line with more of them is a list of names or of parts. */
const REACH = 12;

// A full-width mark brings its own space, so a blank beside the half-width one goes with it. Of two marks with a blank
// between, the first takes it.
function withBlanks(doc: Document, at: number): Span {
  const { text, regions } = doc;
  const isBlank = (i: number): boolean => text[i] === ' ' && regions.within(i, i + 1, Regions.prose);
  const mark = text[at]!;
  const takesBefore =
    mark !== ')' && isBlank(at - 1) && isVisible(text[at - 2]) && !HALF.includes(text[at - 2]!);
  const takesAfter = mark !== '(' && isBlank(at + 1) && isVisible(text[at + 2]);
  return { start: takesBefore ? at - 1 : at, end: takesAfter ? at + 2 : at + 1 };
}

const isVisible = (c: string | undefined): boolean => c !== undefined && !' \n\r'.includes(c);
