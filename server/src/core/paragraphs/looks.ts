// What a short line looks like: patterns as data, so that a new kind of credit or marker is one more row.
// Every pattern is tried on a short slice only (LONGEST), never on a whole paragraph.
import { PAGE_LINES } from './pageLines.ts';
import type { Unit } from './units.ts';

/** Longest text, in code units, that can be a credit, a caption's end, a page number or a date line. */
const LONGEST = 90;

export type Look =
  | 'credit'
  | 'byline'
  | 'source'
  | 'rights'
  | 'prompt'
  /** What says that the report is over: （全文完）. */
  | 'ending'
  | 'caption'
  | 'furniture'
  | 'date'
  | 'field';

/** What somebody did for a report, as credits name it: an alternation of a pattern. */
export const ROLE =
  '(?:责任编辑|責任編輯|执行编辑|執行編輯|值班编辑|值班主任|值班编委|见习编辑|实习编辑|编辑|編輯|责编|責編|主编|主編|编审|編審|审核|審核|初审|复审|终审|初審|複審|終審|审校|審校|审读|校对|校對|排版|制图|製圖|美编|美編|版式|设计|設計|作者|撰文|撰稿|撰写|执笔|文字|图文|圖文|摄影|攝影|摄像|攝像|图片|圖片|供图|供圖|供稿|配图|配圖|监制|監製|统筹|統籌|策划|策劃|制作|製作|出品|出品人|通讯员|通訊員|特约记者|见习记者|实习记者|本报记者|本報記者|全媒体记者|融媒体记者|记者|記者|翻译|翻譯|整理|文|图|圖|摄|攝)';
const NAME = '[\\u3400-\\u9fff·]{2,12}';
const BUTTON =
  '(?:打印|列印)(?:本页|本頁|此页|此頁)|(?:关闭|關閉)(?:窗口|視窗|本页|本頁)|(?:收藏|推荐)(?:本页|本頁|此页)|返回(?:顶部|頂部)|(?<=【)(?:打印|列印|关闭|關閉)(?=】)|(?:字号|字號|字体|字體)[：:]?\\s*大\\s*中\\s*小';
const OPEN = '[（(【［\\[〔]?\\s*';
/** What a line of names does not hold: it asks, ends as a sentence, or speaks. 摄影：光与影的艺术, 记者：您怎么看？ */
const SPEECH = '(?!.*[？！?!]$|.{5,}。$|.*[的了是让讓把请請您你我吗嗎呢这這那])';

