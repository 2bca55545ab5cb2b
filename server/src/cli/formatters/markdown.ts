// A table for a comment on a merge request, cut where hosts cut comments.
import { type CreateFormatter, WITH_REPAIRS } from './formatter.ts';
import { shownPath } from './paths.ts';
import { totals } from './totals.ts';

export const detail = WITH_REPAIRS;

/** UTF-16 code units; GitHub takes 65,536 characters in a comment. */
const LONGEST = 60_000;

export const createFormatter: CreateFormatter = context => {
  const { write, cwd, locale, say } = context;
  let body = '';
  let left = 0;
  return {
    file({ report }) {
      if (report.messages.length === 0) return;
      const name = shownPath(cwd, report.filePath);
      for (const m of report.messages) {
        const row = `| ${cell(name)}:${m.line}:${m.column} | ${say(m.fatal ? 'fatal' : m.level)} | ${m.ruleId ?? ''} | ${cell(m.message)} |\n`;
        if (body.length + row.length > LONGEST) left++;
        else body += row;
      }
    },
    end(summary) {
      const { byRule } = summary;
      write(`## Corpus Lint\n\n${totals(summary, context)}\n`);
      if (byRule.size === 0) return;
      write(`\n${say('countTable')} |\n|---|---:|---:|---|\n`);
      for (const [id, { count, fixable }] of [...byRule].sort((a, b) => b[1].count - a[1].count)) {
        const summary = context.rules.find(rule => rule.meta.id === id)?.meta.summary[locale] ?? '';
        write(`| ${id} | ${count} | ${fixable} | ${cell(summary)} |\n`);
      }
      write(`\n${say('findingTable')}\n|---|---|---|---|\n${body}`);
      if (left > 0) write(`\n${say('more', { left })}\n`);
    },
  };
};

const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[|\\<`*_[\]]/g, '\\$&');
