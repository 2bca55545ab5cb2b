// JUnit XML: a suite for each file, a case for each finding. Only errors fail; the rest is told in system-out. Times are
// there because readers ask for them.
import { type CreateFormatter, PLACES } from './formatter.ts';
import { shownPath } from './paths.ts';
import { xml } from './xml.ts';

export const detail = PLACES;

export const createFormatter: CreateFormatter = ({ write, cwd }) => {
  write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="corpus-lint">\n');
  return {
    file({ report: { filePath, messages } }) {
      const name = xml(shownPath(cwd, filePath));
      const errors = messages.filter(m => m.fatal).length;
      const failures = messages.filter(m => m.level === 'error').length - errors;
      const tests = Math.max(1, messages.length);
      write(
        `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="${errors}" time="0">\n`,
      );
      for (const m of messages) {
        const title = `${m.ruleId ?? 'failure'} ${m.line}:${m.column}`;
        const text = `${m.level} ${m.line}:${m.column} ${m.message}`;
        const body = m.fatal
          ? `<error type="failure" message="${xml(m.message)}"/>`
          : m.level === 'error'
            ? `<failure type="${xml(m.ruleId ?? '')}" message="${xml(m.message)}">${xml(text)}</failure>`
            : `<system-out>${xml(text)}</system-out>`;
        write(`    <testcase classname="${name}" name="${xml(title)}" time="0">${body}</testcase>\n`);
      }
      if (messages.length === 0) write(`    <testcase classname="${name}" name="no findings" time="0"/>\n`);
      write('  </testsuite>\n');
    },
    end() {
      write('</testsuites>\n');
    },
  };
};
