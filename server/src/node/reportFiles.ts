// The reports below a folder, found one by one while other work goes on, as the command line would find them.
import { readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type GitIgnore, gitIgnoreAt, type IgnoreFiles } from '../adapters/gitIgnore.ts';
import { isReportName } from '../core/basics.ts';
import type { ReportFile } from '../lsp/ports.ts';

const LEFT_OUT = /^(?:\..*|node_modules)$/;

const DISK: IgnoreFiles = { stat: file => statSync(file), readFile: file => readFileSync(file) };

export async function* reportsUnder(folder: string, git?: GitIgnore): AsyncGenerator<ReportFile> {
  const rules = git ?? gitIgnoreAt(DISK, folder);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!LEFT_OUT.test(entry.name) && !rules.ignores(full, true))
        yield* reportsUnder(full, rules.enter(full));
    } else if (entry.isFile() && isReportName(entry.name) && !rules.ignores(full, false)) {
      const found = await stat(full).catch(() => undefined);
      if (found) yield { path: full, size: found.size, modified: found.mtimeMs };
    }
  }
}
