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
  // Nearly all that is measured is ASCII, Han and full-width marks; the rest goes the long way.
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x20 && unit < 0x7f) width++;
    else if (
      (unit >= 0x4e00 && unit <= 0x9fff) ||
      (unit >= 0x3001 && unit <= 0x3029) ||
      (unit >= 0xff01 && unit <= 0xff60)
    )
      width += 2;
    else return stringWidth(text);
  }
  return width;
}

/** The end of the text that fits into `columns`. */
export function lastColumns(text: string, columns: number): string {
  const units = [...text];
  let width = 0;
  let from = units.length;
  while (from > 0 && width + widthOf(units[from - 1]!) <= columns) width += widthOf(units[--from]!);
  return from === 0 ? text : `…${units.slice(from + 1).join('')}`;
}

/** The beginning of the text that fits into `columns`. */
export function firstColumns(text: string, columns: number): string {
  const units = [...text];
  let width = 0;
  let to = 0;
  while (to < units.length && width + widthOf(units[to]!) <= columns) width += widthOf(units[to++]!);
  return to === units.length ? text : `${units.slice(0, Math.max(0, to - 1)).join('')}…`;
}

export const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));
