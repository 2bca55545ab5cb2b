// A run that asks the cache first: what is known comes from it and the rest is processed, in the order of the files.
import type { Cache } from './cache.ts';
import type { FoundFile } from './discover.ts';
import { interruptions, type ProcessOptions, processFiles } from './process.ts';

export interface CachedRun extends ProcessOptions {
  readonly cache: Cache;
}

/** Calls `onOutcome` once for each file, in their order, unless the user interrupts. */
export async function processWithCache({ cache, ...work }: CachedRun): Promise<void> {
  const { host, session, files, onOutcome } = work;
  const wasInterrupted = interruptions(host);
  const keyOf = async (file: FoundFile): Promise<string | undefined> =>
    cache.keyOf(file, await session.settingsKey(file.path));
  const keys = new Map<FoundFile, string>();
  const misses: FoundFile[] = [];
  for (const file of files) {
    if (await wasInterrupted()) return;
    const key = await keyOf(file);
    if (key !== undefined) keys.set(file, key);
    if (key === undefined || !cache.has(key)) misses.push(file);
  }
  // What the cache knows waits for its turn, so that reports stay in the order of the files.
  let next = 0;
  const passHits = async (until: FoundFile | undefined): Promise<void> => {
    for (; next < files.length && files[next] !== until; next++) {
      if (until === undefined && (await wasInterrupted())) return;
      const file = files[next]!;
      const known = cache.get(keys.get(file)!, file.path);
      await onOutcome(known ?? (await session.processFile(file.path)), file);
    }
  };
  if (misses.length > 0) {
    const done = await processFiles({
      ...work,
      files: misses,
      async onOutcome(outcome, file) {
        await passHits(file);
        next++;
        const key = keys.get(file);
        // A file that has changed meanwhile is not what the key says.
        if (key !== undefined && (await keyOf(file)) === key) cache.set(key, outcome);
        await onOutcome(outcome, file);
      },
    });
    if (done < misses.length) return;
  }
  await passHits(undefined);
}
