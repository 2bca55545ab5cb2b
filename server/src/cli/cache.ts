// Results kept between runs. A key holds everything a result depends on: bytes (or size and times), name's extension,
// settings, version, language and what the formats want. One file, replaced in one rename: of two runs at once the
// later one's cache stays, and a damaged file is an empty cache.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { FileSystem } from './host.ts';
import type { Outcome } from './report.ts';

export interface CacheOptions {
  readonly fs: FileSystem;
  readonly folder: string;
  /** All that the results of a whole run depend on. */
  readonly fingerprint: string;
  readonly strategy: 'content' | 'metadata';
}

export interface Cache {
  /** A key for the file as it is now; undefined where it cannot be read. */
  keyOf(file: string, settings: string): string | undefined;
  get(key: string, file: string): Outcome | undefined;
  set(key: string, outcome: Outcome): void;
  /** Writes the entries used in this run; never throws, as a run does not fail for its cache. */
  save(): void;
}

const NAME = 'results.v1';

export function openCache({ fs, folder, fingerprint, strategy }: CacheOptions): Cache {
  const file = path.join(folder, NAME);
  const header = hash(`${fingerprint}\n${strategy}`);
  const stored = load(fs, file, header);
  const used = new Map<string, string>();
  let changed = false;
  return {
    keyOf(name, settings) {
      try {
        const extension = path.extname(name).toLowerCase();
        if (strategy === 'metadata') {
          const { size, mtimeMs, ctimeMs, inode } = fs.stat(name);
          return `${hash(name)}.${size}.${mtimeMs}.${ctimeMs}.${inode}${extension}.${settings}`;
        }
        return `${hash(fs.readFile(name))}${extension}.${settings}`;
      } catch {
        return undefined;
      }
    },
    get(key, name) {
      const entry = stored.get(key);
      if (entry === undefined) return undefined;
      used.set(key, entry);
      if (entry === '') return clean(name);
      const outcome = JSON.parse(entry) as Outcome;
      return { ...outcome, report: { ...outcome.report, filePath: name } };
    },
    set(key, outcome) {
      // Failures may be gone next time, and words about configuration are said by each run.
      if (outcome.report.messages.some(m => m.fatal) || outcome.configProblems || outcome.ignored) return;
      const isClean = outcome.report.messages.length === 0 && !outcome.collected;
      used.set(key, isClean ? '' : JSON.stringify(outcome));
      changed = true;
    },
    save() {
      if (!changed && used.size === stored.size) return;
      let body = '';
      for (const [key, entry] of used) body += entry === '' ? `${key}\n` : `${key}\t${entry}\n`;
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        fs.makeDirectory(folder);
        const open = fs.openForWriting(temporary);
        open.write(new TextEncoder().encode(`${header} ${hash(body)}\n${body}`));
        open.close();
        fs.rename(temporary, file);
      } catch {
        try {
          fs.remove(temporary);
        } catch {
          // Nothing was made.
        }
      }
    },
  };
}

const clean = (filePath: string): Outcome => ({
  report: {
    filePath,
    messages: [],
    errorCount: 0,
    warningCount: 0,
    infoCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
  },
  bytes: 0,
});

export const hash = (data: string | Uint8Array): string => createHash('sha1').update(data).digest('base64');

function load(fs: FileSystem, file: string, header: string): Map<string, string> {
  const entries = new Map<string, string>();
  let text: string;
  try {
    text = new TextDecoder().decode(fs.readFile(file));
  } catch {
    return entries;
  }
  const lineEnd = text.indexOf('\n');
  const body = text.slice(lineEnd + 1);
  if (text.slice(0, lineEnd) !== `${header} ${hash(body)}`) return entries;
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\n', at);
    if (end < 0) break;
    const line = body.slice(at, end);
    const tab = line.indexOf('\t');
    if (tab >= 0) entries.set(line.slice(0, tab), line.slice(tab + 1));
    else entries.set(line, '');
    at = end + 1;
  }
  return entries;
}
