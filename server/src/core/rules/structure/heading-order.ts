import type { Document } from '../../document/document.ts';
import { type Unit, unitsOf } from '../../paragraphs/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import type { TextEdit } from '../../text/edits.ts';

export const rule = defineRule({
  meta: {
    id: 'structure/heading-order',
    level: 'warning',
    fix: 'unsafe',
    regions: Regions.structure,
    summary: {
      en: 'A heading out of the order of levels',
      'zh-CN': '标题层级错乱',
      'zh-TW': '標題層級錯亂',
    },
    messages: {
      above: {
        en: 'A level {level} heading after a first heading of level {first}; outlines and tables of contents come apart. Make it level {wanted}.',
        'zh-CN': '首个标题为 {first} 级，此处却是 {level} 级，大纲与目录会错乱。应改为 {wanted} 级。',
        'zh-TW': '首個標題為 {first} 級，此處卻是 {level} 級，大綱與目錄會錯亂。應改為 {wanted} 級。',
      },
      skipped: {
        en: 'A level {level} heading right under one of level {first}: a level is skipped. Make it level {wanted}.',
        'zh-CN': '{first} 级标题之下直接出现 {level} 级标题，跳过了层级。应改为 {wanted} 级。',
        'zh-TW': '{first} 級標題之下直接出現 {level} 級標題，跳過了層級。應改為 {wanted} 級。',
      },
      change: {
        en: 'Make it level {wanted}',
        'zh-CN': '改为 {wanted} 级标题',
        'zh-TW': '改為 {wanted} 級標題',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, report }) {
      let first = 0;
      let previous = 0;
      const headings = sectionHeadings(doc);
      // A level that the document never uses is its style, not a hole: h1 for the page, h3 for every section.
      const used = new Set(headings.map(heading => heading.level));
      const counts = new Array<number>(7).fill(0);
      for (const { level } of headings) counts[level]!++;
      const habits = habitsOf(headings);
      for (const unit of headings) {
        const { level } = unit;
        const span = { start: unit.fullStart, end: unit.fullEnd };
        if (first > 0 && level < first) {
          const args = { level, first, wanted: first };
          report({ ...span, messageId: 'above', args, data: first });
          first = level;
        } else if (first === 0) first = level;
        else if (
          level > previous + 1 &&
          (used.has(previous + 1) ||
            // The only heading of its level, two or more below its peers: no house style writes it once.
            (level > previous + 2 && counts[level] === 1 && counts[previous]! >= FEWEST_PEERS)) &&
          !habits.has(previous)
        ) {
          const wanted = previous + 1;
          report({ ...span, messageId: 'skipped', args: { level, first: previous, wanted }, data: wanted });
        }
        previous = level;
      }
    },
  },
  fix({ text }, { start, end, data }) {
    const wanted = data as number;
    const edits =
      text[start] === '<' ? htmlEdits(text, start, end, wanted) : markdownEdits(text, start, wanted);
    return edits.length === 0 ? [] : [{ titleId: 'change', args: { wanted }, edits, safety: 'unsafe' }];
  },
});

/** Headings of one level that make it the level of sections. */
const FEWEST_PEERS = 3;

/** Headings of sections: not the page's title element, and no furniture of the page or line under a title. */
function sectionHeadings(doc: Document): readonly Unit[] {
  const all = doc.share(unitsOf).filter(unit => unit.kind === 'heading' && unit.element !== 'title');
  // <h3 align="center"> over the sections of Markdown: the name of a project in the size of its logo.
  const head = doc.format === 'markdown' ? all.findIndex(heading => heading.element === '') : 0;
  const headings = head > 0 ? all.slice(head) : all;
  if (headings.length < 2 || headings.every(heading => heading.element === '')) return headings;
  const { text } = doc;
  const furniture: { start: number; end: number }[] = [];
  let open = 0;
  for (const { index, 1: slash } of text.matchAll(/<(\/?)(?:footer|nav|aside)\b/gi)) {
    if (slash === '' && open++ === 0) furniture.push({ start: index, end: text.length });
    else if (slash !== '' && open > 0 && --open === 0) furniture[furniture.length - 1]!.end = index;
  }
  let next = 0;
  return headings.filter(({ fullStart, start }) => {
    while (next < furniture.length && furniture[next]!.end < fullStart) next++;
    if (next < furniture.length && furniture[next]!.start < fullStart) return false;
    if (/\bclass="[^"]*(?:subtitle|toc)/i.test(text.slice(fullStart, Math.min(start, fullStart + 200))))
      return false;
    return !MENU.test(text.slice(Math.max(0, fullStart - 200), fullStart));
  });
}

/** The box of a menu or table of contents, opened right before its heading. */
const MENU =
  /<(?:div|section|aside|ul)\b[^<>]*(?:\brole="navigation"|\bclass="[^"]*(?:sidebar|\bnav|\bmenu|\btoc|related))[^<>]*>\s*(?:<div[^<>]*>\s*){0,2}$/i;

/** Fewest times a level is passed over that make it a habit. */
const HABIT = 3;

/** The levels right under which the document never writes the next one, but one further down again and again. */
function habitsOf(headings: readonly Unit[]): ReadonlySet<number> {
  const skips: number[] = [];
  const steps = new Set<number>();
  for (let i = 1; i < headings.length; i++) {
    const from = headings[i - 1]!.level;
    const down = headings[i]!.level - from;
    if (down === 1) steps.add(from);
    else if (down > 1) skips[from] = (skips[from] ?? 0) + 1;
  }
  return new Set([...skips.keys()].filter(from => (skips[from] ?? 0) >= HABIT && !steps.has(from)));
}

// Headings underlined with = or - have no marks to change.
function markdownEdits(text: string, start: number, wanted: number): TextEdit[] {
  let from = start;
  while (text[from] === ' ') from++;
  let to = from;
  while (text[to] === '#') to++;
  return to === from ? [] : [{ start: from, end: to, text: '#'.repeat(wanted) }];
}

function htmlEdits(text: string, start: number, end: number, wanted: number): TextEdit[] {
  const close = /^\s*<\/h([1-6])/i.exec(text.slice(end, end + 40));
  if (!/^<h[1-6]/i.test(text.slice(start, start + 3)) || !close) return [];
  const closeAt = end + close[0].length - 1;
  return [
    { start: start + 2, end: start + 3, text: String(wanted) },
    { start: closeAt, end: closeAt + 1, text: String(wanted) },
  ];
}
