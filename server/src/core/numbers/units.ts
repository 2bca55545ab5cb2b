// What follows a figure: legal units, currencies, percent words and classifiers, in both scripts, as one table with
// a first-character index so that looking one up costs a table read. Factors are exact.
// Units: GB 3100—1993 and the legal units of measurement; 亩 = 1/15 公顷, 斤 = 500 g, 里 = 500 m by the same rules.
// Classifiers: no standard lists them; collected by hand from public reports and statistics yearbooks.
import { type Exact, exact } from './exact.ts';

export type UnitKind =
  | 'measure'
  | 'classifier'
  | 'currency'
  | 'percent'
  | 'permille'
  | 'points'
  | 'times'
  | 'tenths'
  | 'discount'
  | 'duration';

export type Dimension = 'mass' | 'length' | 'area' | 'volume' | 'energy' | 'power' | 'data' | 'other';

export interface Unit {
  readonly name: string;
  readonly kind: UnitKind;
  readonly dimension?: Dimension | undefined;
  /** How many base units (g, m, m², L, J, W, byte) one of this unit is. */
  readonly factor?: Exact | undefined;
}

const CLASSIFIERS =
  '个 個 名 位 人 人次 件 件次 项 項 条 條 次 起 宗 案 例 张 張 本 册 冊 册次 冊次 座 栋 棟 幢 辆 輛 辆次 輛次 艘 架 列 台 臺 台次 台套 支 枝 只 隻 间 ' +
  '間 处 處 家 家次 所 户 戶 户次 株 棵 根 颗 顆 粒 片 块 塊 篇 部 首 幅 场 場 场次 場次 届 屆 批 批次 期 门 門 种 種 类 類 套 组 組 ' +
  '队 隊 班 排 级 級 层 層 楼 樓 号 號 页 頁 章 节 節 卷 集 段 句 字 词 詞 行 列 点 點 步 口 头 頭 匹 尾 羽 袋 箱 包 盒 瓶 罐 桶 车 車 ' +
  '车次 車次 船 趟 班次 班列 航班 架次 艘次 人份 份 封 则 則 笔 筆 单 單 票 枚 把 副 双 雙 对 對 打 岁 歲 周岁 週歲 代 世纪 世紀 ' +
  '户次 标段 標段 项次 項次 村 镇 鎮 县 縣 区 區 地 国 國 股 篇次 课时 課時 学时 學時 ' +
  '学分 學分 床 席 桌 孔 眼 盘 盤 道 款 盏 盞 扇 堵 面 顶 頂 朵 束 捆 筐 篮 籃 滴 阵 陣 遍 回 番 轮 輪 拨 撥 伙 夥 帮 幫 群 缕 艇 ' +
  '路 站 厢 廂 节车厢 车位 車位 泊位 床位 座位 席位 门次 人日 工日 标箱 標箱 像素 位元 位元组 位元組 字节 字節 比特 度 ' +
  '点次 名次 分 盘次';

const CURRENCIES =
  '元 美元 欧元 歐元 日元 日圓 英镑 英鎊 港元 港币 港幣 澳元 加元 新台币 新臺幣 新台幣 人民币 人民幣 卢布 盧布 卢比 盧比 韩元 韓元 角 块钱 塊錢 元钱 美金 泰铢 泰銖 法郎 马克 馬克';

const OTHERS: readonly (readonly [UnitKind, string])[] = [
  ['percent', '% ％ 個百分比 个百分比'],
  ['permille', '‰ ﹪'],
  ['points', '个百分点 個百分點 百分点 百分點 个基点 個基點 基点 基點'],
  ['times', '倍'],
  ['tenths', '成'],
  ['discount', '折'],
  [
    'duration',
    '年 个月 個月 月 周 週 个星期 個星期 星期 个季度 個季度 季度 天 日 昼夜 晝夜 小时 小時 个小时 個小時 钟头 鐘頭 分钟 分鐘 秒 秒钟 秒鐘 毫秒 微秒 纳秒 ms s min h 学年 學年 年度 年级 年級 周年 週年 年代 月份 日龄 月龄 月齡 年龄',
  ],
];

