// Half-width marks that would be findings by their neighbours, and yet are right in the light of more text: the last
// comma of a list whose other commas are Latin, the separators of a format, what a program prints. This is asked only
// of findings in text that no filter folded, so it may look further than what is asked of every mark.
import type { Document } from '../document/document.ts';
import { isHan } from '../text/charClass.ts';
import { isInAsciiDrawing } from './asciiDrawing.ts';
import { isKeptBracket } from './keptBrackets.ts';
import { isOfList } from './listCommas.ts';
import { Mark } from './marks.ts';
import { isNameBetween } from './mention.ts';
import { plainAfter, plainBefore } from './plainText.ts';
import type { WidthEvidence } from './width.ts';

/** What stands before and after a mark, without tags; the text after begins with the mark. */
type Frame = readonly [before: RegExp, after: RegExp];

const LATIN_END = '[\\x21-\\x7e] ?$';
const THING = '(?:参数|參數|引数|引數|变量|變數|选项|選項|命令|函数|函數)?';
const FRAMES: readonly Frame[] = [
  // Marks that should go, not widen. socket() : 的行为, /proc/kmsg, 文件中，
  [new RegExp(LATIN_END), /^ ?[,:] ?(?:[的之]|中[的所有，、。]|(?:文件|檔案)[中里裡][，。]|以[外内內])/],
  // 在执行 mkswap , 前; 通过 type, 参数来
  [/[在当當](?:执行|執行|运行|運行|使用|调用|呼叫) ?[\x21-\x7e]+ ?$/, /^ ?, ?(?:[前后後时時]|之[前后後])/],
  [/(?:通过|通過|透过|透過|[用由从從]) ?[\x21-\x7e]+ ?$/, new RegExp(`^ ?, ?${THING}[来來]`)],
  // 查询。!
  [/。 ?$/, /^[,;:!?]/],
  // Where code was lost: 请使用 , 和; (""，“”); 从 "": 获得
  [/(?:使用|按|按下|执行|執行|输入|輸入|运行|執行) $/, /^, ["“和或与與及]/],
  [/""$|“”$/, /^[,:] ?["“(（]/],
  // Bytes: [0xff,0x73,其余
  [/[[{(] ?(?:0x[\da-f]+, ?)+0x[\da-f]+$/i, /^,/],
  // "127.0.0.1:80"(地址:端口)
  [/\w:\w[^()（）\n]{0,16}[(（]\p{Script=Han}{1,4}$/u, /^:\p{Script=Han}{1,4}[)）]/u],
  // 字符串 : 正则表达式, between quotation marks, or on a line below 参数1 % 参数2.
  [/[“”"「]\p{Script=Han}{1,8} $/u, /^: \p{Script=Han}{1,8}[“”"」]/u],
  [/\n +\S{1,8} [-+*/%|&<>=!]{1,2} \S{1,8} *\n.*\n +\S{1,8} $/s, /^: \S{1,8} *\n/],
  // A prompt: login: 。 and a label after a label: 如下： shell:
  [/[A-Za-z]$/, /^: ?[。，、；]/],
  [/[：:] ?[\w.-]+$/, /^: *(?:\n|$)/],
  // /usr/bin/env: 'perl': 没有那个文件
  [/(?:^|\n) *[\x21-\x7e]+: [\x20-\x7e]*$/, /^: /],
  // //@山里的风:说得对, 回复@山里的风: what microblogs put before what they hand on or answer.
  [/(?:\/\/ ?|回[复覆復] ?)@[\w\p{Script=Han}·-]{1,30} ?$/u, /^:/],
  // ※ 發信站: 批踢踢實業坊(ptt.cc), 來自: what a bulletin board prints under every post.
  [/\([\w-]+(?:\.[\w-]+)+\)$/, /^, ?(?:來自|来自)/],
  // alert("请输入姓名!"); and git commit -m "修复:标题": a string of a program, by what stands round its quotation marks.
  [/(?:[=(,[{:]|\b(?:echo|print|-m)) ?"[^"\n]*$/, /^[!?,:;][^"\n]{0,80}" ?(?:[);}\]]|>>|\n|$)/],
  // <em>!!</em>
  [/\u0002[!?,:;]*$/, /^[!?,:;]+\u0003/],
];

/** True for a finding, the mark `m` of `marks`, whose width is the writer's own. */
export function isKept(doc: Document, evidence: WidthEvidence, m: number): boolean {
  const { marks, contexts } = evidence;
  const at = marks.at[m]!;
  const kind = marks.kind[m]!;
  if (isInAsciiDrawing(doc, at)) return true;
  if (kind === Mark.Open || kind === Mark.Close) return isKeptBracket(doc, evidence, m);
  if (kind <= Mark.Semicolon && (isOfArray(doc.text, at) || isOfSetting(doc.text, at))) return true;
  if (isBetweenHan(doc, at)) return false;
  const before = plainBefore(doc, at);
  const after = plainAfter(doc, at);
  if (FRAMES.some(([head, tail]) => tail.test(after) && head.test(before)) || isNameBetween(before, after))
    return true;
  if (kind !== Mark.Comma && kind !== Mark.Semicolon) return false;
  return isOfList(doc, marks, contexts, m) || isNumbered(before, after);
}

// 参数形式为 [数组,查找值,起始索引]: an array of a program, whose items are names.
const isOfArray = (text: string, at: number): boolean =>
  ARRAY_AFTER.test(text.slice(at, at + ARRAY)) && ARRAY_BEFORE.test(text.slice(Math.max(0, at - ARRAY), at));
const ARRAY = 40;
const ARRAY_BEFORE = /\[[\w\u3400-\u9fff]{1,8}(?:, ?[\w\u3400-\u9fff]{1,8})*$/;
const ARRAY_AFTER = /^(?:, ?[\w\u3400-\u9fff]{1,8})+\](?!\()/;

// server.name=图书馆,水库; publisher = 市图书馆, at the end of a line, and @book{水库志, above it.
const isOfSetting = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - SETTING), at);
  if (before.includes('@') && RECORD.test(before) && ENDS_RECORD.test(text.slice(at, at + SETTING)))
    return true;
  if (!before.includes('=')) return false;
  const after = text.slice(at, at + SETTING);
  return (KEY.test(before) && VALUE.test(after)) || (FIELD.test(before) && ENDS_RECORD.test(after));
};
const SETTING = 60;
const RECORD = /(?:^|\n)[ \t]*@[A-Za-z]+\{[^\s，。！？{}]*$/;
const FIELD = /(?:^|\n)[ \t]*[A-Za-z][\w.-]*[ \t]*=[ \t]*[^，。！？=\n]*$/;
const ENDS_RECORD = /^,[ \t]*(?:%[^\n]*)?(?:\r?\n|$)/;
const KEY = /(?:^|\n)[ \t]*[A-Za-z][\w.-]* ?=[^\s，。！？=]*$/;
const VALUE = /^[,;][^\s，。！？]*[ \t]*(?:\n|$)/;

// By far the commonest case: 甲,乙 or 甲, 乙, a comma of the sentence.
function isBetweenHan({ text, codes }: Document, at: number): boolean {
  const next = text[at + 1] === ' ' ? at + 2 : at + 1;
  return text[at] === ',' && isHan(codes[at - 1]!) && isHan(codes[next]!);
}

// 「值1, 值2, ...」, 行 1, 行 2, …: places to fill in, numbered.
function isNumbered(before: string, after: string): boolean {
  const word = /^, ?(\p{Script=Han}{1,6}) ?[\dA-Z]\d* ?,? ?(?:\.\.\.|…)/u.exec(after)?.[1];
  return word !== undefined && before.replace(/ ?[\dA-Z]\d*$/, '').endsWith(word);
}
