// Figures that are names, not quantities: nothing in them may be grouped, rounded, re-spaced or re-punctuated.
// Shapes are tried on one digit cluster of bounded length, never on the text.

export const LITERAL_KINDS = [
  'number',
  'code',
  'version',
  'ip',
  'phone',
  'document',
  'isbn',
  'identity',
  'stock',
  'section',
  'plate',
  'standard',
  'list',
  'lunar',
] as const;
export type LiteralKind = (typeof LITERAL_KINDS)[number];

export interface LiteralShape {
  readonly kind: LiteralKind;
  /** Must match the whole cluster of digits and inner separators. */
  readonly shape: RegExp;
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';

/** In order; the first match names the cluster. ISO 2108 for ISBN, GB 11643 for citizen numbers, E.164 for telephones. */
const LITERAL_SHAPES: readonly LiteralShape[] = [
  { kind: 'isbn', shape: /^97[89](?:-?\d){10}$/ },
  { kind: 'identity', shape: /^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3,4}$/ },
  { kind: 'phone', shape: /^1[3-9]\d{9}$/ },
  { kind: 'phone', shape: /^1[3-9]\d-\d{4}-\d{4}$/ },
  { kind: 'phone', shape: /^0\d{1,3}-\d{6,8}(?:-\d{1,6})?$/ },
  { kind: 'phone', shape: /^0\d{1,2}-\d{3,4}-\d{3,4}$/ },
  { kind: 'phone', shape: /^[48]00-?\d{3}-?\d{4}$/ },
  { kind: 'ip', shape: new RegExp(`^(?:${OCTET}\\.){3}${OCTET}(?::\\d{1,5}|/\\d{1,2})?$`) },
  { kind: 'version', shape: /^\d{1,5}(?:\.\d{1,8}){2,5}(?:-\d{1,4})?$/ },
  { kind: 'code', shape: /^0\d+$/ },
  { kind: 'code', shape: /^\d{16,}$/ },
];

/** What may stand before the first digit of a standard's number. */
export const STANDARD_PREFIX =
  /(?:^|[^A-Za-z])(?:GB(?:\/[TZ])?|GBT|GA(?:\/T)?|HJ(?:\/T)?|DB\d*(?:\/T)?|JT(?:G|\/T)?|CJJ?(?:\/T)?|JGJ(?:\/T)?|ISO(?:\/IEC)?|IEC|IEEE|RFC|CNS|ANSI|ASTM|EN|BS|UTS|UAX|ITU-T) ?$/;

/** Words right before a figure that make it a name. */
export const LITERAL_CUES: readonly (readonly [kind: LiteralKind, cue: RegExp])[] = [
  [
    'phone',
    /(?:电话|電話|热线|熱線|手机|手機|传真|傳真|拨打|撥打|致电|致電|客服)(?:号码|號碼)?[是为為]?[:： ]?$/,
  ],
  ['stock', /(?:股票代码|股票代號|证券代码|證券代碼|股票代碼|股號|代码|代碼)[是为為]?[:： ]?$/],
  ['isbn', /ISBN(?:-1[03])?[:： ]?$/],
  [
    'code',
    /(?:邮编|邮政编码|郵遞區號|编号|編號|学号|學號|QQ|QQ群|账号|帳號|統編|统一编号|區號|区号|车牌|車牌|ISSN|No\.|№)[是为為]?[:： ]?$/i,
  ],
];

/** Abbreviations of provinces that open a licence plate (GA 36). */
export const PLATE_PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

export function classifyCluster(cluster: string): LiteralKind | undefined {
  if (cluster.length > 64) return 'code';
  for (const { kind, shape } of LITERAL_SHAPES) if (shape.test(cluster)) return kind;
  return undefined;
}
