// What an editor hides of a file: its byte order mark, and bytes that were no UTF-8. Read from the disk when a document
// is opened or saved; while it is being edited, what was found last stays true.
import { decode } from '../adapters/decode.ts';
import type { ByteFacts } from '../core/index.ts';

export interface FileFacts {
  of(uri: string): Promise<ByteFacts | undefined>;
  forget(uri: string): void;
  /** Reads a file again whose facts are known; true where they are others now. */
  reread(uri: string): Promise<boolean>;
}

export function createFileFacts(read: (uri: string) => Promise<Uint8Array | undefined>): FileFacts {
  const known = new Map<string, Promise<ByteFacts | undefined>>();
  const load = async (uri: string): Promise<ByteFacts | undefined> => {
    try {
      const bytes = await read(uri);
      return bytes && (await decode(bytes)).facts;
    } catch {
      // A file that cannot be read has no facts; the editor says by itself what is wrong with it.
      return undefined;
    }
  };
  return {
    of(uri) {
      let facts = known.get(uri);
      if (!facts) {
        facts = load(uri);
        known.set(uri, facts);
      }
      return facts;
    },
    forget: uri => known.delete(uri),
    async reread(uri) {
      const before = known.get(uri);
      if (!before) return false;
      const now = load(uri);
      known.set(uri, now);
      return JSON.stringify(await now) !== JSON.stringify(await before);
    },
  };
}

/**
 * The facts as they concern the text that the editor shows: one that was opened with the right encoding holds no
 * replacement characters, and has nothing undecodable.
 */
export function factsFor(text: string, facts: ByteFacts | undefined): ByteFacts | undefined {
  if (!facts?.undecodable) return facts;
  const { undecodable, ...rest } = facts;
  const textOffset = text.indexOf('\ufffd');
  return textOffset < 0 ? rest : { ...rest, undecodable: { ...undecodable, textOffset } };
}

/** True where the whole file is in an encoding that the editor did not take it for: what it shows is not the text. */
export const isMisread = (facts: ByteFacts | undefined): boolean =>
  facts?.undecodable?.likely !== undefined && facts.undecodable.parts === undefined;
