// One line for one finding: path:line:column: level rule message.
import path from 'node:path';
import type { CreateFormatter } from './formatter.ts';

export const createFormatter: CreateFormatter = ({ write, cwd }) => ({
  file({ filePath, messages }) {
    if (messages.length === 0) return;
    const name = path.relative(cwd, filePath) || filePath;
    let lines = '';
    for (const m of messages)
      lines += `${name}:${m.line}:${m.column}: ${m.level} ${m.ruleId ?? 'fatal'} ${m.message.split('\n', 1)[0]}\n`;
    write(lines);
  },
  end() {},
});
