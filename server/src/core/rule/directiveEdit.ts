// Takes a rule's name, or the whole comment, out of a suppression comment.
import type { Document } from '../document/document.ts';
import type { Repair } from './types.ts';

/**
 * The repair that removes `[start, end)`, a name in a directive or a whole comment. The comment goes with its last
 * name; its line stays, as an edit may touch comments only.
 */
export function withoutName(doc: Document, start: number, end: number): Repair[] {
  const { text } = doc;
  const open = text.lastIndexOf('<!--', start);
  const close = text.indexOf('-->', end - 3);
  if (open < 0 || close < 0) return [];
  const comment = text.slice(open, close + 3);
  const list = /^<!--\s*corpus-lint-[a-z-]+([\s\S]*?)(?:\s--(?:\s[\s\S]*)?)?-->$/.exec(comment)?.[1] ?? '';
  const names = list.match(/[^\s,，、]+/g) ?? [];
  const isWhole = names.length <= 1 || (start === open && end === close + 3);
  const edit = isWhole ? { start: open, end: close + 3, text: '' } : oneName(text, start, end);
  const part = isWhole ? comment : text.slice(start, end);
  return [{ titleId: 'remove', args: { part }, edits: [edit], safety: 'unsafe' }];
}

type Edit = Repair['edits'][number];

// The separator before the name goes with it, or the one after the first name.
function oneName(text: string, start: number, end: number): Edit {
  let from = start;
  while (/[\s,，、]/.test(text[from - 1] ?? '')) from--;
  if (text.slice(Math.max(0, from - 40), from).match(/corpus-lint-[a-z-]+$/)) {
    let to = end;
    while (/[\s,，、]/.test(text[to] ?? '')) to++;
    return { start, end: to, text: '' };
  }
  return { start: from, end, text: '' };
}
