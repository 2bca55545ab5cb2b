import type { Document } from '../../document/document.ts';
import { Mark, marksOf } from '../../punctuation/marks.ts';
import { standsAlone } from '../../punctuation/mention.ts';
import { pairsOf } from '../../punctuation/pairs.ts';
import { Partner } from '../../punctuation/partner.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { judgedScript } from '../../script/evidence.ts';
import { isHanAt } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'punctuation/unpaired',
    level: 'warning',
    fix: 'none',
    regions: Regions.prose,
    summary: {
      en: 'A quotation mark or bracket without its partner',
      'zh-CN': '引号、括号或书名号不成对',
      'zh-TW': '引號、括號或書名號不成對',
    },
    messages: {
      opening: {
        en: 'This {mark} is never closed; where the quotation or note ends is lost. Add its partner or delete it.',
        'zh-CN': '这里的 {mark} 没有配对的后半，引文或注释到哪里为止已不清楚。应补上或删去。',
        'zh-TW': '這裡的 {mark} 沒有配對的後半，引文或註釋到哪裡為止已不清楚。應補上或刪去。',
      },
      closing: {
        en: 'This {mark} was never opened; where the quotation or note begins is lost. Add its partner or delete it.',
        'zh-CN': '这里的 {mark} 没有配对的前半，引文或注释从哪里开始已不清楚。应补上或删去。',
        'zh-TW': '這裡的 {mark} 沒有配對的前半，引文或註釋從哪裡開始已不清楚。應補上或刪去。',
      },
      crossed: {
        en: 'This {mark} closes across another pair; pairs nest. Exchange the two closing marks.',
        'zh-CN': '这里的 {mark} 与另一对标点交叉，成对的标点应层层嵌套。应对调两个后半标点。',
        'zh-TW': '這裡的 {mark} 與另一對標點交叉，成對的標點應層層嵌套。應對調兩個後半標點。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const { count, at, kind } = doc.share(marksOf);
      const { of } = doc.share(pairsOf);
      const open: number[] = [];
      const crossed = new Set<number>();
      let spoken = -1;
      for (let m = 0; m < count; m++) {
        const partner = of[m]!;
        const start = at[m]!;
        if (partner === Partner.Missing) {
          if (m <= spoken) continue;
          const last = endOfRow(at, of, m);
          if (last - m >= ROW) {
            spoken = last;
            if (!hasLonely(text, at, m, last)) continue;
            const messageId = isOpening(kind[m]!) ? 'opening' : 'closing';
            report({
              start,
              end: at[last]! + 1,
              messageId,
              args: { mark: `${text.slice(start, start + ROW)}…` },
            });
            continue;
          }
          if (
            !isChinese(text, start) ||
            standsAlone(text, start) ||
            isAside(doc, start) ||
            isOfFace(text, start) ||
            isOkina(text, start) ||
            isKicker(doc, start) ||
            isListed(text, start)
          )
            continue;
          report({
            start,
            end: start + 1,
            messageId: isOpening(kind[m]!) ? 'opening' : 'closing',
            args: { mark: text[start]! },
          });
        } else if (partner > m) open.push(m);
        else if (partner >= 0 && !crossed.delete(partner)) {
          // Whatever opened after the partner and is still open will close across this pair.
          while (open.length > 0 && open[open.length - 1] !== partner) {
            const inner = open.pop()!;
            crossed.add(inner);
            const end = at[of[inner]!]!;
            if (!isProgram(text, end))
              report({ start: end, end: end + 1, messageId: 'crossed', args: { mark: text[end]! } });
          }
          open.pop();
        }
      }
    },
  },
});

/** More lonely marks than this side by side are one finding: a row of brackets has one cause. */
const ROW = 3;

/** The last of the marks without partners that stand side by side from `m` on. */
function endOfRow(at: Int32Array, of: Int32Array, m: number): number {
  let last = m;
  while (last + 1 < at.length && of[last + 1] === Partner.Missing && at[last + 1] === at[last]! + 1) last++;
  return last;
}

function hasLonely(text: string, at: Int32Array, first: number, last: number): boolean {
  for (let m = first; m <= last; m++) if (isChinese(text, at[m]!) && !standsAlone(text, at[m]!)) return true;
  return false;
}

