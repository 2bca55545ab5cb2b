// GitLab Code Quality: one array, a fingerprint for each finding that no other has.
import type { CreateFormatter } from './formatter.ts';
import { checkoutOf, shownPath } from './paths.ts';

export const detail = { repairs: false, excerpts: false, fingerprints: true };

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const;

export const createFormatter: CreateFormatter = ({ write, cwd, env }) => {
  const root = checkoutOf(cwd, env.CI_PROJECT_DIR);
  let separator = '[';
  return {
    file({ report, fingerprints }) {
      const path = shownPath(root, report.filePath);
      report.messages.forEach((m, i) => {
        const issue = {
          type: 'issue',
          check_name: m.ruleId ?? 'failure',
          description: m.message,
          categories: ['Style'],
          severity: m.fatal ? 'blocker' : SEVERITIES[m.level],
          fingerprint: `${path}#${fingerprints?.[i] ?? `failure-${i}`}`,
          location: { path, lines: { begin: m.line, end: m.endLine } },
        };
        write(`${separator}${JSON.stringify(issue)}`);
        separator = ',\n';
      });
    },
    end() {
      write(separator === '[' ? '[]\n' : ']\n');
    },
  };
};
