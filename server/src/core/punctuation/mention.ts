// Text that speaks of a punctuation mark instead of using it.
const QUOTES = ['“‘「『"\'`', '”’」』"\'`'] as const;
const BRACKETS = ['《〈（([{', '》〉）)]}'] as const;
/** The closing mark of each opening one, as code units; 0 for other characters. */
const CLOSING_QUOTE = closers([QUOTES]);
const CLOSER = closers([QUOTES, BRACKETS]);
const SPACE = 0x20;
const GRAVE = 0x60;
const APOSTROPHE = 0x27;

/** True for a mark, or several, alone between quotation marks or brackets, as in （，）. */
export const isMention = (text: string, at: number, end = at + 1): boolean => isWithin(CLOSER, text, at, end);

/** True for a mark alone between quotation marks, as in “（”; brackets hold brackets that are no mention, as in f(()). */
export const isQuoted = (text: string, at: number): boolean => isWithin(CLOSING_QUOTE, text, at, at + 1);

/** True for a mark between blank spaces, as in "输入 ( 后": spoken of, unless it has a partner. */
export const standsAlone = (text: string, at: number): boolean =>
  text.charCodeAt(at - 1) === SPACE && text.charCodeAt(at + 1) === SPACE;

/** How far around a mark a quoted name is looked for, in UTF-16 code units. */
const REACH = 32;
/** What stands before and after a mark that is part of a name: a label, a path of objects. */
const NAMES: readonly (readonly [RegExp, RegExp])[] = [
  // 「用户, 密码」
  [/[「“](?:<[^<>]*>)?\p{Script=Han}{1,4}$/u, /^, \p{Script=Han}{1,4}(?:<[^<>]*>)?[」”]/u],
  // 「表单!我的表单!我的控件」
  [/[「“]\p{Script=Han}{1,8}(?:!\p{Script=Han}{1,8})*$/u, /^(?:!\p{Script=Han}{1,8})+[」”]/u],
  // 在前面加上!来表示, 单独使用?的话, %?
  [/(?:加上|使用|输入|輸入|键入|鍵入)$/, /^[!?][来來的]/],
  [/ %$/, /^\?/],
  // 在?后面添加参数, 按照 : 拆分
  [/[在于於]$/, /^[!?:;,](?:[后後前]|之[后後前]|左|右)[面边邊方侧側添加]/],
  [
    /(?:按照|按|以|用|根据|根據) ?$/,
    /^[!?:;,] ?(?:拆分|分割|分隔|隔开|隔開|分开|分開|连接|連接|切分|结尾|結尾|开头|開頭)/,
  ],
];

/** True for a half-width mark that belongs to a name, or is named itself. */
export const isInName = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - REACH), at);
  return isNameBetween(before, text.slice(at, at + REACH));
};

/** The same for the text before a mark and the text that begins with it. */
export const isNameBetween = (before: string, after: string): boolean =>
  NAMES.some(([head, tail]) => tail.test(after) && head.test(before));

function isWithin(closerOf: Uint16Array, text: string, at: number, end: number): boolean {
  if (at === 0) return false;
  const before = text.charCodeAt(at - 1);
  const closer = closerOf[before]!;
  const after = text.charCodeAt(end);
  // Manuals and TeX quote with a grave accent before and an apostrophe after.
  return closer !== 0 && (after === closer || (before === GRAVE && after === APOSTROPHE));
}

function closers(pairs: readonly (readonly [string, string])[]): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (const [open, close] of pairs)
    for (let i = 0; i < open.length; i++) table[open.charCodeAt(i)] = close.charCodeAt(i);
  return table;
}
