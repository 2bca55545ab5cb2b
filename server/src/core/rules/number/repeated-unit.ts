import type { Document } from '../../document/document.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { QuantityKind } from '../../numbers/quantities.ts';
import { UNITS, unitNamed } from '../../numbers/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isDigit, isHan } from '../../text/charClass.ts';

/** What may follow the second unit without making a word of it: 35个个体户 and 3年年均 have words there. */
const AFTER = new Set('的和与與及以左是被将將由等均在已用于於较較比全'.split(''));
/** Units that are doubled to mean “each”: 天天, 人人, 家家. */
const DISTRIBUTIVE =
  /^(?:天天|年年|人人|家家|个个|個個|处处|處處|时时|時時|日日|月月|户户|戶戶|步步|句句|条条|條條|层层|層層|度度|分分|点点|點點|代代|段段|面面)/;

export const rule = defineRule({
  meta: {
    id: 'number/repeated-unit',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A unit written twice',
      'zh-CN': '单位重复',
      'zh-TW': '單位重複',
    },
    messages: {
      found: {
        en: '“{figure}”: the unit “{unit}” stands twice. Keep one.',
        'zh-CN': '“{figure}”：单位“{unit}”重复，应删去一个。',
        'zh-TW': '「{figure}」：單位「{unit}」重複，應刪去一個。',
      },
      keep: { en: 'Keep one “{unit}”', 'zh-CN': '只保留一个“{unit}”', 'zh-TW': '只保留一個「{unit}」' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        if (list.units[i] === 0 || list.kinds[i] !== QuantityKind.Number) continue;
        const valueEnd = list.valueEnds[i]!;
        const end = list.ends[i]!;
        const next = text.charCodeAt(end);
        const name = UNITS[list.units[i]!]!.name;
        const isTail = repeatsTail(text, name, end);
        if (next !== text.charCodeAt(valueEnd) && next !== 0x25 && next !== 0xff05 && !isTail) continue;
        const second = isTail || end - valueEnd === 1 ? end + 1 : end + end - valueEnd;
        if (!isTail && !repeats(text, valueEnd, end, name)) continue;
        // After digits only, or 万 after digits: 一个个 and 一层层 are reduplication.
        const counted = '万萬亿億'.includes(text[valueEnd - 1]!) ? valueEnd - 2 : valueEnd - 1;
        if (!isDigit(text.charCodeAt(counted))) continue;
        if (text[valueEnd] === '%' && doc.share(escapesPercent)) continue;
        const figure = text.slice(list.starts[i]!, second);
        report({
          start: isTail ? end - 1 : valueEnd,
          end: second,
          messageId: 'found',
          args: { figure, unit: text.slice(isTail ? end - 1 : valueEnd, end) },
        });
      }
    },
  },
  fix({ text }, { start, end }) {
    const written = text.slice(start, end);
    // Both widths side by side: one was typed over the other, and the digits tell which is the text's own.
    const isPercent = written === '％%' || written === '%％';
    const digit = text.charCodeAt(start - 1);
    const unit = !isPercent ? written.slice(0, written.length / 2) : digit > 0x7f ? '％' : '%';
    const safety = isPercent ? 'safe' : 'unsafe';
    return [{ titleId: 'keep', args: { unit }, edits: [{ start, end, text: unit }], safety }];
  },
});

// 7.8万人次次, 58毫米米: the last character of the unit again. 人次次均费用 and 公里里程 are words of their own.
function repeatsTail(text: string, name: string, end: number): boolean {
  const last = name.length - 1;
  // 大于24小时时: 时 is a word, too.
  if (last < 1 || '时時'.includes(name[last]!) || text[end] !== name[last] || !isHan(name.charCodeAt(last)))
    return false;
  const after = text[end + 1] ?? '';
  if (name[last] === '次') return !/^[均数數日要]/.test(after);
  return !isHan(after.charCodeAt(0)) || AFTER.has(after);
}

// A program's format writes every percent sign twice, but those of its own specifiers: %s, %1$d.
function escapesPercent({ text }: Document): boolean {
  let twice = 0;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 2)) {
    if (text[at + 1] === '%') twice++;
    else if (!SPECIFIER.test(text.slice(at + 1, at + 6))) return false;
  }
  return twice > 1;
}

const SPECIFIER = /^(?:\d\$)?[sdif](?![A-Za-z])/;

function repeats(text: string, valueEnd: number, end: number, name: string): boolean {
  if (end - valueEnd !== name.length) return false;
  if (name === '%' || name === '％') {
    const next = text[end];
    return (
      (next === '%' || next === '％') &&
      text[end + 1] !== '%' &&
      !(
        next === '%' &&
        name === '%' &&
        !isHan(text.charCodeAt(end + 1)) &&
        !/[，。、；）]/.test(text[end + 1] ?? '')
      )
    );
  }
  if (!isHan(name.charCodeAt(0)) || !text.startsWith(name, end)) return false;
  // 6.8万人人次: one unit runs into another that begins with it.
  if (name.length === 1 && name !== '次' && text[end + 1] === '次' && unitNamed(`${name}次`)) return true;
  if (DISTRIBUTIVE.test(text.slice(valueEnd, valueEnd + 2)) && name.length === 1) {
    // 20个个， is a slip all the same: nothing follows that each could do.
    if (!/^[，。、；）,;)]/.test(text.slice(end + 1, end + 2))) return false;
  }
  const after = text[end + name.length];
  return after === undefined || !isHan(after.charCodeAt(0)) || AFTER.has(after);
}