const isOpening = (kind: number): boolean =>
  kind === Mark.Open || kind === Mark.WideOpen || (kind >= Mark.DoubleOpen && (kind & 1) === 0);

// ESC )0 is what a terminal is sent.
const isProgram = (text: string, at: number): boolean =>
  /[ !-~][()][A-Za-z0-9]/.test(text.slice(at - 1, at + 2));

// _(:з」∠)_
const isOfFace = (text: string, at: number): boolean =>
  text[at] === '」' && text[at + 1] === '∠' && /[:：][зε3З]$/.test(text.slice(Math.max(0, at - 2), at));

// …（逃, …（笑: an aside of the net, at the end of a sentence or a paragraph, that nobody closes.
const isAside = (doc: Document, at: number): boolean => {
  const { text } = doc;
  if (text[at] !== '（' && text[at] !== '(') return false;
  const after = text.slice(at + 1, at + 16);
  const endsSentence = '…。！？～~'.includes(text[at - 1] ?? ' ');
  return (endsSentence || doc.share(writesAsides) ? ENDS_LINE : ENDS_PARAGRAPH).test(after);
};

// A page that ends several lines so is in that style: 終於到了（累⏎. A bracket that was lost stands alone.
const writesAsides = ({ text }: Document): boolean => {
  let count = 0;
  for (const { index } of text.matchAll(ASIDE)) if (index >= 0 && ++count >= STYLE) return true;
  return false;
};
const ASIDE =
  /（(?:大?[笑誤误爆炸汗逃茶菸烟煙跪倒昏默死抖羞揍毆囧怒哭嘆叹淚泪欸咦喂菸雾霧]|拇指|遮臉|遮脸|掩面|攤手|摊手|扶額|扶额|遠目|远目|淚奔|泪奔|無誤|合掌|灑花|转圈|轉圈|點頭|点头|搖頭|摇头|歪頭|歪头|被揍|被打|被拖走|不是|[?？])[ \t]*(?=[\r\n（]|$)/gu;
const STYLE = 3;
const ENDS_LINE = /^(?:\p{Script=Han}{1,3}|[?？])[ \t]*(?:\r?\n|（|$)/u;
const ENDS_PARAGRAPH = /^\p{Script=Han}{1,3}[ \t]*(?:\r?\n[ \t]*(?:\r?\n|$)|$)/u;

// 符号如!、?、^和): one of the signs that a sentence lists.
const isListed = (text: string, at: number): boolean =>
  /[!"#$%&'*+./<=>?@^_`{|}~-];?\s?[、和与與及或]\s?$/.test(text.slice(Math.max(0, at - 6), at)) &&
  /^[\s，。、；)]/.test(text.slice(at + 1, at + 2));

// 颱風動態》海葵最新路徑: newspapers of Taiwan part a headline's kicker so; a headline has no full stop, and a sentence
// whose 《 was lost has one.
const isKicker = (doc: Document, at: number): boolean => {
  const { text } = doc;
  if (!'》〉'.includes(text[at]!) || doc.share(judgedScript).script === 'simplified') return false;
  const line = /[^\r\n>]*$/.exec(text.slice(Math.max(0, at - 40), at))![0];
  const kicker = line.replace(LIST_MARK, '');
  if (kicker.length === 0 || kicker.length > 12 || /[《〈。！？；：，]/.test(kicker)) return false;
  const headline = /^[^\r\n<]*/.exec(text.slice(at + 1, at + 80))![0];
  return headline.length > 3 && !/[。；]/.test(headline);
};
const LIST_MARK = /^[\s\u3000]*(?:[・‧·•▪▶►▲▼■◆★※→*+-]|\d{1,2}[.、．]|\[)?[\s\u3000]*/;

// In Hawaiian and Tongan names the mark is a letter; it stands before a vowel.
const isOkina = (text: string, at: number): boolean =>
  text[at] === '‘' && /^[aeiouāēīōū][a-zāēīōū’‘]{2,}(?![\w’])/i.test(text.slice(at + 1, at + 40));

// A half-width bracket between Latin letters or signs is part of a formula or a program.
const isChinese = (text: string, at: number): boolean =>
  !'()'.includes(text[at]!) || isHanAt(text, at - 1) || isHanAt(text, at + 1);
