// Lines of a byte stream, one at a time: memory holds one chunk and one record, however long the stream is.

export interface RecordLine {
  /** 1-based. */
  readonly number: number;
  readonly bytes: Uint8Array;
  /** True where the record was longer than the limit; `bytes` then holds its beginning only. */
  readonly isCut: boolean;
}

const LF = 10;
const CR = 13;

export async function* readRecords(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<RecordLine> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let isCut = false;
  let number = 0;
  const keep = (part: Uint8Array): void => {
    const room = limit - held;
    if (part.length > room) isCut = true;
    if (room > 0 && part.length > 0) parts.push(part.subarray(0, room));
    held += Math.min(part.length, room);
  };
  const take = (): RecordLine => {
    let bytes: Uint8Array = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    if (bytes[bytes.length - 1] === CR) bytes = bytes.subarray(0, -1);
    if (number === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
      bytes = bytes.subarray(3);
    const line = { number: ++number, bytes, isCut };
    parts = [];
    held = 0;
    isCut = false;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      yield take();
    }
    keep(chunk.subarray(from));
  }
  if (held > 0) yield take();
}
