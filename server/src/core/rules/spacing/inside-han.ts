import { boundAcross } from '../../language/lexicon.ts';
import { Mark, marksOf } from '../../punctuation/marks.ts';
import { Junction } from '../../punctuation/prose.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import { phraseTable } from '../../script/phraseTable.ts';
import { spell } from '../../script/wordForms.ts';
import { endsHandle } from '../../spacing/fields.ts';
import { spacingOf } from '../../spacing/spacing.ts';
import { isHan } from '../../text/charClass.ts';

const REGIONS = 1 << RegionKind.Prose;
/** Han on either side up to the next mark or space: fewer is a name or a padded word. */
const CLAUSE = 3;
/** After a stop, or at the start of a line, a name, a title or a caption may begin: there it takes more. */
const OPENING = 5;
const REACH = 40;
/** More such spaces than one for this many Han are a habit: verse, columns, or text cut into words. */
const HAN_FOR_EACH = 100;
/** So many that the text is set with letters apart. */
const HAN_FOR_EACH_IF_SPACED = 8;
/** Unless so large a share of them parts words, as text from a PDF or from OCR does. */
const DAMAGED = 0.3;
/** Han on either side that are read for words. */
const AROUND = 4;
/** How much likelier, in nats, a word over the space has to be. */
const DECISIVE = 4;

export const rule = defineRule({
  meta: {
    id: 'spacing/inside-han',
    level: 'info',
    fix: 'unsafe',
    regions: REGIONS & Regions.prose,
    summary: {
      en: 'A space inside a Han sentence',
      'zh-CN': '汉字句子里的空格',
      'zh-TW': '漢字句子裡的空格',
    },
    messages: {
      found: {
        en: 'A space inside a sentence, usually the rest of a line break or of a lost mark. Delete it, or write the mark.',
        'zh-CN': '句子里有空格，多为误断行或漏掉标点所遗。应删除或补上标点。',
        'zh-TW': '句子裡有空格，多為誤斷行或漏掉標點所遺。應刪除或補上標點。',
      },
      remove: { en: 'Delete the space', 'zh-CN': '删除空格', 'zh-TW': '刪除空格' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const { count, at, kind } = doc.share(spacingOf);
      const places: number[] = [];
      for (let j = 0; j < count; j++) if (kind[j] === Junction.HanHan) places.push(at[j]!);
      if (places.length === 0) return;
      const marks = doc.share(marksOf);
      const found: number[] = [];
      let split = 0;
      // Titles, captions and names have their spaces by right; only those of sentences can be a habit.
      let inSentences = 0;
      let m = 0;
      for (const space of places) {
        while (m < marks.count && marks.at[m]! < space) m++;
        const before = m > 0 && isNear(text, marks.at[m - 1]!, space) ? marks.kind[m - 1]! : -1;
        const after = m < marks.count && isNear(text, space, marks.at[m]!) ? marks.kind[m]! : -1;
        if (isPoint(before) || isPoint(after)) inSentences++;
        // A line with a comma or a stop is a sentence. Where the space parts no word, it takes one before and one
        // after.
        if ((isPoint(before) || isPoint(after)) && splitsWord(text, space)) {
          split++;
          found.push(space);
        } else if (isPoint(after) && isInClause(text, space, isComma(before) ? CLAUSE : OPENING))
          found.push(space);
      }
      const isHabit = inSentences * HAN_FOR_EACH > doc.counts.han;
      if (isHabit && split < inSentences * DAMAGED) return;
      const isSpaced = places.length * HAN_FOR_EACH_IF_SPACED > doc.counts.han;
      if (isSpaced && split < places.length * DAMAGED) return;
      for (const space of found)
        if (!endsHandle(text, space)) report({ start: space, end: space + 1, messageId: 'found' });
    },
  },
  fix: (_, { start, end }) => [{ titleId: 'remove', edits: [{ start, end, text: '' }], safety: 'unsafe' }],
});

const isNear = (text: string, from: number, to: number): boolean =>
  to - from <= REACH && !text.slice(from, to).includes('\n');

const isInClause = (text: string, space: number, least: number): boolean =>
  hanRun(text, space - 1, -1, least) === least && hanRun(text, space + 1, 1, CLAUSE) === CLAUSE;

// 阅 览 or 图书 馆: the likeliest reading has a word over the space. 王 芳 and 目 录, padded between marks, stand alone.
function splitsWord(text: string, space: number): boolean {
  const before = hanRun(text, space - 1, -1, AROUND);
  const after = hanRun(text, space + 1, 1, AROUND);
  if (before === 1 && after === 1 && text[space - 2] !== ' ' && text[space + 2] !== ' ') return false;
  const run = text.slice(space - before, space) + text.slice(space + 1, space + 1 + after);
  return boundAcross(spell(run, phraseTable().simple), before) >= DECISIVE;
}

const isComma = (kind: number): boolean =>
  kind === Mark.WideComma || kind === Mark.Comma || kind === Mark.WideSemicolon || kind === Mark.Semicolon;
const isPoint = (kind: number): boolean => isComma(kind) || kind === Mark.Stop;

function hanRun(text: string, at: number, step: 1 | -1, most: number): number {
  let length = 0;
  while (length < most && isHan(text.charCodeAt(at + step * length))) length++;
  return length;
}
