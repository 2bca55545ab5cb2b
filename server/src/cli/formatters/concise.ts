// One line for one finding: path:line:column: level rule message.
import { type CreateFormatter, PLACES } from './formatter.ts';
import { shownPath } from './paths.ts';

export const detail = PLACES;

export const createFormatter: CreateFormatter = ({ write, cwd }) => ({
  file({ report: { filePath, messages } }) {
    if (messages.length === 0) return;
    const name = shownPath(cwd, filePath);
    for (const m of messages)
      write(`${name}:${m.line}:${m.column}: ${m.level} ${m.ruleId ?? 'fatal'} ${oneLine(m.message)}\n`);
  },
  end() {},
});

const oneLine = (text: string): string => (text.includes('\n') ? text.split('\n', 1)[0]! : text);
