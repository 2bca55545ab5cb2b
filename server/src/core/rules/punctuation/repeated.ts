import type { Document } from '../../document/document.ts';
import { bigramScore } from '../../language/bigrams.ts';
import { Mark, marksOf } from '../../punctuation/marks.ts';
import { isMention } from '../../punctuation/mention.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Repair } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isAsciiLetter } from '../../text/charClass.ts';

// GB/T 15834—2011 combines only ？ and ！; of two other marks the stronger stop is kept.
const STRENGTH = '、，：；。';
const CALLS = '？！';

export const rule = defineRule({
  meta: {
    id: 'punctuation/repeated',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'Two punctuation marks where one belongs',
      'zh-CN': '标点重复',
      'zh-TW': '標點重複',
    },
    messages: {
      found: {
        en: '“{marks}”: two marks where one belongs; usually the rest of an edit or of removed text. Keep “{keep}”.',
        'zh-CN': '“{marks}”：标点重复，多为改稿或删字所遗。保留“{keep}”。',
        'zh-TW': '「{marks}」：標點重複，多為改稿或刪字所遺。保留「{keep}」。',
      },
      keep: { en: 'Keep only “{keep}”', 'zh-CN': '只保留“{keep}”', 'zh-TW': '只保留「{keep}」' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const { count, at, kind, hasRuns } = doc.share(marksOf);
      if (!hasRuns) return;
      for (let m = 0; m + 1 < count; m++) {
        const start = at[m]!;
        if (at[m + 1] !== start + 1 || !isStop(kind[m]!) || !isStop(kind[m + 1]!)) continue;
        let last = m + 1;
        while (last + 1 < count && at[last + 1] === at[last]! + 1 && isStop(kind[last + 1]!)) last++;
        const end = at[last]! + 1;
        m = last;
        // Runs of three and more are 。。。 for an ellipsis, a list of marks or a mask, not a slip.
        if (end - start !== 2 || isMention(text, start, end)) continue;
        const marks = text.slice(start, end);
        const calls = [...marks].filter(c => CALLS.includes(c)).length;
        if (calls === 2 || (calls === 1 && isSpokenOf(text, start, marks))) continue;
        if (marks === '：、' && isLabelList(text, start)) continue;
        // 写完了。：） has a face after the stop.
        if (marks[1] === '：' && '）)（('.includes(text[end] ?? ' ')) continue;
        if (marks === '：：' && isScope(doc, start) && doc.share(scopes) >= FEWEST_SCOPES) continue;
        report({ start, end, messageId: 'found', args: { marks, keep: keepers(marks)[0]! } });
      }
    },
  },
  fix({ doc, text }, { start, end }) {
    const kept = keepers(text.slice(start, end));
    const isCertain = kept.length === 1 && !mayHideLoss(text, start) && doc.share(lostWords) < FEWEST_LOST;
    return kept.map(
      (keep): Repair => ({
        titleId: 'keep',
        args: { keep },
        edits: [{ start, end, text: keep }],
        safety: isCertain ? 'safe' : 'unsafe',
      }),
    );
  },
});

const isStop = (kind: number): boolean =>
  (kind >= Mark.WideComma && kind <= Mark.WideQuestion) || kind === Mark.Stop || kind === Mark.Pause;

// "Yahoo！，" ends a name; "为什么？、怎么办？" lists questions; in （？，约1900年） the mark stands for what is not known.
const isSpokenOf = (text: string, start: number, marks: string): boolean =>
  marks[1] === '、' ||
  marks[1] === '；' ||
  (marks[0] === '！' && isAsciiLetter(text.charCodeAt(start - 1))) ||
  (marks[0] === '？' && '(（[［〔'.includes(text[start - 1] ?? ' '));

// 报告人：、审核人： are labels named with their colons.
const isLabelList = (text: string, start: number): boolean =>
  /^[\p{Script=Han}A-Za-z]{1,10}：/u.test(text.slice(start + 2, start + 2 + NEAR));
const NEAR = 12;

/** Fewest cells of the form 配置：：底层 that make the doubled colon a sign of the document. */
const FEWEST_SCOPES = 3;
/** Longest word (UTF-16 units) on either side of such a colon. */
const MOST_SCOPE = 12;
const EDGES = '|│┃\n\r<>';

// A cell or line of its own that holds nothing but two words and the colons between them.
function isScope(doc: Document, at: number): boolean {
  const { text } = doc;
  const block = doc.blocks[doc.blockIndexAt(at)];
  if (!block) return false;
  let from = at;
  while (from > block.contentStart && at - from <= MOST_SCOPE && !EDGES.includes(text[from - 1]!)) from--;
  let to = at + 2;
  while (to < block.contentEnd && to - at <= MOST_SCOPE + 2 && !EDGES.includes(text[to]!)) to++;
  return /^\s*[\p{L}\p{N}]+：：[\p{L}\p{N}]*\s*$/u.test(text.slice(from, to));
}

function scopes(doc: Document): number {
  let count = 0;
  for (let at = doc.text.indexOf('：：'); at >= 0; at = doc.text.indexOf('：：', at + 2))
    if (isScope(doc, at) && ++count >= FEWEST_SCOPES) break;
  return count;
}

// Where a link, a figure or a formula fell out, the marks round it meet: 请参阅：。 and 包括 、、. To make one mark of them
// would hide that. In clean text with 290 such pairs those between which words are missing looked like this.
const mayHideLoss = (text: string, start: number): boolean =>
  LOST_BETWEEN.test(text.slice(start, start + 2)) ||
  ' \u3000（(「『“《'.includes(text[start - 1] ?? '\n') ||
  text[start + 2] === ' ' ||
  NEEDS_MORE.test(text.slice(Math.max(0, start - 2), start)) ||
  (PARTICLES.includes(text[start - 1]!) &&
    bigramScore(text.charCodeAt(start - 2), text.charCodeAt(start - 1)) < IN_WORD);
const LOST_BETWEEN = /、、|：[^：]|。[^。]/;
const NEEDS_MORE =
  /参[见閱阅考]|參[見閱考]|[访訪]问|訪問|点击|點擊|包括|包含|例如|比如|譬如|名[为為]|使用|用于|用於|提供|位于|位於|等于|等於|[设設][为為]/;
/** What no clause ends with, unless it is the end of a word: 目的, 存在. */
const PARTICLES = '是为為在从從对對由和或与與及的把将將向叫称稱见見有使每第约約共达達至到';
/** Nats by which two characters are likelier in one word than on both sides of a word's end. */
const IN_WORD = 1.5;

/** From so many on, a document has lost words in other places too. */
const FEWEST_LOST = 2;
function lostWords(doc: Document): number {
  const { count, at, kind } = doc.share(marksOf);
  let found = 0;
  for (let m = 0; m + 1 < count && found < FEWEST_LOST; m++)
    if (
      at[m + 1] === at[m]! + 1 &&
      isStop(kind[m]!) &&
      isStop(kind[m + 1]!) &&
      !isMention(doc.text, at[m]!, at[m]! + 2) &&
      mayHideLoss(doc.text, at[m]!)
    )
      found++;
  return found;
}

/** The marks that may stay, likeliest first: only between two stops of one kind is the answer certain. */
function keepers(marks: string): string[] {
  const [first, second] = [...marks] as [string, string];
  if (first === second) return [first];
  if (CALLS.includes(first)) return [first, second];
  if (CALLS.includes(second)) return [second, first];
  return [STRENGTH.indexOf(second) > STRENGTH.indexOf(first) ? second : first];
}
