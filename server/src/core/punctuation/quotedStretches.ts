// Stretches of a text that show what a program prints or what a programmer writes, so that the width of their marks is
// not the writer's: labels in quotation marks, drawings, comments beside code.
import type { Document } from '../document/document.ts';
import { Mark, type Marks } from './marks.ts';

/** Marks from the opening to the closing of a label, and its length in code units with the tags inside. */
const MARKS_OF_LABEL = 8;
const LONGEST_LABEL = 90;
const LONGEST_STRING = 30;
const TAGS = /<[^>]*>/g;
const AFTER_LABEL =
  /^ ?(?:对话框|對話方塊|按钮|按鈕|选项|選項|菜单|選單|命令|指令|复选框|核取方塊|字段|欄位|列表|清單|窗口|視窗|面板|图标|圖示|工具栏|工具列|标签|標籤)/;
const BEFORE_LABEL =
  /(?:选择|選擇|选中|選取|点击|點擊|单击|按下|按一下|勾选|勾選|打开|開啟|(?:列表|清单|清單|菜单|選單)[中里裡]?的) ?$/;
const SCHEME = /^[a-z]{2,8}:[^ ]/;

/** Whether the mark `m` stands in the short quotation opened by `open` (indexes into `marks`) that is a label. */
export function isInLabel({ text }: Document, marks: Marks, m: number, open: number): boolean {
  const { at, kind, block } = marks;
  const opening = kind[open]!;
  const closing = opening === Mark.StraightDouble ? opening : opening + 1;
  const limit = Math.min(marks.count - 1, open + MARKS_OF_LABEL);
  let close = m + 1;
  while (close < limit && kind[close] !== closing) close++;
  if (close > limit || kind[close] !== closing || block[close] !== block[m]) return false;
  const length = at[close]! - at[open]!;
  if (length > LONGEST_LABEL) return false;
  const isEnd = kind[m] === Mark.Question || kind[m] === Mark.Exclamation;
  if (opening === Mark.StraightDouble && !isEnd && length <= LONGEST_STRING) return true;
  if (SCHEME.test(text.slice(at[open]! + 1, at[close]!).replace(TAGS, ''))) return true;
  const after = text.slice(at[close]! + 1, at[close]! + 60).replace(TAGS, '');
  if (AFTER_LABEL.test(after)) return true;
  const before = text.slice(Math.max(0, at[open]! - 60), at[open]!).replace(TAGS, '');
  return BEFORE_LABEL.test(before) || (before.endsWith('在') && after.startsWith('下'));
}

const BOXES = '│┃║⎪';
const BOX = new RegExp(`[${BOXES}]`);
/** A comment on the line after code: `x = 1; # 注释` */
const COMMENT = /^[^\u4e00-\u9fff]*[\w;,{})"'`] +(?:#|\/\/|\/\*) /;
const LINE = 80;

interface Drawings {
  readonly boxes: boolean;
  readonly comments: boolean;
}

/** Whether a text has box drawings or comments at all; asked before lines are looked at. */
const drawingsOf = ({ text, format }: Document): Drawings => ({
  boxes: [...BOXES].some(box => text.includes(box)),
  comments: format === 'text' && (text.includes(' # ') || text.includes(' // ') || text.includes(' /* ')),
});

/** Whether `at` is on a line of a drawing, or in a comment beside code. */
export function isInDrawing(doc: Document, at: number): boolean {
  const { boxes, comments } = doc.share(drawingsOf);
  if (!boxes && !comments) return false;
  const { text } = doc;
  const before = text.slice(Math.max(0, at - LINE), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (comments && COMMENT.test(line)) return true;
  if (!boxes) return false;
  if (BOX.test(line)) return true;
  const after = text.slice(at, at + LINE);
  const stop = after.indexOf('\n');
  return BOX.test(stop < 0 ? after : after.slice(0, stop));
}
