// One file's report on each line, in the shape of the json format.
import { type CreateFormatter, WITH_REPAIRS } from './formatter.ts';

export const detail = WITH_REPAIRS;

export const createFormatter: CreateFormatter = ({ write }) => ({
  file({ report, collected }) {
    // What corpus rules need travels with a shard's report, so that merge can conclude from all shards.
    write(`${JSON.stringify(collected ? { ...report, collected } : report)}\n`);
  },
  end() {},
});
