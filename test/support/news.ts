// Clean news-style text of our own, as much as a test wants: sentences on civic subjects with slots that are filled
// consistently (figures add up, dates exist, percentages follow from their figures). Deterministic for a seed.
import { createRandom } from './random.ts';

type Random = () => number;

const PLACES =
  '青石镇 柳河县 东湖区 南坪街道 白塔社区 红星村 清溪镇 北苑小区 老城区 新港 云台山 双桥乡 金沙湾 石门水库 长堤路 梧桐巷'.split(
    ' ',
  );
const OFFICES =
  '水利局 图书馆 林业站 交通局 文化馆 公交公司 园林处 环卫所 教育局 卫生服务中心 档案馆 气象站'.split(' ');
const NAMES = '陈静 周明 李原 苏禾 王建国 赵小满 林晓 何雨 方立 吴志远 马文 郑秋'.split(' ');
const JOBS = '站长 馆长 司机 护士 老师 巡护员 工程师 志愿者 讲解员 厨师 邮递员 管理员'.split(' ');
const THINGS = '树苗 图书 路灯 座椅 自行车架 垃圾桶 展柜 水表 站牌 书柜 健身器材 花箱'.split(' ');
const WORKS = '步道 渠道 阅览室 停车场 口袋公园 自助书柜 泵站 公交站 社区食堂 展厅 菜市场 候车亭'.split(' ');
const MEASURES: Readonly<Record<string, string>> = {
  树苗: '棵',
  图书: '册',
  路灯: '盏',
  座椅: '把',
  自行车架: '个',
  垃圾桶: '个',
  展柜: '个',
  水表: '块',
  站牌: '块',
  书柜: '个',
  健身器材: '件',
  花箱: '个',
};
const WEATHER = '入冬以来 开春以后 入汛以后 国庆节期间 放暑假以后 雨水节气前后 天气转凉以后'.split(' ');
const QUOTES = [
  '账要算清楚，人心也要算清楚',
  '把小事做好，大事就不难',
  '从前要跑三趟，现在一趟就够了',
  '看得见的地方要干净，看不见的地方更要干净',
  '路修到家门口，心里就踏实了',
  '孩子们愿意来，就是最好的评价',
  '哪里漏水，哪里就有我们的脚印',
  '先让大家坐下来，再让大家说出来',
];

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;
const between = (low: number, high: number, random: Random): number =>
  low + Math.floor(random() * (high - low + 1));

const SENTENCES: readonly ((random: Random) => string)[] = [
  r => `${pick(WEATHER, r)}，${pick(PLACES, r)}的${pick(WORKS, r)}陆续完工，附近的居民第一时间用上了新设施。`,
  r => `${pick(OFFICES, r)}今年新建${pick(WORKS, r)}${between(3, 90, r)}处，比去年多${between(1, 20, r)}处。`,
  r => `“${pick(QUOTES, r)}。”${pick(JOBS, r)}${pick(NAMES, r)}这样说。`,
  r =>
    `${pick(NAMES, r)}在${pick(PLACES, r)}工作了${between(8, 36, r)}年，每天早上${pick(['五点', '六点', '六点半', '七点'], r)}出门，傍晚才回家。`,
  r => {
    const before = between(60, 400, r);
    const after = before - between(5, Math.floor(before * 0.7), r);
    return `居民的投诉由上年的${before}件减少到${after}件，下降${(((before - after) / before) * 100).toFixed(1)}%。`;
  },
  r => {
    const before = between(100, 900, r);
    const after = before + between(5, before, r);
    return `服务人次从${before}人次增加到${after}人次，增长${(((after - before) / before) * 100).toFixed(1)}%，其中周末最为集中。`;
  },
  r => {
    const thing = pick(THINGS, r);
    return `${pick(PLACES, r)}添置了${between(20, 800, r)}${MEASURES[thing]}${thing}，费用由街道和居民分担，账目每季度公布一次。`;
  },
  r =>
    `${between(2015, 2023, r)}年${between(1, 12, r)}月${between(1, 28, r)}日，${pick(OFFICES, r)}在${pick(PLACES, r)}召开现场会，介绍${pick(WORKS, r)}的管理办法。`,
  r => `他们把责任分成三类：一类由${pick(OFFICES, r)}负责，一类由社区负责，还有一类由居民自己负责。`,
  () => '最受欢迎的是什么？不是最新的，而是离家最近的。',
  r =>
    `这些${pick(WORKS, r)}平均占地${between(2, 60, r)}.${between(1, 9, r)}亩，总投资约${between(1, 9, r)}.${between(1, 9, r)}亿元。`,
  r =>
    `完工率达到${between(71, 99, r)}.${between(1, 9, r)}%，其余部分因为雨季推迟，计划在${between(1, 12, r)}月底以前完成。`,
  () => '负责人介绍，今后还要做三件事：摸清底数、定期检修、公开结果。',
  r => `《${pick(PLACES, r)}志》记载，这里很早就有人种树修渠，传统一直没有断。`,
  () => '老人们说，从前一下雨，路上全是泥；现在下多大的雨，鞋底也是干的。',
  r => `记者在${pick(PLACES, r)}看到，${pick(WORKS, r)}门口挂着一块木牌，上面写着开放时间和联系人。`,
  r => `${pick(NAMES, r)}算了一笔账：每月少跑四趟，一年就能省下${between(200, 900, r)}元路费。`,
  () => '为了不影响上学上班，施工安排在晚上九点以后，噪声大的工序则放在周末白天。',
  r => `学校也参与进来，${between(6, 60, r)}名学生报名当小小${pick(JOBS, r)}，每周值班一次。`,
  r => `有人担心维护的费用，${pick(OFFICES, r)}回应说，今年的预算已经列出，明年起由专门的经费保障。`,
  r => `这项工作得到了居民的支持，满意度连续${between(2, 6, r)}年保持在九成以上。`,
  r => `第一批共${between(10, 80, r)}处，第二批共${between(10, 80, r)}处，第三批正在选址。`,
  () => '雨水从屋顶流进蓄水池，再从蓄水池流到花坛，一滴也不浪费。',
  () => '附近的小店也跟着热闹起来，早点铺的老板说，每天要多蒸两笼包子。',
  r =>
    `到${between(2024, 2026, r)}年年底，全县${between(60, 99, r)}%以上的村子都将建起自己的${pick(WORKS, r)}。`,
  r => `遇到大风和暴雨，${pick(JOBS, r)}要在两小时内到场查看，并把照片传到值班群里。`,
  () => '他翻开厚厚的记录本，每一页都写着日期、天气、人数和发生的事情。',
  r => `这里离火车站${between(1, 9, r)}.${between(1, 9, r)}公里，坐${between(1, 60, r)}路公交车可以直达。`,
];

