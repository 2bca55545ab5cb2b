// Random changes to a report of somebody's: what tests of repairs start from.

const SNIPPETS = [
  ',',
  ';',
  ':',
  '，。',
  '，，',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\u200b',
  '\u00a0',
  '\u3000',
  '\ufeff',
  '\ufffd',
  '\ue5ce',
  '\u202e',
  '\u0007',
  '(',
  ')',
  '（',
  '）',
  '“',
  '”',
  '「',
  '」',
  '"',
  "'",
  '《',
  '<p>',
  '</p>',
  '<!--',
  '-->',
  '`',
  '```\n',
  '$',
  '[',
  '](',
  '*',
  '**',
  '|',
  '# ',
  '- ',
  '> ',
  '---\n',
  '１２',
  '3．14',
  '1,23,456',
  '2月30日',
  '下降240%',
  '600余起',
  '云南',
  '雲南',
  '頭發',
  '后',
  '後',
  '裡',
  '区',
  '區',
  '统(tǒng)',
  '統(tǒng)一',
  '涓枃',
  'ä¸­æ–‡',
  '?谂e行',
  '⽐',
  '⼀',
  '㎏',
  '丨',
  'Ａ',
  '𠮷',
  '👨‍👩‍👧',
  '锟斤拷',
  '&nbsp;',
  '&amp;amp;',
  'title: x\n',
  '。。。',
  '...',
  '—',
  '--',
  '20 21年',
  '二0二一年',
  '5%~3%',
  'а',
  '【来源：周刊】',
  '一、',
  '三、',
  '<strong>01</strong>',
];

/** Between one and eight random changes: deletions, copies, moves, insertions of known trouble, splices of `other`. */
export function mutate(text: string, other: string, random: () => number): string {
  let result = text;
  const pick = (limit: number): number => Math.floor(random() * limit);
  for (let changes = 1 + pick(8); changes > 0; changes--) {
    const at = pick(result.length + 1);
    const size = pick(12);
    switch (pick(6)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + size);
        break;
      case 1:
        result = result.slice(0, at) + result.slice(at, at + size) + result.slice(at);
        break;
      case 2:
      case 3:
        result = result.slice(0, at) + SNIPPETS[pick(SNIPPETS.length)]! + result.slice(at);
        break;
      case 4: {
        const from = pick(other.length);
        result = result.slice(0, at) + other.slice(from, from + pick(60)) + result.slice(at);
        break;
      }
      case 5:
        result = result.slice(at) + result.slice(0, at);
        break;
    }
  }
  return result;
}
