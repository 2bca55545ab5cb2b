// Names that languages give themselves keep their own script wherever they stand: the language menu of a Simplified
// page offers 繁體中文 and 日本語. After CLDR's native language names and the wording of common language menus.
const ENDONYMS = [
  '繁體中文',
  '正體中文',
  '繁體版',
  '正體版',
  '繁體字',
  '正體字',
  '简体中文',
  '简体版',
  '简体字',
  '中文翻译',
  '日本語',
  // People of old whose 适 is no 適 (kuò, not shì).
  '南宮适',
  '洪适',
  '李适',
  '高适',
  '种師道',
  '种師中',
  '种世衡',
  // A monk's or soldier's I, and an old reduplication.
  '洒家',
  '栖栖',
];

/** True when the character at `offset` (UTF-16 code units) is part of such a name. */
export function isInEndonym(text: string, offset: number): boolean {
  const char = text[offset]!;
  return ENDONYMS.some(name => {
    for (let at = name.indexOf(char); at >= 0; at = name.indexOf(char, at + 1)) {
      if (text.startsWith(name, offset - at)) return true;
    }
    return false;
  });
}
