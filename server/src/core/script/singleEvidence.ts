// Characters that prove themselves wrong without a word: those whose own use in a script is a closed list, 余 between
// a number and what it counts, and 并 at the start of a clause.
import type { Document } from '../document/document.ts';
import { isHanAt } from '../text/charClass.ts';
import { countUpTo } from '../text/countUpTo.ts';
import { lazyTable } from '../text/unpack.ts';
import type { Script } from './evidence.ts';
import { PARTICLE_AS_AUTHOR } from './particle.ts';
import { isKept, type WordEvidence } from './wordEvidence.ts';
import { RARE_IN_SIMPLIFIED, RARE_IN_TRADITIONAL } from './wordLists.ts';

const rare = lazyTable('rare characters', () => ({
  simplified: pairsOf(RARE_IN_SIMPLIFIED),
  traditional: pairsOf(RARE_IN_TRADITIONAL),
}));
const units = lazyTable('single characters', () => ({
  simplified: unitsOf([...rare().simplified.keys(), PARTICLE_AS_AUTHOR]),
  traditional: unitsOf([...rare().traditional.keys(), '余', '并', '于', '后', '隻']),
}));

const pairsOf = (table: string): ReadonlyMap<string, string> =>
  new Map(table.split(' ').map(pair => [pair[0]!, pair[1]!]));

function unitsOf(chars: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of chars) table[char.charCodeAt(0)] = 1;
  return table;
}

/** 1 for each code unit that `singleCharacterAt` knows something about. */
export const singleUnits = (script: Script): Uint8Array => units()[script];

export function singleCharacterAt(doc: Document, at: number, script: Script): WordEvidence | undefined {
  const { text } = doc;
  const char = text[at]!;
  if (script === 'traditional') {
    if (char === '余') return surplusAt(text, at);
    if (char === '并') return conjunctionAt(doc, at);
    if (char === '于' || char === '后') return leftBehindAt(doc, at, char);
    if (char === '隻') return onlyAt(text, at);
  }
  const meant = rare()[script].get(char);
  if (meant === undefined) return undefined;
  if (script === 'simplified' && (char === '瞭' || char === '藉')) {
    // Words with 了 and 借 are written with these in Traditional, so that the table of words keeps both.
    const next = text[at + 1] ?? '\n';
    const isOwn =
      char === '瞭'
        ? LOOKOUT.includes(next) || text[at - 1] === '明'
        : !LEANS_ON.includes(next) && text[at - 1] !== '凭';
    if (isOwn) return undefined;
  } else if (isKept(text, at, script)) return undefined;
  // A name of foreign sound or a character that is spoken of stands between marks or alone, and 於 may be a surname:
  // it begins two or three Han between marks.
  if (!isHanAt(text, at - 1) && (!isHanAt(text, at + 1) || (char === '於' && isNameSized(text, at))))
    return undefined;
  return { start: at, end: at + 1, words: [meant] };
}

/** What follows liào; 明瞭 is printed too. */
const LOOKOUT = '望哨台敌见';
/** What follows 藉 where it means 借; elsewhere it is jí, a mat, or 籍 misread. */
const LEANS_ON = '由助此以着著故机端';

const isNameSized = (text: string, at: number): boolean => {
  let end = at + 1;
  let length = 1;
  for (; length <= 3 && isHanAt(text, end); length++) end += charAt(text, end).length;
  return length <= 3;
};

// A character beyond the first plane is never cut in half.
const charAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at)!);

/** What stands after a person's name: 第10余先生 is nobody's surplus. */
const TITLES = /^(?:先生|女士|小姐|某|姓|氏)/;

// 600余起, 三十余年: between a number and a measure or a larger number.
function surplusAt(text: string, at: number): WordEvidence | undefined {
  const before = text[at - 1] ?? '';
  if (!/[0-9０-９%％十百千萬億]/.test(before) || !isHanAt(text, at + 1)) return undefined;
  if (TITLES.test(text.slice(at + 1, at + 3))) return undefined;
  const next = charAt(text, at + 1);
  return { start: at, end: at + 1 + next.length, words: [`餘${next}`] };
}

/** What 隻 counts, or what counts with it: 三隻, 這隻, and 船隻, 狗隻 as Hong Kong has it. */
const PIECES =
  /[0-9０-９〇零一二三四五六七八九十百千萬兩幾數多半每這那哪各整單首餘來此該船艦艇車狗犬貓牛羊豬雞鴨鵝禽畜馬魚鳥獸蟹蟲兔鹿頭]/;
