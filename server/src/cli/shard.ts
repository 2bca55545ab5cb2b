// Shards: parts of the files with nearly the same number of bytes, the same on every machine that sees the same files.
import type { FoundFile } from './discover.ts';
import type { Shard } from './lintOptions.ts';

/** Largest files first, each to the part that has least so far; ties go to the earlier path and part. */
export function takeShard(files: readonly FoundFile[], { index, count }: Shard): FoundFile[] {
  const order = files
    .map((file, position) => ({ file, position }))
    .sort((a, b) => b.file.size - a.file.size || a.position - b.position);
  const loads = new Float64Array(count);
  const mine: typeof order = [];
  for (const entry of order) {
    let least = 0;
    for (let part = 1; part < count; part++) if (loads[part]! < loads[least]!) least = part;
    // An empty file costs something too.
    loads[least]! += entry.file.size + 500;
    if (least === index - 1) mine.push(entry);
  }
  return mine.sort((a, b) => a.position - b.position).map(entry => entry.file);
}
