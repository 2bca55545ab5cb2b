// How the configuration resolver sees the disk.
import type { createConfigResolver } from '../config/index.ts';
import { errorCode, type FileSystem } from './host.ts';

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
      if (home !== undefined && folder === toId(home)) return true;
      try {
        fs.stat(`${folder}/.git`);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Configuration speaks of paths with forward slashes on every system. */
export const toId = (path: string): string =>
  path.includes('\\') && /^[A-Za-z]:/.test(path) ? path.replace(/\\/g, '/') : path;
