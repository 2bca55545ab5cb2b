// The end of a report for people: totals, and counts for each rule.
import { createColors } from 'picocolors';
import type { FormatterContext, Summary } from './formatter.ts';
import { totals } from './totals.ts';
import { pad, widthOf } from './visible.ts';

export function summaryLines(summary: Summary, context: FormatterContext): string {
  const { say, colour } = context;
  const c = createColors(colour);
  const { errors, warnings, infos, known, total } = summary;
  // What was wrong with the arguments has been said already.
  if (total === 0) return '';
  let lines = ruleTable(summary, context);
  if (errors + warnings + infos + summary.fatals === 0)
    lines += `${c.green(known > 0 ? say('cleanButKnown', { total, known }) : say('clean', { total }))}\n`;
  else lines += `${c.bold(totals(summary, context))}\n`;
  if (summary.fixableSafe + summary.fixableUnsafe > 0)
    lines += `${say('fixable', { safe: summary.fixableSafe, unsafe: summary.fixableUnsafe })}\n`;
  if (summary.repaired > 0)
    lines += `${say('repaired', { count: summary.repaired, files: summary.repairedFiles })}\n`;
  return lines;
}

function ruleTable({ byRule }: Summary, context: FormatterContext): string {
  if (byRule.size === 0) return '';
  const { locale, rules, colour } = context;
  const c = createColors(colour);
  const rows = [...byRule].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
  const idWidth = Math.max(0, ...rows.map(([id]) => widthOf(id)));
  const titles = rows.map(([id]) => rules.find(rule => rule.meta.id === id)?.meta.summary[locale] ?? '');
  const titleWidth = Math.max(44, ...titles.map(widthOf));
  const countWidth = Math.max(0, ...rows.map(([, { count }]) => String(count).length));
  let lines = '';
  for (const [index, [id, { count, fixable }]] of rows.entries()) {
    const fix = fixable > 0 ? `[${fixable} ✓]` : '';
    lines +=
      `${String(count).padStart(countWidth)}  ${pad(id, idWidth)}  ${pad(titles[index]!, titleWidth)} ${c.green(fix)}`.trimEnd();
    lines += '\n';
  }
  return `${lines}\n`;
}
