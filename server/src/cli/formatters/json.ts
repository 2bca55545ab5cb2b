// The ESLint shape, one file on a line: docs/ci.md, The JSON report.
import { type CreateFormatter, WITH_REPAIRS } from './formatter.ts';
import { writeJson } from './writeJson.ts';

export const detail = WITH_REPAIRS;

export const createFormatter: CreateFormatter = ({ write }) => {
  let separator = '[';
  return {
    file({ report }) {
      write(separator);
      writeJson(write, report);
      separator = ',\n';
    },
    end() {
      write(separator === '[' ? '[]\n' : ']\n');
    },
  };
};
