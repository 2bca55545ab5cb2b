import { lexQuantities } from '../../numbers/lexer.ts';
import { UNITS } from '../../numbers/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

/** Forms that are no unit symbols, and the symbols of GB 3100—1993 for them. */
const FORMS: Readonly<Record<string, string>> = {
  '㎏': 'kg',
  '㎎': 'mg',
  '㎞': 'km',
  '㎝': 'cm',
  '㎜': 'mm',
  '㎡': 'm²',
  '㎥': 'm³',
  '㎢': 'km²',
  '㏄': 'mL',
  cc: 'mL',
  KG: 'kg',
  Kg: 'kg',
  KM: 'km',
  Km: 'km',
  CM: 'cm',
  MM: 'mm',
  ML: 'mL',
  KW: 'kW',
  'KM/H': 'km/h',
  'KM/h': 'km/h',
  'Km/h': 'km/h',
  KHz: 'kHz',
  m2: 'm²',
  m3: 'm³',
  M2: 'm²',
  M3: 'm³',
  km2: 'km²',
  'm^2': 'm²',
  'm^3': 'm³',
};
const IS_FORM = Uint8Array.from(UNITS, unit => (FORMS[unit.name] ? 1 : 0));

export const rule = defineRule({
  meta: {
    id: 'number/unit-form',
    level: 'info',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'A unit in a form that is no unit symbol',
      'zh-CN': '单位符号不规范',
      'zh-TW': '單位符號不規範',
    },
    messages: {
      found: {
        en: '“{form}” is not the symbol of the unit: letter case and single characters matter to programs that read units. Write {symbol}.',
        'zh-CN': '“{form}”不是规范的单位符号，程序会读错。应作 {symbol}。',
        'zh-TW': '「{form}」不是規範的單位符號，程式會讀錯。應作 {symbol}。',
      },
      replace: { en: 'Write {symbol}', 'zh-CN': '改为 {symbol}', 'zh-TW': '改為 {symbol}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        if (IS_FORM[list.units[i]!] === 0 || list.kinds[i] !== 0) continue;
        const end = list.ends[i]!;
        const form = UNITS[list.units[i]!]!.name;
        const symbol = FORMS[form]!;
        const start = end - form.length;
        // Directly after the figure: 8 M2 is a chip, 120M2 an area.
        if (start !== list.valueEnds[i]) continue;
        report({ start, end, messageId: 'found', args: { form, symbol }, data: symbol });
      }
    },
  },
  fix(_, { start, end, data }) {
    const symbol = String(data);
    return [
      { titleId: 'replace', args: { symbol }, edits: [{ start, end, text: symbol }], safety: 'unsafe' },
    ];
  },
});
