// merge: the reports of several shards as the report of one run, in any format. Corpus rules, which need every
// document, conclude here.
import { ALL_DETAIL } from '../detail.ts';
import { addReportOptions, type ReportOptions } from '../lintOptions.ts';
import { sayIn } from '../messages.ts';
import { readReports } from '../reportIndex.ts';
import {
  exitCodeOf,
  openBaseline,
  openReports,
  quietly,
  reportsAmong,
  tellOf,
  writeBaseline,
} from '../reporting.ts';
import { createTally } from '../tally.ts';
import { UsageError } from '../usageError.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  addReportOptions(command.argument('<reports...>'), locale).action(
    async (names: string[], options: ReportOptions) => {
      const say = sayIn(locale);
      const run = { host, locale, options };
      const baseline = await openBaseline(run);
      const { createConclusion } = await import('../corpusRun.ts');
      const conclusion = createConclusion({ say, locale, detail: ALL_DETAIL });
      reportsAmong(run, names);
      const reports = readReports(host, names, { say, each: conclusion.note });
      const outputs = await openReports(run);
      const { excerpts, fingerprints, byteColumns } = outputs.detail;
      if (excerpts || fingerprints || byteColumns || baseline) {
        const what = baseline ? '--baseline' : `--format ${options.format.map(f => f.name).join(', ')}`;
        if (reports.withoutDetails !== undefined)
          throw new UsageError(say('noDetails', { file: reports.withoutDetails, what }));
      }
      const tally = createTally();
      const complete = await conclusion.end();
      for (const { part, collected, ...raw } of reports.outcomes()) {
        const outcome = tellOf(complete(raw), { options, baseline });
        tally.add(outcome);
        outputs.file(quietly(outcome, options));
      }
      reports.close();
      const summary = tally.summary();
      outputs.end(summary);
      if (baseline && options.updateBaseline) writeBaseline(run, baseline);
      const { missing, shards } = reports;
      if (missing !== undefined) host.stderr.write(`${say('missingShards', { missing, count: shards })}\n`);
      exit(missing !== undefined ? 2 : exitCodeOf(summary, run));
    },
  );
};
