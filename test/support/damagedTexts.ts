// Random damage done to clean sentences, the same for the same seed: for tests that compare two ways to the same end.
import { createPick } from './random.ts';

const SENTENCES = [
  '市图书馆今年接待读者120万人次，比去年增加15%。',
  '水库蓄水量达到3.2亿立方米，沿线三个乡镇的灌溉得到保障。',
  '县里新栽行道树2600株，其中银杏1200株、香樟1400株。',
  '公交公司更换了48辆新车，全部为低地板车型。',
  '道路养护站说：“雨季之前，全部路段要检修一遍。”',
  '圖書館開放時間為上午九時至下午五時，週一休館。',
  '本館藏書逾八十萬冊，其中地方文獻一萬餘冊。',
  '公車路線調整後，居民出行更加便利。',
  '## 一、工作概况',
  '- 新建步道12公里',
  '<p>护林员每天巡山两次。</p>',
];
const DAMAGE = [
  ',',
  '，，',
  ';',
  '(',
  ')',
  '（',
  '\u200b',
  '\ufffd',
  '２',
  '锟斤拷',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '后',
  '後',
  '里',
  '⽐',
  '。。',
  '“',
  '—',
  '&nbsp;',
  '<b>',
  '```\n',
  '|',
  '𠮷',
  '👨‍👩‍👧',
  '1,23,456',
  '2月30日',
  '\t',
  '…',
];

/** Well-formed texts of about two hundred characters. */
export function damagedTexts(count: number, seed: number): string[] {
  const next = createPick(seed);
  return Array.from({ length: count }, () => {
    let text =
      next(4) === 0 ? `---\ntitle: 报告${next(100)}\ndate: 2024-0${1 + next(9)}-1${next(9)}\n---\n\n` : '';
    for (let i = 2 + next(12); i > 0; i--)
      text += SENTENCES[next(SENTENCES.length)]! + (next(3) === 0 ? '\n\n' : '');
    for (let i = next(6); i > 0; i--) {
      const at = next(text.length + 1);
      text = text.slice(0, at) + DAMAGE[next(DAMAGE.length)]! + text.slice(at + next(2));
    }
    return Buffer.from(text).toString();
  });
}

/** What somebody may type or paste anywhere. */
export const PIECES = [
  '，，',
  ',',
  '𠮷',
  '\n',
  '\r\n',
  '\n\n',
  '水库',
  '水庫',
  '2月30日',
  '---\n',
  '（',
  '<b>',
  '\u200b',
  '```\n',
  '第一章 ',
  '3.5万元',
];