// dimension: name:factor, the factor an integer, a decimal or a fraction.
const MEASURES: readonly (readonly [Dimension, string])[] = [
  [
    'mass',
    '克:1 公克:1 g:1 千克:1000 公斤:1000 kg:1000 毫克:0.001 mg:0.001 微克:0.000001 吨:1000000 噸:1000000 公吨:1000000 公噸:1000000 t:1000000 斤:500 市斤:500 两:50 兩:50 ㎏:1000 ㎎:0.001 磅:453.59237 盎司:28.349523125',
  ],
  [
    'length',
    '米:1 公尺:1 m:1 千米:1000 公里:1000 km:1000 厘米:0.01 公分:0.01 cm:0.01 毫米:0.001 公厘:0.001 mm:0.001 微米:0.000001 纳米:0.000000001 奈米:0.000000001 nm:0.000000001 里:500 华里:500 華里:500 尺:1/3 丈:10/3 寸:1/30 英寸:0.0254 英吋:0.0254 英尺:0.3048 英呎:0.3048 英里:1609.344 海里:1852 浬:1852 分米:0.1 ㎞:1000 ㎝:0.01 ㎜:0.001',
  ],
  [
    'area',
    '平方米:1 平方公尺:1 平米:1 m²:1 m2:1 ㎡:1 平方千米:1000000 平方公里:1000000 km²:1000000 km2:1000000 公顷:10000 公頃:10000 hm²:10000 亩:2000/3 畝:2000/3 顷:200000/3 頃:200000/3 平方厘米:0.0001 平方公分:0.0001 cm²:0.0001 平方毫米:0.000001 坪:400/121',
  ],
  [
    'volume',
    '升:1 公升:1 L:1 毫升:0.001 mL:0.001 ml:0.001 立方米:1000 立方公尺:1000 立方:1000 方:1000 m³:1000 m3:1000 立方厘米:0.001 cm³:0.001',
  ],
  ['power', '瓦:1 W:1 千瓦:1000 kW:1000 KW:1000 兆瓦:1000000 MW:1000000 吉瓦:1000000000 GW:1000000000'],
  [
    'energy',
    '焦耳:1 千焦:1000 度电:3600000 度電:3600000 千瓦时:3600000 千瓦時:3600000 千瓦小时:3600000 kWh:3600000 兆瓦时:3600000000 焦:1 J:1 kJ:1000 大卡: 千卡: 卡路里:',
  ],
  [
    'data',
    'B: KB: kB: MB: GB: TB: KiB: MiB: GiB: TiB: bit: bits: byte: bytes: Byte: kbps: Mbps: Gbps: kbit: Mbit: 兆字节: 千字节: 吉字节:',
  ],
  [
    'other',
    '℃: °C: ℉: °F: ° 度C: 摄氏度: 攝氏度: 华氏度: 華氏度: 伏: V: 伏特: 千伏: kV: 安培: A: mA: 赫兹: 赫茲: Hz: kHz: KHz: MHz: GHz: 分贝: 分貝: dB: 帕: 千帕: 兆帕: Pa: kPa: MPa: hPa: 勒克斯: 转: 轉: 马力: 馬力: 公里/小时: km/h: 米/秒: m/s: mol: px: pt: em: rem: dpi: ppi: DPI: fps: mAh: mm²: mg/L: ppm: μg: μm: 吨公里: 人公里: 吨标准煤: 吨标煤: 毫安: 毫伏: 毫安时: rpm: Ω: lm: ha: inch: in: ft: KG: Kg: KM: Km: CM: MM: ML: ㏄: cc: ㎥: ㎢: M2: M3: m^2: m^3: KW: KM/H: KM/h: Km/h:',
  ],
];

/** All units; a token holds an index into this list, 0 being none. */
export const UNITS: readonly Unit[] = buildUnits();

const BY_NAME = new Map(UNITS.map((unit, index) => [unit.name, index]));
export const unitNamed = (name: string): Unit | undefined => UNITS[BY_NAME.get(name) ?? 0];

// The units in the order in which they are tried: those with one first character side by side, longest first. Behind
// the last of each stands 0. Most are told apart by their second character, without a comparison of strings.
const FIRST = new Uint16Array(0x10000);
const TRIED: number[] = [0];
const SECOND: number[] = [0];
for (const [first, bucket] of bucketsOf(UNITS)) {
  FIRST[first] = TRIED.length;
  for (const index of bucket) {
    TRIED.push(index);
    const { name } = UNITS[index]!;
    SECOND.push(name.length > 1 ? name.charCodeAt(1) : 0);
  }
  TRIED.push(0);
  SECOND.push(0);
}

/** Index of the longest unit at `offset` that ends at or before `limit`, or 0. A symbol must not run on in letters. */
export function unitAt(text: string, offset: number, limit: number): number {
  if (offset >= limit) return 0;
  let at = FIRST[text.charCodeAt(offset)]!;
  if (at === 0) return 0;
  const second = text.charCodeAt(offset + 1);
  for (; TRIED[at] !== 0; at++) {
    if (SECOND[at] !== 0 && SECOND[at] !== second) continue;
    const { name } = UNITS[TRIED[at]!]!;
    const end = offset + name.length;
    if (end > limit || (name.length > 2 && !text.startsWith(name, offset))) continue;
    const last = name.charCodeAt(name.length - 1);
    if (last < 128 && last !== 0x25 && isAlnum(text.charCodeAt(end))) continue;
    return TRIED[at]!;
  }
  return 0;
}

function bucketsOf(units: readonly Unit[]): ReadonlyMap<number, readonly number[]> {
  const buckets = new Map<number, number[]>();
  units.forEach(({ name }, index) => {
    if (index === 0) return;
    const bucket = buckets.get(name.charCodeAt(0));
    if (bucket) bucket.push(index);
    else buckets.set(name.charCodeAt(0), [index]);
  });
  for (const bucket of buckets.values()) bucket.sort((a, b) => units[b]!.name.length - units[a]!.name.length);
  return buckets;
}

function buildUnits(): Unit[] {
  const units = new Map<string, Unit>();
  const add = (unit: Unit): void => {
    if (!units.has(unit.name)) units.set(unit.name, unit);
  };
  for (const [kind, names] of OTHERS) for (const name of names.split(' ')) add({ name, kind });
  for (const [dimension, list] of MEASURES) {
    for (const entry of list.split(' ')) {
      const colon = entry.indexOf(':');
      const name = colon < 0 ? entry : entry.slice(0, colon);
      const factor = colon < 0 ? '' : entry.slice(colon + 1);
      add({ name, kind: 'measure', dimension, factor: factor === '' ? undefined : parseFactor(factor) });
    }
  }
  for (const name of CURRENCIES.split(' ')) add({ name, kind: 'currency' });
  for (const name of CLASSIFIERS.split(' ')) add({ name, kind: 'classifier' });
  return [{ name: '', kind: 'classifier' }, ...units.values()];
}

function parseFactor(text: string): Exact {
  const [num, den] = text.split('/');
  const [whole, fraction = ''] = num!.split('.');
  return exact(BigInt(whole! + fraction), BigInt(den ?? '1') * 10n ** BigInt(fraction.length));
}

const isAlnum = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122);
