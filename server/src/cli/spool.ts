// Outcomes that wait for the end of a run: in memory while they are few, in a temporary file when they are many.
import type { FileSystem, TemporaryFile } from './host.ts';
import type { Outcome } from './report.ts';

export interface Spool {
  readonly isEmpty: boolean;
  add(outcome: Outcome): void;
  /** All that were added, in order; to be read once. */
  take(): Generator<Outcome>;
}

/** UTF-16 code units of JSON kept in memory. */
const ROOM = 1 << 23;

export function createSpool(fs: FileSystem, room = ROOM): Spool {
  // An outcome itself where no string is long enough for it.
  let held: (string | Outcome)[] = [];
  let units = 0;
  let count = 0;
  let file: TemporaryFile | undefined;
  /** For each stored outcome the bytes of its JSON, or the outcome. */
  const stored: (number | Outcome)[] = [];
  const store = (): void => {
    file ??= fs.openTemporary();
    for (const entry of held) {
      if (typeof entry === 'string') {
        const bytes = new TextEncoder().encode(entry);
        file.write(bytes);
        stored.push(bytes.length);
      } else stored.push(entry);
    }
    held = [];
    units = 0;
  };
  return {
    get isEmpty() {
      return count === 0;
    },
    add(outcome) {
      count++;
      const entry = jsonOf(outcome) ?? outcome;
      held.push(entry);
      if (typeof entry === 'string') units += entry.length;
      if (units > room) store();
    },
    *take() {
      try {
        let at = 0;
        for (const entry of stored) {
          if (typeof entry === 'number') {
            yield JSON.parse(new TextDecoder().decode(file!.read(at, entry))) as Outcome;
            at += entry;
          } else yield entry;
        }
        for (const entry of held) yield typeof entry === 'string' ? (JSON.parse(entry) as Outcome) : entry;
      } finally {
        file?.close();
      }
    },
  };
}

function jsonOf(outcome: Outcome): string | undefined {
  try {
    return JSON.stringify(outcome);
  } catch {
    return undefined;
  }
}
