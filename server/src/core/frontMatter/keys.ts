// What a key is for, by its name. Tables, not guesses: the keys that Jekyll, Hexo, Hugo, VuePress, Pandoc and Zola
// document, their Chinese names as found in reports, and what the configuration's `frontMatter.keys` adds.

export type KeyKind = 'date' | 'person' | 'url' | 'list' | 'boolean' | 'prose' | 'text' | 'language';

const TABLE: Readonly<Record<KeyKind, string>> = {
  date: `date datetime pubdate publishdate publishedat publishedon postdate posted published created createdat createdon
    createddate createtime createdate updated updatedat updatedon updatetime updatedate modified modifieddate modifiedat
    lastmod lastmodified lastmodifiedat lastupdated lastupdate expirydate expires expiredate releasedate releasedat
    startdate enddate revised revisiondate archived archivedat
    日期 发布日期 發布日期 發佈日期 发布时间 發布時間 發佈時間 更新时间 更新時間 更新日期 创建时间 建立時間 创建日期 建立日期
    修改时间 修改時間 修改日期 出版日期 刊发日期 刊發日期 发表日期 發表日期 发表时间 發表時間 采集时间 採集時間`,
  person: `author authors byline editor editors reviewer reviewers photographer translator contributor contributors proofreader
    作者 编辑 編輯 记者 記者 通讯员 通訊員 责任编辑 責任編輯 审核 審核 校对 校對 摄影 攝影 译者 譯者 撰文 图文 圖文`,
  url: `url link permalink canonical canonicalurl canonical_url headimg thumbnail thumb image images img cover coverimage banner
    photos photo avatar logo icon favicon video audio poster source_url sourceurl originalurl original_url redirect_from
    redirect_to aliases alias featured_image featuredimage og_image ogimage top_img 原文链接 原文鏈接 原文連結 链接 鏈接 連結 封面 图片 圖片`,
  list: `tags tag categories category keywords keyword authors contributors series aliases topics subjects
    标签 標籤 分类 分類 关键词 關鍵詞 关键字 關鍵字`,
  boolean: `draft comments comment published toc math mathjax katex mermaid hidden sticky pinned private top share noindex
    sitemap search searchable showtoc hidemeta navbar sidebar copyright reward password_protected isdraft original
    草稿 评论 評論 置顶 置頂 原创 原創`,
  prose: `title subtitle description summary excerpt abstract caption quote note notice subject headline lead deck linktitle
    标题 標題 副标题 副標題 摘要 简介 簡介 说明 說明 描述 导语 導語 引题 引題`,
  text: `id title subtitle slug version name number no code zip zipcode postcode postalcode phone tel telephone mobile fax isbn
    issn doi edition release issue docno
    编号 編號 版本 文号 文號 书号 書號 电话 電話 手机 手機 邮编 郵遞區號 代码 代碼 期号 期號 期 号 號 标题 標題`,
  language: `lang language locale script 语言 語言 文字`,
};

const KINDS = Object.keys(TABLE) as KeyKind[];
const tables = new Map(KINDS.map(kind => [kind, new Set(TABLE[kind].trim().split(/\s+/).map(canonical))]));

/** One spelling for `publish_date`, `publish-date` and `publishDate`. */
export function canonical(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}

/** The keys of the configuration, by kind, over the built-in ones. */
export type ExtraKeys = Readonly<Record<string, readonly string[]>> | undefined;

export function isKeyOf(kind: KeyKind, key: string, extra?: ExtraKeys): boolean {
  if ((kindsOf(key) & BIT[kind]) !== 0) return true;
  if (extra === undefined) return false;
  const name = canonical(key);
  return extra[kind]?.some(own => canonical(own) === name) ?? false;
}

const BIT = Object.fromEntries(KINDS.map((kind, index) => [kind, 1 << index])) as Readonly<
  Record<KeyKind, number>
>;
const MOST_KNOWN = 1000;
const known = new Map<string, number>();

// Files of a corpus have the same few keys, and every rule asks for each of them.
function kindsOf(key: string): number {
  let kinds = known.get(key);
  if (kinds === undefined) {
    const name = canonical(key);
    kinds = 0;
    for (const [kind, names] of tables) if (names.has(name)) kinds |= BIT[kind];
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, kinds);
  }
  return kinds;
}

/** Every built-in key as generators spell it, for near misses and completion. */
export const KNOWN_KEYS: readonly string[] = [
  ...new Set(KINDS.flatMap(kind => TABLE[kind].trim().split(/\s+/))),
];
