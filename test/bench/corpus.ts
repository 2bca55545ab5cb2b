// A deterministic corpus of reports in both scripts: Markdown with front matter, plain text and HTML, with about one
// defect for every kilobyte, as the corpora described in ARCHITECTURE.md have them.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPick } from '../support/random.ts';

const PLACES = {
  cn: ['城东', '临江', '青石镇', '北湖区', '开发区', '老城', '河口', '南山街道'],
  tw: ['城東', '臨江', '青石鎮', '北湖區', '開發區', '老城', '河口', '南山街道'],
};
const SENTENCES = {
  cn: [
    '今年以来，{p}水库累计蓄水{n}万立方米，较上年同期增加{k}%，灌区各村的春耕用水得到保障。',
    '{p}图书馆全年接待读者{n}人次，新增图书{m}册，举办讲座和展览{k}场，周末开放时间延长两个小时。',
    '养护站对{k}公里路段进行了检修，更换护栏{m}米，补栽行道树{n}株，雨季前完成了全部排水沟的清理。',
    '公交公司在{p}新开线路{k}条，投放车辆{m}台，居民步行十分钟即可到达最近的站点。',
    '“以前到镇上要走一个多小时，现在出门就能坐车。”家住{p}的老人说，班车准点，票价也不高。',
    '据统计，{p}共有古树{m}株，其中树龄超过百年的{k}株，全部建立了档案，并安排专人看护。',
    '工程分三期实施：第一期修建步道，第二期整治河岸，第三期完善照明和标识；总投资{n}万元。',
    '工作人员每周巡查{k}次，发现问题当天上报、当天处理，做到件件有记录、事事有回音。',
    '到{y}年底，{p}的自来水普及率达到{k}%，比五年前提高了近一倍，群众满意度逐年上升。',
    '气象部门提醒，{y}年{d}月仍有较强降雨，请沿河单位做好值守，及时转移低洼地带的物资。',
  ],
  tw: [
    '今年以來，{p}水庫累計蓄水{n}萬立方公尺，較上年同期增加{k}%，灌區各村的春耕用水得到保障。',
    '{p}圖書館全年接待讀者{n}人次，新增圖書{m}冊，舉辦講座和展覽{k}場，週末開放時間延長兩個小時。',
    '養護站對{k}公里路段進行了檢修，更換護欄{m}公尺，補栽行道樹{n}株，雨季前完成了全部排水溝的清理。',
    '公車處在{p}新開路線{k}條，投放車輛{m}臺，居民步行十分鐘即可到達最近的站點。',
    '「以前到鎮上要走一個多小時，現在出門就能坐車。」家住{p}的老人說，班車準點，票價也不高。',
    '據統計，{p}共有古樹{m}株，其中樹齡超過百年的{k}株，全部建立了檔案，並安排專人看護。',
    '工程分三期實施：第一期修建步道，第二期整治河岸，第三期完善照明和標識；總投資{n}萬元。',
    '工作人員每週巡查{k}次，發現問題當天上報、當天處理，做到件件有紀錄、事事有回音。',
    '到{y}年底，{p}的自來水普及率達到{k}%，比五年前提高了近一倍，民眾滿意度逐年上升。',
    '氣象部門提醒，{y}年{d}月仍有較強降雨，請沿河單位做好值守，及時轉移低窪地帶的物資。',
  ],
};
const HEADINGS = {
  cn: ['一、工作概况', '二、主要做法', '三、取得的成效', '四、存在的问题', '五、下一步打算'],
  tw: ['一、工作概況', '二、主要做法', '三、取得的成效', '四、存在的問題', '五、下一步打算'],
};

/** Each changes one sentence as damage of the wild does. */
const DEFECTS: readonly ((text: string) => string)[] = [
  text => text.replace('，', ','),
  text => text.replace('。', '。。'),
  text => text.replace('，', '，，'),
  text => text.replace('，', '，\u200b'),
  text => text.replace(/\d/, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  text => text.replace('，', '\u00a0，'),
  text => `${text} `,
  text => text.replace('的', '的\ufffd'),
  text => text.replace('一', '⼀'),
  text => text.replace('，', '&nbsp;，'),
];

/** The text of report `index`: about 11 kB of UTF-8. */
export function reportText(index: number, bytes = 11_000): { name: string; text: string } {
  const next = createPick(index * 7919 + 17);
  const script = index % 2 === 0 ? 'cn' : 'tw';
  const kind = index % 5 === 4 ? 'html' : index % 5 === 3 ? 'txt' : 'md';
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const sentence = (): string => {
    const text = pick(SENTENCES[script])
      .replace('{p}', pick(PLACES[script]))
      .replace('{n}', String(1000 + next(90_000)))
      .replace('{m}', String(10 + next(900)))
      .replace('{k}', String(2 + next(90)))
      .replace('{y}', String(2015 + next(10)))
      .replace('{d}', String(1 + next(12)));
    // One defect for about eight sentences, which is one for a kilobyte.
    return next(8) === 0 ? pick(DEFECTS)(text) : text;
  };
  const paragraphs: string[] = [];
  let size = 0;
  while (size < bytes) {
    if (paragraphs.length % 6 === 0) {
      const title = HEADINGS[script][Math.floor(paragraphs.length / 6) % 5]!;
      paragraphs.push(kind === 'html' ? `<h2>${title}</h2>` : kind === 'md' ? `## ${title}` : title);
    }
    let text = '';
    for (let i = 3 + next(4); i > 0; i--) text += sentence();
    paragraphs.push(kind === 'html' ? `<p>${text}</p>` : text);
    size += text.length * 3;
  }
  const title = script === 'cn' ? `${pick(PLACES.cn)}工作报告` : `${pick(PLACES.tw)}工作報告`;
  const head =
    kind === 'md'
      ? `---\ntitle: ${title}\ndate: 20${10 + next(14)}-0${1 + next(9)}-1${next(9)}\ncategories: [civic]\n---\n\n# ${title}\n\n`
      : kind === 'html'
        ? `<!doctype html>\n<html>\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n`
        : `${title}\n\n`;
  const tail = kind === 'html' ? '\n</body>\n</html>\n' : '\n';
  return {
    name: `${script}/${String(index).padStart(6, '0')}.${kind}`,
    text: head + paragraphs.join('\n\n') + tail,
  };
}

/** Writes reports until `bytes` are reached; returns how many. */
export function writeCorpus(folder: string, bytes: number): number {
  for (const script of ['cn', 'tw']) mkdirSync(path.join(folder, script), { recursive: true });
  let written = 0;
  let index = 0;
  for (; written < bytes; index++) {
    const { name, text } = reportText(index);
    const data = Buffer.from(text);
    writeFileSync(path.join(folder, name), data);
    written += data.length;
  }
  return index;
}
