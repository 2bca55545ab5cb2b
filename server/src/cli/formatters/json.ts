// The ESLint shape, one file on a line: RULES, Output.
import { type CreateFormatter, WITH_REPAIRS } from './formatter.ts';

export const detail = WITH_REPAIRS;

export const createFormatter: CreateFormatter = ({ write }) => {
  let separator = '[';
  return {
    file({ report }) {
      write(`${separator}${JSON.stringify(report)}`);
      separator = ',\n';
    },
    end() {
      write(separator === '[' ? '[]\n' : ']\n');
    },
  };
};
