// Which short lines are titles, kickers and sections. Short lines come in groups: a kicker, a title and a subtitle at
// the head of an article, or a section with its first subsection. Groups that recur are sections; the group a
// document begins with, or that stands before a numbering that starts again, is a title.
import { isSpacedTitle } from '../paragraphs/shapes.ts';
import type { Heading } from './types.ts';
import { headingAt, isBody, nextOf, type View } from './view.ts';

export function titleGroups(view: View, short: readonly number[], marked: readonly Heading[]): Heading[] {
  const hasTitle = view.doc.frontMatter !== undefined;
  const groups = groupsOf(view, short);
  if (marked.length >= 2) return hasTitle ? [] : articleTitles(view, groups, marked);
  const followed = groups.filter(group => isBody(view, nextOf(view, group.at(-1)!)));
  const found: Heading[] = [];
  const recurring = followed.filter(group => group.length > 1).length >= 2;
  followed.forEach((group, index) => {
    if (index === 0 && !hasTitle && !recurring && startsDocument(view, group[0]!))
      found.push(...titleIn(view, group));
    else for (const i of group) found.push(headingAt(view, i, i, 'short', styleOf(view, i)));
  });
  return found;
}

// Lines with nothing but captions and credits between them.
function groupsOf(view: View, short: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const i of short) {
    const group = groups.at(-1);
    if (group && nextOf(view, group.at(-1)!) === i) group.push(i);
    else groups.push([i]);
  }
  return groups;
}

function startsDocument(view: View, first: number): boolean {
  for (let i = 0; i < first; i++) if (isBody(view, i)) return false;
  return true;
}

// With headings that are marked as such, short lines are titles only: before the first of them, or where the
// numbering starts again.
function articleTitles(view: View, groups: readonly number[][], marked: readonly Heading[]): Heading[] {
  const found: Heading[] = [];
  const top = marked[0]!.style;
  for (const h of marked) {
    if (h.style !== top || !(h.value === 1 || h === marked[0])) continue;
    const group = groups.findLast(g => g.at(-1)! < h.firstUnit && standsBefore(view, g.at(-1)!, h.firstUnit));
    if (!group) continue;
    const before = groups.indexOf(group);
    const previous = groups[before - 1];
    const banner = previous && onlyDashLines(view, previous.at(-1)!, group[0]!) ? previous : [];
    found.push(...titleIn(view, [...banner, ...group]));
  }
  return found;
}

/** Units between a title and the first heading: a caption or two, a lead of one paragraph. */
const MOST_BETWEEN = 3;

function standsBefore(view: View, title: number, heading: number): boolean {
  if (heading - title > MOST_BETWEEN + 1) return false;
  let long = 0;
  for (let i = title + 1; i < heading; i++) if (view.units[i]!.width > 100) long++;
  return long <= 1;
}

function onlyDashLines(view: View, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let i = from + 1; i < to; i++)
    if (!/^[—–-]/.test(view.doc.text.slice(view.units[i]!.start))) return false;
  return true;
}

/** Columns up to which the first line of two is a kicker. */
const KICKER = 24;

// A kicker stands before the title, a subtitle after it and is no heading.
function titleIn(view: View, group: readonly number[]): Heading[] {
  const { doc, units } = view;
  let at = group.length - 1;
  const spaced = group.filter(i => isSpacedTitle(doc.text, units[i]!));
  if (spaced.length > 0) at = group.indexOf(spaced.at(-1)!);
  else if (group.length > 1)
    at = units[group[0]!]!.width <= KICKER && units[group[1]!]!.width > units[group[0]!]!.width ? 1 : 0;
  return group.slice(0, at + 1).map((i, k) => headingAt(view, i, i, k === at ? 'title' : 'kicker', 'title'));
}

const styleOf = (view: View, i: number): string =>
  isSpacedTitle(view.doc.text, view.units[i]!) ? 'spaced' : 'short';
