// A picture of each defect for people: the line, the span marked below it, the repair. Marks are placed by terminal
// columns, because a Han character takes two.
import { createColors } from 'picocolors';
import type { Excerpt, Message } from '../report.ts';
import type { CreateFormatter, FormatterContext } from './formatter.ts';
import { shownPath } from './paths.ts';
import { summaryLines } from './summary.ts';
import { firstColumns, lastColumns, visible, widthOf } from './visible.ts';

export const detail = { repairs: true, excerpts: true, fingerprints: false };

export const createFormatter: CreateFormatter = context => {
  const { write, cwd } = context;
  const c = createColors(context.colour);
  return {
    file({ report, excerpts }) {
      if (report.messages.length === 0) return;
      write(`${c.bold(c.underline(shownPath(cwd, report.filePath)))}\n`);
      report.messages.forEach((message, i) => {
        write(finding(message, excerpts?.[i], c, context));
      });
      write('\n');
    },
    end(summary) {
      write(summaryLines(summary, context));
    },
  };
};

function finding(
  message: Message,
  excerpt: Excerpt | undefined,
  c: ReturnType<typeof createColors>,
  context: FormatterContext,
): string {
  const paint = message.level === 'error' ? c.red : message.level === 'warning' ? c.yellow : c.cyan;
  const place = c.dim(`${message.line}:${message.column}`);
  const level = context.say(message.fatal ? 'fatal' : message.level);
  const rule = message.ruleId === null ? '' : ` ${c.bold(message.ruleId)}`;
  let lines = `  ${place} ${paint(c.bold(level))}${rule}\n`;
  lines += `    ${message.message.replace(/\n/g, '\n    ')}\n`;
  if (!excerpt || message.fatal) return lines;
  const room = Math.max(30, context.columns - 8);
  const span = visible(excerpt.span);
  const shownSpan = firstColumns(span, Math.floor(room * 0.6));
  const left = lastColumns(visible(excerpt.before), Math.floor((room - widthOf(shownSpan)) / 2));
  const right = firstColumns(visible(excerpt.after), room - widthOf(shownSpan) - widthOf(left));
  const bar = c.dim('│');
  lines += `    ${bar} ${left}${paint(shownSpan)}${right}\n`;
  const marks = '^'.repeat(Math.max(1, widthOf(shownSpan)));
  lines += `    ${bar} ${' '.repeat(widthOf(left))}${paint(marks)}${repairOf(excerpt, context)}\n`;
  return lines;
}

function repairOf({ repaired, safety }: Excerpt, { say, colour, columns }: FormatterContext): string {
  if (repaired === undefined) return '';
  const c = createColors(colour);
  const text = repaired === '' ? say('deletion') : firstColumns(visible(repaired), columns >> 1);
  const title = say(safety === 'safe' ? 'safeRepair' : 'unsafeRepair');
  return ` ${c.dim(`${title}:`)} ${c.green(text)}`;
}
