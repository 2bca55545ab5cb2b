// Text for a terminal: what cannot be seen is shown, and widths are counted in columns.
import stringWidth from 'string-width';

/** The text with line breaks, tabs, controls and invisible characters made visible, each in a form of known width. */
export function visible(text: string): string {
  return text
    .replace(/\r\n|\r|\n/g, '⏎')
    .replace(/\t/g, '→')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ue000-\uf8ff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      unit => `‹${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`,
    );
}

/** Columns a terminal gives the text: two for each Han character. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!standsAlone(unit)) return stringWidth(text);
    width += widths[unit] || remember(unit);
  }
  return width;
}

/** Whether what stands beside the character changes nothing about its width: ASCII, Latin, symbols, kana, Han, Hangul. */
const standsAlone = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) ||
  (unit >= 0x4e00 && unit <= 0xd7a3 && (unit <= 0xa48c || unit >= 0xac00)) ||
  (unit >= 0x3000 &&
    unit <= 0x4dff &&
    (unit < 0x302a || unit > 0x302f) &&
    unit !== 0x3099 &&
    unit !== 0x309a) ||
  (unit >= 0xff01 && unit <= 0xff60) ||
  (unit >= 0x2010 &&
    unit <= 0x27ff &&
    unit !== 0x200d &&
    !(unit >= 0x2028 && unit < 0x2030) &&
    !(unit > 0x205e && unit < 0x2100)) ||
  (unit > 0xa0 && unit < 0x250 && unit !== 0xad);

/** Widths asked for before; segmenting text, as the library does, takes some microseconds for each character. */
const widths = new Uint8Array(1 << 16);

function remember(unit: number): number {
  widths[unit] = stringWidth(String.fromCharCode(unit));
  return widths[unit]!;
}

/** The end of the text that fits into `columns`. */
export function lastColumns(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  const units = [...text];
  let width = 0;
  let from = units.length;
  while (from > 0 && width + widthOf(units[from - 1]!) <= columns) width += widthOf(units[--from]!);
  return `…${units.slice(from + 1).join('')}`;
}

/** The beginning of the text that fits into `columns`. */
export function firstColumns(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  const units = [...text];
  let width = 0;
  let to = 0;
  while (to < units.length && width + widthOf(units[to]!) <= columns) width += widthOf(units[to++]!);
  return `${units.slice(0, Math.max(0, to - 1)).join('')}…`;
}

export const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));