/** Verbs that 只 stands before; 隻身, 隻手 and 隻字 are words. */
const AFTER_ONLY = '剩需收留占佔用顧許准求管限憑靠差缺花做供售';

// 隻剩一半, 隻收現金: nothing is counted, and a verb follows.
function onlyAt(text: string, at: number): WordEvidence | undefined {
  const after = text[at + 1] ?? '\n';
  if (!AFTER_ONLY.includes(after) || PIECES.test(text[at - 1] ?? '\n')) return undefined;
  return isKept(text, at, 'traditional') ? undefined : { start: at, end: at + 2, words: [`只${after}`] };
}

// A clause that starts with 并 goes on from the one before, and in a document that writes 並 a 并 between two words was
// left behind; the place 并州 and names are kept by their words, 兼并 and its like are proved by theirs.
function conjunctionAt(doc: Document, at: number): WordEvidence | undefined {
  const { text } = doc;
  if (!isHanAt(text, at + 1) || isKept(text, at, 'traditional')) return undefined;
  const isAtStart = /[，,；;、]/.test(text[at - 1] ?? '');
  if (!isAtStart && !doc.share(writesConjunction)) return undefined;
  const next = charAt(text, at + 1);
  return { start: at, end: at + 1 + next.length, words: [`並${next}`] };
}

/** Classical texts write 并 as they like; ask through `doc.share`. */
export function isClassical({ text, counts }: Document): boolean {
  let particles = 0;
  for (const particle of CLASSICAL_PARTICLES) particles += countUpTo(text, particle, counts.han);
  return particles >= counts.han * CLASSICAL && particles > countUpTo(text, '的', counts.han);
}

/** So many of the Han of a classical text are these particles, and more than are 的. */
const CLASSICAL_PARTICLES = '之也矣曰乎';
const CLASSICAL = 0.02;

/** Older texts write 并 as they like; a vernacular one that has 並 as often does not. */
function writesConjunction({ text, counts }: Document): boolean {
  if (countUpTo(text, '的', counts.han) < counts.han * VERNACULAR) return false;
  const left = countUpTo(text, '并', Number.POSITIVE_INFINITY);
  return countUpTo(text, '並', left) >= left;
}

/** So many of the Han of a vernacular text are 的. */
const VERNACULAR = 0.01;

/** What ends a word that 於 follows: 位, 處, 類似, 等價, 獨立, 依賴 … 由, 對 and 至 may stand before a Mr 于. */
const BEFORE_PREPOSITION =
  '鑿毀葬位處屬關基用應似價立賴附在決助大小高低多少優早晚同異限善便利易難樂始終止歸介居鄰臨陷忙急瀕趨富緣源起置建設載見登佈布散集局近遠強弱甚對結';
/** What follows 後 in its own sense, besides marks. */
const AFTER_POSTPOSITION = '的再才可將會就即又仍便也都把被由對在以不請您你我他它該此則需應能';
/** Families that gave empresses: 呂后, 武后. */
const EMPRESSES = '呂武竇鄧馬梁衛薄許趙王曹甄郭賈韋';

// 于 and 后 are names and empresses; in a document that writes 於 and 後, after a verb or before what goes on, they
// were left behind.
function leftBehindAt(doc: Document, at: number, char: '于' | '后'): WordEvidence | undefined {
  const { text } = doc;
  const before = text[at - 1] ?? '\n';
  const after = text[at + 1] ?? '\n';
  const fits =
    char === '于'
      ? BEFORE_PREPOSITION.includes(before)
      : isHanAt(text, at - 1) &&
        !EMPRESSES.includes(before) &&
        (!isHanAt(text, at + 1) || AFTER_POSTPOSITION.includes(after));
  if (!fits || !doc.share(char === '于' ? writesPreposition : writesPostposition)) return undefined;
  if (isKept(text, at, 'traditional')) return undefined;
  return { start: at, end: at + 1, words: [char === '于' ? '於' : '後'] };
}

const writesPreposition = ({ text }: Document): boolean => prefers(text, '於', '于');
// A document that speaks of an empress anywhere may do so here.
const writesPostposition = ({ text }: Document): boolean =>
  prefers(text, '後', '后') && !/[皇太王母天影歌夏]后|后[妃宮土羿稷里豐]/.test(text);

function prefers(text: string, right: string, left: string): boolean {
  const enough = countUpTo(text, left, Number.POSITIVE_INFINITY) * 2 + 1;
  return countUpTo(text, right, enough) === enough;
}
