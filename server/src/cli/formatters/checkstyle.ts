// Checkstyle XML, as many dashboards read it.
import { type CreateFormatter, PLACES } from './formatter.ts';
import { shownPath } from './paths.ts';
import { xml } from './xml.ts';

export const detail = PLACES;

export const createFormatter: CreateFormatter = ({ write, cwd }) => {
  write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n');
  return {
    file({ report: { filePath, messages } }) {
      write(`  <file name="${xml(shownPath(cwd, filePath))}">\n`);
      for (const m of messages)
        write(
          `    <error line="${m.line}" column="${m.column}" severity="${m.level}" message="${xml(m.message)}" source="corpus-lint.${xml(m.ruleId ?? 'failure')}"/>\n`,
        );
      write('  </file>\n');
    },
    end() {
      write('</checkstyle>\n');
    },
  };
};
