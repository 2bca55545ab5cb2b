// Reviewdog Diagnostic Format. Its columns count UTF-8 bytes.
import type { CreateFormatter } from './formatter.ts';
import { shownPath } from './paths.ts';

export const detail = { repairs: true, excerpts: false, fingerprints: false, byteColumns: true };

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const;

export const createFormatter: CreateFormatter = ({ write, cwd }) => {
  write('{"source":{"name":"corpus-lint"},"diagnostics":[');
  let separator = '\n';
  return {
    file({ report, byteColumns }) {
      const path = shownPath(cwd, report.filePath);
      report.messages.forEach((m, i) => {
        const [from, to] = byteColumns?.[i] ?? [m.column, m.endColumn];
        const range = {
          start: { line: m.line, column: from },
          end: { line: m.endLine, column: to },
        };
        // A repair of exactly the span can be given; others have no byte columns here.
        const { fix } = m;
        const isSpan = fix && fix.range[0] === m.offset && fix.range[1] === m.endOffset;
        const diagnostic = {
          message: m.message,
          location: { path, range },
          severity: SEVERITIES[m.level],
          code: { value: m.ruleId ?? 'failure' },
          ...(isSpan ? { suggestions: [{ range, text: fix.text }] } : {}),
        };
        write(separator + JSON.stringify(diagnostic));
        separator = ',\n';
      });
    },
    end() {
      write(']}\n');
    },
  };
};