const TITLES: readonly ((random: Random) => string)[] = [
  r => `${pick(PLACES, r)}的${pick(WORKS, r)}`,
  r => `走进${pick(PLACES, r)}`,
  r => `${pick(JOBS, r)}${pick(NAMES, r)}的一天`,
  r => `${pick(OFFICES, r)}这一年`,
];
const SECTIONS = [
  '先把底数摸清',
  '从家门口做起',
  '谁来照看',
  '下一步怎么走',
  '账本上的变化',
  '老人和孩子',
  '雨季之前',
];

export interface NewsReport {
  readonly name: string;
  readonly text: string;
}

export interface NewsOptions {
  /** Approximate length of each report in UTF-16 code units. */
  readonly length?: number;
  /** Turns the Simplified text into another script; identity by default. */
  readonly convert?: (text: string) => string;
}

/** `count` reports from a seed: Markdown with front matter, newspaper text and HTML in turn. */
export function newsReports(
  count: number,
  seed: number,
  { length = 1200, convert = text => text }: NewsOptions = {},
): NewsReport[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const kind = index % 3;
    const text = convert(
      kind === 0 ? markdown(random, length) : kind === 1 ? newspaper(random, length) : html(random, length),
    );
    return { name: `report-${String(index + 1).padStart(5, '0')}.${['md', 'txt', 'html'][kind]}`, text };
  });
}

function paragraph(random: Random): string {
  const used = new Set<number>();
  let text = '';
  for (let n = between(2, 5, random); n > 0; n--) {
    let index = between(0, SENTENCES.length - 1, random);
    while (used.has(index)) index = (index + 1) % SENTENCES.length;
    used.add(index);
    text += SENTENCES[index]!(random);
  }
  return text;
}

function paragraphs(random: Random, length: number): string[] {
  const result: string[] = [];
  for (let size = 0; size < length; size += result[result.length - 1]!.length) result.push(paragraph(random));
  return result;
}

function markdown(random: Random, length: number): string {
  const title = pick(TITLES, random)(random);
  const date = `${between(2015, 2023, random)}-${String(between(1, 12, random)).padStart(2, '0')}-${String(between(1, 28, random)).padStart(2, '0')}`;
  const body = paragraphs(random, length);
  const middle = Math.ceil(body.length / 2);
  const section = pick(SECTIONS, random);
  return `---\ntitle: ${title}\ndate: ${date}\nauthor: ${pick(NAMES, random)}\ntags:\n  - 民生\n  - 公共服务\n---\n\n# ${title}\n\n${body.slice(0, middle).join('\n\n')}\n\n## ${section}\n\n${body.slice(middle).join('\n\n')}\n`;
}

function newspaper(random: Random, length: number): string {
  const body = paragraphs(random, length);
  const middle = Math.ceil(body.length / 2);
  const first = between(0, SECTIONS.length - 1, random);
  const [a, b] = [SECTIONS[first]!, SECTIONS[(first + 1) % SECTIONS.length]!];
  return `${pick(TITLES, random)(random)}\n\n记者 ${pick(NAMES, random)}\n\nA | ${a}\n\n${body.slice(0, middle).join('\n\n')}\n\nB | ${b}\n\n${body.slice(middle).join('\n\n')}\n`;
}

function html(random: Random, length: number): string {
  const title = pick(TITLES, random)(random);
  return `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n<h1>${title}</h1>\n${paragraphs(
    random,
    length,
  )
    .map(p => `<p>${p}</p>`)
    .join('\n')}\n</body>\n</html>\n`;
}
