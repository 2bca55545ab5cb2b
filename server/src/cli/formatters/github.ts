// Workflow commands that GitHub shows beside the lines. It takes ten annotations of each level from a step; the rest
// stands in the log as plain lines, and everything is counted in the job's summary.
import { type CreateFormatter, WITH_REPAIRS } from './formatter.ts';
import { checkoutOf, shownPath } from './paths.ts';
import { totals } from './totals.ts';

export const detail = WITH_REPAIRS;

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;
const ANNOTATIONS_PER_LEVEL = 10;
/** Rows of the summary's table; GitHub takes 1 MiB. */
const SUMMARY_ROWS = 200;

export const createFormatter: CreateFormatter = context => {
  const { write, cwd, env, appendFile, say } = context;
  const root = checkoutOf(cwd, env.GITHUB_WORKSPACE);
  const shown = { error: 0, warning: 0, info: 0 };
  const rows: string[] = [];
  return {
    file({ report }) {
      const file = shownPath(root, report.filePath);
      for (const m of report.messages) {
        const rule = m.ruleId ?? 'failure';
        if (rows.length < SUMMARY_ROWS)
          rows.push(
            `| ${cell(file)}:${m.line}:${m.column} | ${say(m.fatal ? 'fatal' : m.level)} | ${m.ruleId ?? ''} | ${cell(m.message)} |`,
          );
        if (shown[m.level]++ < ANNOTATIONS_PER_LEVEL) {
          // GitHub takes columns only where both are on one line.
          const columns = m.line === m.endLine ? `,col=${m.column},endColumn=${m.endColumn}` : '';
          const place = `file=${property(file)},line=${m.line},endLine=${m.endLine}${columns}`;
          write(`::${COMMANDS[m.level]} ${place},title=${property(rule)}::${data(m.message)}\n`);
        } else write(`${file}:${m.line}:${m.column}: ${m.level} ${rule} ${m.message.replace(/\s+/g, ' ')}\n`);
      }
    },
    end(summary) {
      const { byRule } = summary;
      const target = env.GITHUB_STEP_SUMMARY;
      if (!target) return;
      let text = `## Corpus Lint\n\n${totals(summary, context)}\n`;
      if (byRule.size > 0) {
        text += `\n${say('countTable')}\n|---|---:|---:|\n`;
        const sorted = [...byRule].sort((a, b) => b[1].count - a[1].count);
        for (const [id, { count, fixable }] of sorted) text += `| ${id} | ${count} | ${fixable} |\n`;
        text += `\n${say('findingTable')}\n|---|---|---|---|\n${rows.join('\n')}\n`;
      }
      appendFile(target, text);
    },
  };
};

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[|\\<]/g, '\\$&');
