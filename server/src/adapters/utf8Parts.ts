// Where a file is UTF-8 and where it is not. Bytes of a legacy encoding are now and then valid UTF-8 by chance, and
// ASCII is valid in both; so a stretch needs real evidence to be a part of its own.

export interface Part {
  /** Byte offsets. */
  readonly start: number;
  readonly end: number;
  readonly isUtf8: boolean;
}

/** Valid sequences of three bytes that make a stretch UTF-8, and invalid bytes that make one something else. */
const VALID_ENOUGH = 3;
const INVALID_ENOUGH = 4;

/** The offset of the first byte that is not well-formed UTF-8, or the length. */
export function firstInvalid(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const size = bytes[at]! < 0x80 ? 1 : sequenceSize(bytes, at);
    if (size === 0) return at;
    at += size;
  }
  return bytes.length;
}

/** The parts of `bytes` in order, covering all of them. */
export function splitByUtf8(bytes: Uint8Array): Part[] {
  const stretches: Stretch[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    readLine(bytes, start, end, stretches);
    start = end;
  }
  return merge(stretches, bytes);
}

// A line is mostly of one kind; only one that has much of both is looked at sequence by sequence.
function readLine(bytes: Uint8Array, start: number, end: number, stretches: Stretch[]): void {
  const own: Stretch[] = [];
  let valid = 0;
  let invalid = 0;
  for (let at = start; at < end; ) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const size = sequenceSize(bytes, at);
    const isUtf8 = size > 0;
    // Two bytes are valid by chance too often to speak for UTF-8 on their own.
    const weight = size >= 3 || size === 0 ? 1 : 0;
    if (size === 0) invalid++;
    else valid += weight;
    const next = at + (size || 1);
    add(own, { start: at, end: next, isUtf8, weight });
    at = next;
  }
  if (invalid > 0 && invalid >= valid) add(stretches, { start, end, isUtf8: false, weight: invalid });
  else for (const stretch of own) add(stretches, stretch);
}

function add(stretches: Stretch[], next: Stretch): void {
  const last = stretches[stretches.length - 1];
  if (last && (last.isUtf8 === next.isUtf8 || next.weight === 0)) {
    last.weight += next.weight;
    if (next.weight > 0) last.end = next.end;
  } else stretches.push(next);
}

interface Stretch {
  readonly start: number;
  /** Where its last telling sequence ends. */
  end: number;
  readonly isUtf8: boolean;
  weight: number;
}

function merge(stretches: readonly Stretch[], bytes: Uint8Array): Part[] {
  const kept: { start: number; end: number; isUtf8: boolean }[] = [];
  for (const { start, end, isUtf8, weight } of stretches) {
    const last = kept[kept.length - 1];
    if (last?.isUtf8 === isUtf8) last.end = end;
    // A stretch with too little evidence belongs to what stands before it.
    else if (weight >= (isUtf8 ? VALID_ENOUGH : INVALID_ENOUGH)) kept.push({ start, end, isUtf8 });
  }
  if (kept.length === 0) {
    const isUtf8 = total(stretches, true) > total(stretches, false);
    return [{ start: 0, end: bytes.length, isUtf8 }];
  }
  const starts = kept.map((part, i) => (i === 0 ? 0 : partStart(bytes, kept[i - 1]!.end, part)));
  return kept.map(({ isUtf8 }, i) => ({ start: starts[i]!, end: starts[i + 1] ?? bytes.length, isUtf8 }));
}

const total = (stretches: readonly Stretch[], isUtf8: boolean): number =>
  stretches.reduce((sum, s) => sum + (s.isUtf8 === isUtf8 ? s.weight : 0), 0);

// Between the last sequence that tells of one part and the first of the next lie ASCII and pairs of bytes that could be
// either: a line end there is the border, else such pairs are rather a legacy encoding's.
function partStart(
  bytes: Uint8Array,
  from: number,
  { start, isUtf8 }: { start: number; isUtf8: boolean },
): number {
  for (let at = from; at < start; at++) if (bytes[at] === 0x0a) return at + 1;
  if (isUtf8) return start;
  let at = from;
  while (at < start && bytes[at]! < 0x80) at++;
  return at;
}

/** Bytes of the well-formed sequence at `at` (The Unicode Standard, table 3-7), or 0. */
function sequenceSize(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const size =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (size === 0 || at + size > bytes.length) return 0;
  const second = bytes[at + 1]!;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < size; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return size;
}
