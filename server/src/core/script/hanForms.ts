import { madeTable } from '../text/madeTable.ts';
import { SIMPLIFIED_FORMS, TRADITIONAL_FORMS } from './hanForms.gen.ts';

const { forms, units } = madeTable('Han forms', decode);

/** The code units that have a form in HAN_FORMS. */
export const HAN_FORM_UNITS: Uint16Array = units;

/**
 * For each BMP code unit: bit 1 when the character is right in Simplified writing, bit 2 when it is right in
 * Traditional writing; 0 for rare characters that neither standard lists. See scripts/generate/hanForms.ts.
 */
export const HAN_FORMS: Uint8Array = forms;

/**
 * Simplified forms that printers of Traditional texts used before the reform: the forms that 第一批异体字整理表 (1955)
 * chose among those in use. HAN_FORMS counts them as Simplified; a document that uses them throughout is right.
 */
export const OLD_PRINT_FORMS = '决况强够减凉凑净冲凄凛脉脚却叙恒泪烟猪猫弃异汹';

function decode(): { forms: Uint8Array; units: Uint16Array } {
  const forms = new Uint8Array(0x10000);
  const units: number[] = [];
  mark(forms, units, SIMPLIFIED_FORMS, 1);
  mark(forms, units, TRADITIONAL_FORMS, 2);
  return { forms, units: Uint16Array.from(units) };
}

// Sorted code points as base-36 "start" or "start-length" deltas from the end of the range before.
function mark(forms: Uint8Array, units: number[], packed: string, bit: number): void {
  let at = 0;
  for (const part of packed.split(' ')) {
    const dash = part.indexOf('-');
    const gap = Number.parseInt(dash < 0 ? part : part.slice(0, dash), 36);
    const size = dash < 0 ? 1 : Number.parseInt(part.slice(dash + 1), 36);
    at += gap;
    for (let unit = at; unit < at + size; unit++) {
      if (forms[unit] === 0) units.push(unit);
      forms[unit]! |= bit;
    }
    at += size;
  }
}