/** A look, the characters of which it needs one ('' where it needs none), and its pattern. */
export const LOOKS: readonly (readonly [Look, needs: string, RegExp])[] = [
  ...PAGE_LINES,
  // A paragraph that only keeps others apart.
  ['furniture', '&', /^(?:&(?:nbsp|#160|emsp|ensp);\s*)+$/i],
  [
    'furniture',
    '页頁',
    /^[^，。；：！？]{2,30}\s+第\s*\d{1,4}\s*[页頁]$|^第\s*\d{1,4}\s*[页頁]\s+[^，。；：！？]{2,30}$/,
  ],
  [
    'furniture',
    '',
    /^[-—–－\s·•]*(?:\d{1,4}|第\s*[\d一二三四五六七八九十百]{1,6}\s*[页頁](?:\s*[,，/／]?\s*共\s*\d{1,5}\s*[页頁])?|(?:page\s*)?\d{1,4}\s*(?:\/|of)\s*\d{1,4})[-—–－\s·•]*$/i,
  ],
  [
    'source',
    '源自载載处處',
    new RegExp(
      `^${OPEN}(?:[\\u3400-\\u9fff]{0,4})(?:来源|來源|转自|轉自|转载自|轉載自|原载|原載|稿源|出处|出處)\\s*[：:/丨|]\\s*(?=\\S)(?!.*[\\u3400-\\u9fff]{9}.*。$)`,
    ),
  ],
  [
    'rights',
    '权權经經载載仅©CcAa',
    // What a program asks of its user (此处填写版权声明, 版权所有者) is no notice.
    /(?<!^第[一二三四五六七八九十百\d]{1,6}[条條].*|^法人.*)(?:版权|版權|著作权|著作權)(?:归|歸|(?:[属屬](?:[于於])?[^，。；：]{2,24})?所有(?![者人权權]))|^[^，。：:的不]{0,8}(?:版权|版權|著作权|著作權)(?:声明|聲明)(?:[：:].*)?$|(?:未经|未經).{0,12}(?:不得|禁止|请勿|請勿).{0,4}(?:转载|轉載|复制|複製|(?:使用|翻印|摘编|摘編)(?![\u3400-\u9fff]))|(?:转载|轉載)(?:请|請|须|須|务必).{0,6}(?:注明|註明|标明|標明|联系|聯繫|联络)|^(?:©|Copyright\b|All rights reserved)|(?:如有|若有|涉及).{0,6}侵权(?!.{0,16}(?:应当|應當|责任|責任)).{0,12}(?:联系|聯繫|删除|刪除)|仅供学习交流/i,
  ],
  [
    'prompt',
    '注码碼点點享阅閱狐评評',
    // An instruction in a report has someone who follows it, 读者扫描二维码借书; a prompt begins with what to do.
    /(?:^|[！!】▲▼👇\s]|(?:更多|想).{0,16}[，,])(?:[请請]|欢迎|歡迎|快|立即)?(?:微信|用手机|打开微信)?[“"]?(?:扫码|扫一扫|掃一掃|扫描|掃碼|掃描|长按|長按|识别|識別).{0,10}(?:关注|關注|二维码|二維碼)(?![^，。！]{0,2}(?:以|进行|進行|后|後|的|即可|就))|(?:^|[！!，,。、请請就可先了得“"】\s])(?:点击|點擊|點選).{0,10}(?:关注|關注|阅读原文|閱讀原文|在看|分享)(?!的|[^，。！]{0,8}(?:选项|選項|菜单|選單|标签|標籤|按钮|按鈕|后|後))|^(?:分享[到至](?=$|[：:\s“]|微信|微博|朋友圈|QQ|空间|各)|(?:欢迎|歡迎)?(?:关注|關注)(?:(?:我们|我們)(?![\u3400-\u9fff])|本[号號台站账帳公]|微信|官方|公众号|公眾號|[“"「『【@：:])|(?:欢迎|歡迎)(?:关注|關注)[^的，。]{2,20}$|阅读原文|閱讀原文|返回搜狐|(?:点赞|點讚)(?=$|[\s\d：:|｜·+]|[、，](?:评论|評論|转发|轉發|收藏|在看))|我要评论|我要評論)/u,
  ],
  // The buttons that a page puts under its text, two at least, and the links to its neighbours.
  [
    'prompt',
    '印闭閉藏荐返字：:',
    new RegExp(
      `^[【[［（(\\s]*(?:${BUTTON})(?:[】\\]］）)【[［（(\\s|｜/·]+(?:${BUTTON}))+[】\\]］）)\\s]*$|^(?:上一[篇则則]|下一[篇则則])\\s*[：:]\\s*\\S`,
    ),
  ],
  [
    'credit',
    '：:/／丨|',
    new RegExp(
      `^${OPEN}(?:本[版期栏欄文]\\s*)?(?:${ROLE}\\s*[/／、&和与與·]?\\s*){1,4}(?:\\s*[：:/／丨|]\\s*(?:由|据)?\\s*(?=\\S)${SPEECH}|\\s*[：:]\\s*$)`,
    ),
  ],
  [
    'credit',
    '供',
    /^[（(【]?(?:本[版期栏欄文]\s*)?(?:文图|文圖|图文|圖文|图片|圖片|照片|文字|[文图圖])(?:均)?由.{2,24}提供[)）】]?$/,
  ],
  [
    'byline',
    '员員者',
    new RegExp(
      `^${OPEN}[□■◎●○◆◇★☆▲△※]?\\s*(?:[\\u3400-\\u9fff]{2,8}(?:讯|訊|电|電)?\\s*)?(?:特约|特約|实习|實習|见习|見習|本报|本報|全媒体|融媒体)?(?:通讯员|通訊員|记者|記者|特派员|特派員)\\s+(?:${NAME}|[\\u3400-\\u9fff]\\s[\\u3400-\\u9fff])(?:[\\s、]+(?:${NAME}|通讯员|記者|记者|[\\u3400-\\u9fff]))*\\s*[)）】\\]]?\\s*(?:文|摄|攝|报道|報道|報導|供稿)?(?:[/／]?(?:图|圖|文))?$`,
    ),
  ],
  [
    'caption',
    '摄攝供/／',
    /(?:^|[。\s）)])\s*(?:[（(]\s*)?(?:[\u3400-\u9fff]{1,4}(?:[\s·、][\u3400-\u9fff]{1,4}){0,4})\s*(?:摄|攝|供图|供圖|摄影报道|攝影報導|摄\/报道|(?:文|图|摄)[/／](?:图|文|摄))\s*[)）]?$/,
  ],
  [
    'caption',
    '▲△▼▽↑↓图圖片',
    /^(?:[▲△▼▽↑↓]|[（(]?(?:资料图|資料圖|资料照片|資料照片|示意图|示意圖|效果图|效果圖)[)）]?$|(?:上|下|左|右|本|题|題)?[图圖](?:[为為]|片[：:]|[一二三四五六七八九十\d]{1,3}(?:[：:、.\s—-]|[为為])|[①②③④⑤⑥⑦⑧⑨]|[说說]明?[：:]))/,
  ],
  [
    'caption',
    '表图圖例单單程',
    /^(?:[表图圖]|表格|图表|圖表|图形|圖形|例|范例|範例|示例|清单|清單|过程|過程)\s*\d{1,3}(?:[-.．—]\d{1,3})?[\s：:、.．]/,
  ],
  [
    'date',
    '年./-',
    /^[（(]?\s*(?:\d{4}|[二一][〇○零一二三四五六七八九]{3})\s*[年./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月./-]\s*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?\s*(?:(?:星期|週|周)[一二三四五六日天])?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*[)）]?$/,
  ],
  [
    'field',
    '：:',
    /^(?:地址|电话|電話|邮编|郵編|邮政编码|传真|傳真|网址|網址|邮箱|郵箱|电子邮件|電子郵件|联系人|聯絡人|联系电话|聯絡電話|收件人|主送|抄送|发布时间|發佈時間|发布日期|时间|時間|地点|地點|日期|浏览|瀏覽|阅读量|编号|編號|文号|关键词|關鍵詞|关键字|标签|標籤|ISBN|CN|Tel|Fax|E-?mail)\s*[：:]/i,
  ],
];

/** What the unit looks like, or undefined for what may be a sentence or a heading. */
export function lookOf(text: string, unit: Unit): Look | undefined {
  if (unit.width > LONGEST * 2) return undefined;
  const slice = text.slice(unit.start, Math.min(unit.end, unit.start + LONGEST + 1));
  if (slice.length > LONGEST) return undefined;
  // Most lines hold none of the characters that every look but a page number needs.
  if (!MAY_HAVE_LOOK.test(slice)) return undefined;
  let held = ALWAYS;
  for (let i = 0; i < slice.length; i++) held |= HELD[slice.charCodeAt(i)]!;
  for (let row = 0; row < LOOKS.length; row++)
    if ((held & (1 << row)) !== 0 && LOOKS[row]![2].test(slice)) return LOOKS[row]![0];
  return undefined;
}

/** For each code unit the rows of LOOKS that need it, as bits. */
const HELD = new Int32Array(0x10000);
LOOKS.forEach(([, needs], row) => {
  for (const char of needs) HELD[char.charCodeAt(0)]! |= 1 << row;
});
/** The rows that need nothing. */
const ALWAYS = LOOKS.reduce((bits, [, needs], row) => (needs === '' ? bits | (1 << row) : bits), 0);

const MAY_HAVE_LOOK =
  /[声聲宣↓⬇代传傳投留收体體\d：:/／丨|摄攝图圖载載权權侵©&□■◎●○◆◇★☆▲△※▼▽↑↓讯訊员員供版资資效示仅阅閱返点點扫掃长長识識注享赞讚评評印闭閉]|[记記]者\s|公[众眾]|第.{1,8}[页頁]|[〇○零].{0,4}年|^(?:记者|記者|欢迎|歡迎|All rights|Copyright|[-—–=─━~·•*\s]*(?:全文|正文|完)|[（(]\s*(?:全文|本文)?完|原)/i;

/** A caption can be as long as a paragraph: it is known by the photographer at its end. */
export function endsInPhotoCredit(text: string, unit: Unit): boolean {
  if (!'摄攝图圖影真日)）'.includes(text[unit.end - 1]!)) return false;
  const tail = text.slice(Math.max(unit.start, unit.end - 40), unit.end);
  if (BY_REPORTER.test(tail)) return true;
  return /[。！？」”…\s]\s*[（(]?(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]\s[\u3400-\u9fff])(?:[\s、](?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]\s[\u3400-\u9fff])){0,3}\s*(?:摄|攝|供图|供圖)\s*[)）]?$/.test(
    tail,
  );
}

// 中央社記者王小明攝　114年3月8日
const BY_REPORTER =
  /[記记]者[\u3400-\u9fff]{2,4}\s?(?:翻?[攝摄]影?|傳真|传真|供[圖图])\s*(?:\d{2,4}年\d{1,2}月\d{1,2}日)?[)）]?$/;

export type MarkerStyle =
  | 'letter'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'hanParen'
  | 'decimal'
  | 'digit'
  | 'digitParen'
  | 'padded'
  | 'circled'
  | 'ordinal'
  | 'bullet';

export interface Marker {
  readonly style: MarkerStyle;
  /** Code units of the marker with the space after it. */
  readonly length: number;
  /** Its number, or NaN where it does not count. */
  readonly value: number;
}

const HAN_NUMBER = '[一二三四五六七八九十百零〇两兩]{1,5}';
const NUMERALS = '一二三四五六七八九十百';
const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩';
/** Style, what a marker of it begins with, and its pattern. */
const MARKERS: readonly (readonly [MarkerStyle, string, RegExp])[] = [
  ['letter', LETTERS, /^([A-Z])\s?[|｜丨︱│]\s*/],
  [
    'chapter',
    '第',
    new RegExp(`^第\\s*(${HAN_NUMBER}|\\d{1,3})\\s*[章篇编編部卷]([\\s　:：.、]+|(?=[\\u3400-\\u9fff]))`),
  ],
  ['section', '第', new RegExp(`^第\\s*(${HAN_NUMBER}|\\d{1,3})\\s*[節节][\\s　:：.、]*`)],
  ['article', '第', new RegExp(`^第\\s*(${HAN_NUMBER}|\\d{1,3})\\s*[条條款项項][\\s　:：.、]+`)],
  ['han', NUMERALS, new RegExp(`^(${HAN_NUMBER})[、．.]\\s*`)],
  ['hanParen', '（(', new RegExp(`^[（(]\\s*(${HAN_NUMBER})\\s*[)）][、，.．]?\\s*`)],
  ['decimal', LETTERS, /^[A-Z]\.(\d{1,2})(?:\.\d{1,2}){0,4}[.．]?\s+/],
  [
    'decimal',
    DIGITS,
    /^(\d{1,2}(?:\.\d{1,2}){1,4})[.、．]?(?:[\s　]+|(?=[\u3400-\u9fff“「《]))(?![年月日万亿%])/,
  ],
  ['digit', DIGITS, /^(\d{1,3})(?:[.、．](?!\d)|[:：](?=[\s　])|[\s　](?=[|｜丨]))[\s　]*[|｜丨]?\s*/],
  ['digitParen', `（(${DIGITS}`, /^[（(]?\s*(\d{1,3})\s*[)）][、.．]?\s*/],
  ['padded', '0', /^(0\d)(?:[\s　.、|｜/]*)(?!\d)/],
  ['circled', CIRCLED, /^([①-⑳❶-❿⑴-⒇㈠-㈩])\s*/],
  [
    'ordinal',
    `第${NUMERALS}`,
    /^(?:第([一二三四五六七八九十]{1,3})[，,、]|([一二三四五六七八九十]{1,2})[是为為要][，,]?)/,
  ],
  ['bullet', '•●○◆◇■□▪▶►※★☆◎·*＊–-', /^[•●○◆◇■□▪▶►※★☆◎·*＊–-](?=[\s\u3400-\u9fff“「《])\s*/],
];

/** For each code unit the rows of MARKERS that begin with it, as bits: most lines are tried against none. */
const BEGUN = new Uint16Array(0x10000);
MARKERS.forEach(([, first], row) => {
  for (const char of first) BEGUN[char.charCodeAt(0)]! |= 1 << row;
});

/** The list or heading marker at the unit's start. */
export function markerOf(text: string, unit: Pick<Unit, 'start' | 'end'>): Marker | undefined {
  const rows = BEGUN[text.charCodeAt(unit.start)]!;
  if (rows === 0) return undefined;
  const head = text.slice(unit.start, Math.min(unit.end, unit.start + 24));
  for (let row = 0; row < MARKERS.length; row++) {
    if ((rows & (1 << row)) === 0) continue;
    const [style, , pattern] = MARKERS[row]!;
    const match = pattern.exec(head);
    if (match) return { style, length: match[0].length, value: markerValue(match[1] ?? match[2] ?? '') };
  }
  return undefined;
}

/** The number written as 12, 十二, ③ or C; NaN for none. */
export function markerValue(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  if (/^[A-Z]$/.test(written)) return written.charCodeAt(0) - 64;
  const unit = written.charCodeAt(0);
  for (const first of ['①', '❶', '⑴', '㈠']) {
    const at = unit - first.charCodeAt(0);
    if (written.length === 1 && at >= 0 && at < 20) return at + 1;
  }
  if (!/^[一二三四五六七八九十百零〇两兩]+$/.test(written)) return Number.NaN;
  let total = 0;
  let digit = 0;
  for (const c of written) {
    if (c === '十' || c === '百') {
      total += (digit || 1) * (c === '十' ? 10 : 100);
      digit = 0;
    } else digit = '零一二三四五六七八九'.indexOf(c === '〇' ? '零' : c === '两' || c === '兩' ? '二' : c);
  }
  return total + digit;
}
