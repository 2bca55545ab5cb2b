// How the configuration resolver sees the disk.
import { exists } from '../adapters/exists.ts';
import { errorCode } from '../adapters/systemErrors.ts';
import type { createConfigResolver } from '../config/index.ts';
import type { FileSystem } from './host.ts';

export function configFiles(
  fs: FileSystem,
  home: string | undefined,
): Parameters<typeof createConfigResolver>[0]['files'] {
  return {
    read(id) {
      try {
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(fs.readFile(id));
      } catch (error) {
        const code = errorCode(error);
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        throw error;
      }
    },
    isRoot(folder) {
      return (home !== undefined && folder === toId(home)) || exists(fs, `${folder}/.git`);
    },
  };
}

/** Configuration speaks of paths with forward slashes on every system. */
export const toId = (path: string): string =>
  path.includes('\\') && /^[A-Za-z]:/.test(path) ? path.replace(/\\/g, '/') : path;
