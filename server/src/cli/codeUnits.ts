// Between UTF-8 and UTF-16 by node's transcoder, which takes a tenth of the time of its decoders into strings.
import { Buffer, isUtf8, transcode } from 'node:buffer';

/** The code units of UTF-8, a byte order mark included; undefined for anything else. */
export function codeUnits(bytes: Uint8Array): Uint16Array | undefined {
  // A node built without ICU has no transcoder; texts of odd places in memory are not worth a second way.
  if (typeof transcode !== 'function' || !isUtf8(bytes)) return undefined;
  const { buffer, byteOffset, length } = transcode(bytes, 'utf8', 'utf16le');
  return byteOffset % 2 === 0
    ? new Uint16Array(buffer, byteOffset, length / 2)
    : new Uint16Array(buffer.slice(byteOffset, byteOffset + length));
}

const asBuffer = (units: Uint16Array): Buffer =>
  Buffer.from(units.buffer, units.byteOffset, units.byteLength);

export const textOf = (units: Uint16Array): string => asBuffer(units).toString('utf16le');

/** The same text in UTF-8. A surrogate without its partner becomes U+FFFD, as everywhere else in node. */
export function* utf8Parts(parts: Iterable<Uint16Array>): Generator<Uint8Array> {
  let held: Uint16Array | undefined;
  for (const part of parts) {
    let whole = part;
    if (held) {
      whole = new Uint16Array(part.length + 1);
      whole.set(held);
      whole.set(part, 1);
    }
    // A pair may lie across the edge of two parts.
    const last = whole.length - 1;
    held = (whole[last]! & 0xfc00) === 0xd800 ? whole.slice(last) : undefined;
    yield utf8(held ? whole.subarray(0, last) : whole);
  }
  if (held) yield utf8(held);
}

function utf8(units: Uint16Array): Uint8Array {
  const buffer = asBuffer(units);
  try {
    if (typeof transcode === 'function') return transcode(buffer, 'utf16le', 'utf8');
  } catch {
    // It refuses surrogates without a partner.
  }
  return Buffer.from(buffer.toString('utf16le'));
}
