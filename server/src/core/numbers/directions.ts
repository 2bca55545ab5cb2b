// Two figures of one unit and the words that say which way one became the other: 由21.3%降低到11.8%.
import { sentenceStart } from './context.ts';
import { compare } from './exact.ts';
import { type Quantity, QuantityKind, type QuantityList } from './quantities.ts';

const RISE = '增长|增長|增加|上升|提高|提升|上涨|上漲|扩大|擴大|增|升|涨|漲|增至|升至';
const FALL = '下降|减少|減少|降低|下滑|下跌|缩减|縮減|缩短|縮短|回落|压缩|壓縮|压减|壓減|减|減|降';
const FROM = /[由从從自](?:[^，。；：、;,\d]{0,12}的)?$/;
const ALREADY = '(?:逐年|逐步|逐渐|逐漸|进一步|進一步|大幅|迅速|快速)?';
const TO = new RegExp(`^${ALREADY}(?:(${RISE})|(${FALL}))(?:到|至|[为為])了?$`);
/** Ranks and steps count downwards; what is below zero falls to a larger figure. */
const RANKS = '级級位名号號档檔层層度等';
const BELOW_ZERO = /零下|[负負−-]/;
/** How far around the two figures a word for what is below zero is looked for. */
const AROUND = 6;
/** Better is less of it where time or length is the measure: 成绩由12秒提高到11秒, 分辨率由30米提升到10米. */
const BETTER = '提高提升';
const LESS_IS_MORE: ReadonlySet<string | undefined> = new Set(['duration', 'measure']);
/** Of a currency that rises, another buys less: 人民币兑美元由7.12元升至6.98元. */
const EXCHANGE = /[兑兌匯汇]/;

/** The figure after `list[index]` where it contradicts the words between the two; undefined where it agrees. */
export function contradictedBy(text: string, list: QuantityList, index: number): Quantity | undefined {
  const next = index + 1;
  if (next >= list.count || list.units[index] !== list.units[next] || list.units[index] === 0)
    return undefined;
  if (list.kinds[index] !== QuantityKind.Number || list.kinds[next] !== QuantityKind.Number) return undefined;
  const end = list.ends[index]!;
  const start = list.starts[index]!;
  if (list.starts[next]! - end > 12) return undefined;
  const match = TO.exec(text.slice(end, list.starts[next]));
  if (!match || !FROM.test(text.slice(Math.max(0, start - 14), start))) return undefined;
  const [a, b] = [list.at(index), list.at(next)];
  if (RANKS.includes(a.unit!.name) || a.isApproximate || b.isApproximate || a.isHan || b.isHan)
    return undefined;
  if (BELOW_ZERO.test(text.slice(Math.max(0, start - AROUND), b.end)) || !a.value || !b.value)
    return undefined;
  const rise = match[1];
  if (rise && BETTER.includes(rise) && LESS_IS_MORE.has(a.unit?.kind)) return undefined;
  if (a.unit?.kind === 'currency' && EXCHANGE.test(text.slice(sentenceStart(text, start), start)))
    return undefined;
  const order = compare(a.value, b.value);
  return (rise !== undefined && order > 0) || (match[2] !== undefined && order < 0) ? b : undefined;
}
