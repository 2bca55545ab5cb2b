// Quotation marks and brackets that have no partner and miss none: asides of the net, faces, kickers of headlines,
// signs that a sentence lists, what programs print.
import type { Document } from '../document/document.ts';
import { judgedScript } from '../script/evidence.ts';
import { isHanAt } from '../text/charClass.ts';
import { standsAlone } from './mention.ts';

/** True for the mark at `at`, which has no partner, where it needs none. */
export const needsNoPartner = (doc: Document, at: number): boolean => {
  const { text } = doc;
  return (
    !isChinese(text, at) ||
    standsAlone(text, at) ||
    isAside(doc, at) ||
    isOfFace(text, at) ||
    isOkina(text, at) ||
    isLatin(text, at) ||
    isKicker(doc, at) ||
    isListed(text, at)
  );
};

/** True for a lonely mark of a row of them that makes the row a finding. */
export const isLonely = (text: string, at: number): boolean => isChinese(text, at) && !standsAlone(text, at);

/** ESC )0 is what a terminal is sent. */
export const isProgram = (text: string, at: number): boolean =>
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

// find -name ’*.c’: a single mark on a line of a program, or of another language.
function isLatin(text: string, at: number): boolean {
  if (!'‘’'.includes(text[at]!)) return false;
  for (const step of [-1, 1])
    for (
      let i = at + step, n = 0;
      n < SINGLE_REACH && text[i] !== undefined && text[i] !== '\n';
      i += step, n++
    )
      if (isHanAt(text, i)) return false;
  return true;
}
const SINGLE_REACH = 24;

// A half-width bracket between Latin letters or signs is part of a formula or a program.
const isChinese = (text: string, at: number): boolean =>
  !'()'.includes(text[at]!) || isHanAt(text, at - 1) || isHanAt(text, at + 1);
