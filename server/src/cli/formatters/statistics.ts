// Counts alone: one line for each rule, then the totals.
import { type CreateFormatter, WITH_REPAIRS } from './formatter.ts';
import { summaryLines } from './summary.ts';

export const detail = WITH_REPAIRS;

export const createFormatter: CreateFormatter = context => ({
  file() {},
  end(summary) {
    context.write(summaryLines(summary, context));
  },
});
