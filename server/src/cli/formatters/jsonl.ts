// One file's report on each line, in the shape of the json format.
import { type CreateFormatter, WITH_REPAIRS } from './formatter.ts';
import { writeJson } from './writeJson.ts';

export const detail = WITH_REPAIRS;

export const createFormatter: CreateFormatter = ({ write }) => ({
  file({ report, part, excerpts, fingerprints, byteColumns, applied, collected }) {
    // The report of a shard carries what every format and the corpus rules need, so that merge can give all of them.
    const shard = part && { ...part, excerpts, fingerprints, byteColumns, applied, collected };
    writeJson(write, shard ? { ...report, shard } : report);
    write('\n');
  },
  end() {},
});
