// Paths → files to lint.
import path from 'node:path';
import type { FileSystem } from './host.ts';

const EXTENSIONS = /\.(?:md|markdown|txt|html|htm)$/i;

/** Files under `folder` in a fixed order; folders that start with a dot and node_modules are left out. */
export function* filesUnder(fs: FileSystem, folder: string): Generator<string> {
  const entries = [...fs.readDirectory(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, kind } of entries) {
    const full = path.join(folder, name);
    if (kind === 'directory') {
      if (!name.startsWith('.') && name !== 'node_modules') yield* filesUnder(fs, full);
    } else if (kind === 'file' && EXTENSIONS.test(name)) yield full;
  }
}
