import { headingsOf } from '../../outline/headings.ts';
import { outlineOf } from '../../outline/outline.ts';
import type { Heading, OutlineNode } from '../../outline/types.ts';
import { headingHintsOf } from '../../paragraphs/shapes.ts';
import { unitsOf } from '../../paragraphs/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Repair } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'structure/fake-heading',
    level: 'info',
    fix: 'unsafe',
    regions: Regions.structure,
    summary: {
      en: 'A heading that is only bold or labelled',
      'zh-CN': '用加粗或标号代替标题',
      'zh-TW': '用粗體或標號代替標題',
    },
    messages: {
      found: {
        en: '“{name}” is a heading to the eye only; outlines, tables of contents and splitters do not see it. Make it a heading of level {level}.',
        'zh-CN': '“{name}”只是看上去像标题，大纲、目录与切分工具都认不出。应改为 {level} 级标题。',
        'zh-TW': '「{name}」只是看上去像標題，大綱、目錄與切分工具都認不出。應改為 {level} 級標題。',
      },
      change: {
        en: 'Make it a heading of level {level}',
        'zh-CN': '改为 {level} 级标题',
        'zh-TW': '改為 {level} 級標題',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, report }) {
      if (doc.format === 'text') return;
      const { letters, bold } = doc.share(headingHintsOf);
      if (!letters && !bold) return;
      const fakes = doc.share(headingsOf).filter(isFake);
      if (fakes.length === 0) return;
      const levels = levelsByStart(doc.share(outlineOf));
      for (const heading of fakes) {
        const level = Math.min(6, levels.get(heading.selection.start) ?? 2);
        report({
          ...heading.full,
          messageId: 'found',
          args: { name: heading.name, level },
          data: { level, name: heading.name, last: heading.lastUnit, first: heading.firstUnit },
        });
      }
    },
  },
  fix({ doc, text }, { start, end, data }) {
    const { level, first, last, name } = data as { level: number; first: number; last: number; name: string };
    const units = doc.share(unitsOf);
    const change = (from: number, to: number, heading: string): Repair[] => [
      {
        titleId: 'change',
        args: { level },
        edits: [{ start: from, end: to, text: heading }],
        safety: 'unsafe',
      },
    ];
    if (text.startsWith('<p', start)) {
      const close = /^\s*<\/p>/i.exec(text.slice(end, end + 20));
      return close ? change(start, end + close[0].length, `<h${level}>${name}</h${level}>`) : [];
    }
    // A line inside a paragraph would take the rest of it into the heading.
    const alone = units[first]!.element === '' && !units[first]!.continues && !units[last + 1]?.continues;
    return alone && doc.format === 'markdown' ? change(start, end, `${'#'.repeat(level)} ${name}`) : [];
  },
});

const isFake = (heading: Heading): boolean => heading.kind === 'bold' || heading.kind === 'labelled';

function levelsByStart(
  nodes: readonly OutlineNode[],
  levels = new Map<number, number>(),
): Map<number, number> {
  for (const node of nodes) {
    levels.set(node.selection.start, node.level);
    levelsByStart(node.children, levels);
  }
  return levels;
}
