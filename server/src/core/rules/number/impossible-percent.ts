import { isQuoted, sentenceStart } from '../../numbers/context.ts';
import { compare, exact, HUNDRED } from '../../numbers/exact.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { type Quantity, QuantityKind } from '../../numbers/quantities.ts';
import { UNITS } from '../../numbers/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isDigit } from '../../text/charClass.ts';

const FALL =
  /(?:下降|下跌|下滑|减少|減少|降低|降幅|减幅|減幅|跌幅|缩减|縮減|锐减|銳減|骤减|驟減|骤降|驟降|回落|[^增加升涨漲][减減降跌])(?:了|约|約|近|达到?|達到?|高达|高達|为|為|幅度|超过|超過|逾|超|将近|将|[ \-－]){0,3}$/;
const SHARE =
  /[占佔][^，。；,;]{0,14}(?:[总總](?:人[数數]|[数數]|面[积積]|[户戶][数數]|件[数數]|人口)|[全][部体體])[^，。；,;0-9]{0,6}$/;
/** Rates of what is a part by its name; 完成率 and 毛入学率 go beyond the whole. */
const RATE =
  /(?:满意|滿意|合格|及格|优良|優良|达标|達標|成活|存活|出勤|到课|到課|准点|準點|正点|正點|准确|準確|正确|正確|知晓|知曉|识字|識字|通过|通過|支持|完好|办结|辦結|整改|漏损|漏損|空置|空摊|空攤|空驶|空駛|失业|失業|治愈|治癒|死亡|感染|阳性|陽性|近视|近視|辍学|輟學|签收|簽收|抽检|抽檢|及时|及時|按时|按時|参与|參與|投票)[率度](?:[^，。；：,;%％0-9]{0,4}[由从從自]?[^，。；,;]{0,16}(?:提高|提升|上升|增加|增长|增長|升|下降|降低|降|减少|減少|回落)(?:到了?|至)(?:了)?(?:[^，。；,;%％]{0,8}的)?|(?:就|已|也|均|都)?(?:达到?|達到?|为|為|是|有)?(?:了)?)$/;
/** 120%的人不同意: those who say something are some of those who were asked. */
const PEOPLE =
  /^的(?:人|居民|市民|村民|群众|群眾|受访者|受訪者|被调查者|被調查者|学生|學生|家长|家長|读者|讀者|观众|觀眾|员工|員工|乘客)(?:都|均|则|則|也)?(?:不|没有|沒有|未)?(?:同意|赞成|贊成|反对|反對|支持|认为|認為|表示|觉得|覺得|选择|選擇|希望|愿意|願意|满意|滿意|知道|听说|聽說)/;
/** Quantities that change sign or are no part of a whole: a fall of 150% is right for a profit that became a loss. */
const SIGNED =
  /利[润潤]|收益|盈利|盈[余餘]|[亏虧][损損]|[顺順]差|逆差|差[额額]|[现現]金流|[净淨]|占GDP|[存]?[贷貸]|[负負][债債]|依存度|增速|增[长長]率|增幅|率差|[温溫]度|[余餘][额額]|EBITDA|ROE|[损損]益|收支/;

export const rule = defineRule({
  meta: {
    id: 'number/impossible-percent',
    level: 'error',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'A fall or a share of more than the whole',
      'zh-CN': '降幅或占比超过全部',
      'zh-TW': '降幅或占比超過全部',
    },
    messages: {
      fall: {
        en: 'A count cannot fall by {percent}: at 100% nothing is left. A decimal point may be lost; check the source.',
        'zh-CN': '数量不可能下降{percent}：降到100%即归零。可能漏了小数点，请核对原文。',
        'zh-TW': '數量不可能下降{percent}：降到100%即歸零。可能漏了小數點，請核對原文。',
      },
      times: {
        en: 'A count cannot fall by {percent}: once is all of it. Say what fraction is left, or the percentage.',
        'zh-CN': '数量不可能减少{percent}：减少一倍即归零。应改用分数或百分比。',
        'zh-TW': '數量不可能減少{percent}：減少一倍即歸零。應改用分數或百分比。',
      },
      share: {
        en: 'A part cannot be {percent} of the whole. A decimal point may be lost; check the source.',
        'zh-CN': '部分不可能占全部的{percent}。可能漏了小数点，请核对原文。',
        'zh-TW': '部分不可能占全部的{percent}。可能漏了小數點，請核對原文。',
      },
      rate: {
        en: 'What counts a part of the whole cannot be {percent}. A digit is wrong; check the source.',
        'zh-CN': '这一比率以全部为上限，不可能是{percent}。数字有误，请核对原文。',
        'zh-TW': '這一比率以全部為上限，不可能是{percent}。數字有誤，請核對原文。',
      },
      restore: {
        en: 'Restore the decimal point: {plain}',
        'zh-CN': '补上小数点：{plain}',
        'zh-TW': '補上小數點：{plain}',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        const relation = RELATION[list.units[i]!]!;
        if (relation === 0 || list.kinds[i] !== QuantityKind.Number) continue;
        if (relation === PERCENT && isBelowHundred(text, list.starts[i]!, list.valueEnds[i]!)) continue;
        const quantity = list.at(i);
        const messageId = judge(text, quantity);
        if (!messageId || isQuoted(text, quantity.start, quantity.end)) continue;
        const { start, end } = quantity;
        report({ start, end, messageId, args: { percent: text.slice(start, end) } });
      }
    },
  },
  fix({ text }, { start, end, messageId }) {
    // A rate of 104% has a wrong digit, which nobody can guess.
    if (messageId === 'times' || messageId === 'rate') return [];
    const written = text.slice(start, end);
    const digits = /^(\d\d)(\d+)(?:\.(\d+))?(?=[%％]$)/.exec(written);
    if (!digits) return [];
    const plain = `${digits[1]}.${digits[2]}${digits[3] ?? ''}${written.slice(digits[0].length)}`;
    return [{ titleId: 'restore', args: { plain }, edits: [{ start, end, text: plain }], safety: 'unsafe' }];
  },
});

const PERCENT = 1;
const RELATION = Uint8Array.from(UNITS, ({ kind }) =>
  kind === 'percent' ? PERCENT : kind === 'times' ? 2 : 0,
);

// 76 and 8.25 before a sign of percent: most figures leave here, before their value is read.
function isBelowHundred(text: string, start: number, end: number): boolean {
  let whole = start;
  while (whole < end && isDigit(text.charCodeAt(whole))) whole++;
  if (whole - start > 2 || whole === start) return false;
  if (whole === end) return true;
  if (text.charCodeAt(whole) !== 0x2e) return false;
  let at = whole + 1;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at === end;
}

function judge(text: string, quantity: Quantity): 'fall' | 'times' | 'share' | 'rate' | undefined {
  const { start, unit } = quantity;
  const isPercent = unit?.kind === 'percent';
  const isFall = FALL.test(text.slice(Math.max(0, start - 12), start));
  if (!isPercent && !isFall) return undefined;
  const { value } = quantity;
  if (!value || compare(value, isPercent ? HUNDRED : exact(1)) < (isPercent ? 1 : 0)) return undefined;
  const sentence = text.slice(sentenceStart(text, start, 60), start);
  const isShare = isPercent && !isFall && SHARE.test(sentence);
  const isRate =
    isPercent && !isFall && (RATE.test(sentence) || PEOPLE.test(text.slice(quantity.end, quantity.end + 14)));
  if ((!isFall && !isShare && !isRate) || SIGNED.test(sentence)) return undefined;
  if (isFall) return isPercent ? 'fall' : 'times';
  return isShare ? 'share' : 'rate';
}
