// Where the objects of a JSON file begin and end, whether they stand one on a line or in an array laid out in any way.
// The file is read in chunks and only its brackets and quotation marks are looked at, so that it may be longer than
// memory, and than the longest string.
import type { ReadableFile } from './host.ts';

export interface ObjectPlace {
  /** Bytes. */
  readonly at: number;
  readonly length: number;
  /** The line it begins on, 1-based. */
  readonly line: number;
}

/** Thrown where something stands that is neither an object nor what an array of them is made of, or the file ends early. */
export class JsonObjectsError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** Bytes read at once. */
const CHUNK = 1 << 20;
const LF = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Objects that are not inside another one, in their order. What is in them is not checked. */
export function* objectsOf(file: ReadableFile): Generator<ObjectPlace> {
  const state: State = { line: 1, inArray: false, depth: 0, start: 0, startLine: 1, string: NONE };
  for (let at = hasByteOrderMark(file) ? 3 : 0; at < file.size; ) {
    const bytes = file.read(at, Math.min(CHUNK, file.size - at));
    if (bytes.length === 0) break;
    for (let i = scan(bytes, 0, at, state); i >= 0; i = scan(bytes, i, at, state))
      yield { at: state.start, length: at + i - state.start, line: state.startLine };
    at += bytes.length;
  }
  if (state.depth > 0) throw new JsonObjectsError('{', state.startLine);
  if (state.inArray) throw new JsonObjectsError('[', state.line);
}

interface State {
  line: number;
  inArray: boolean;
  /** How many brackets are open, counted from that of the object that begins at `start`. */
  depth: number;
  start: number;
  startLine: number;
  string: typeof NONE | typeof INSIDE | typeof ESCAPED;
}

const NONE = 0;
const INSIDE = 1;
const ESCAPED = 2;

/** The index after the next object that ends in `bytes`, or -1. No generator: V8 does not make their loops quick. */
function scan(bytes: Uint8Array, from: number, at: number, state: State): number {
  let { line, depth, string } = state;
  let i = from;
  for (; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (string !== NONE) {
      if (string === ESCAPED) string = INSIDE;
      else if (byte === BACKSLASH) string = ESCAPED;
      else if (byte === QUOTE) string = NONE;
    } else if (byte === LF) line++;
    else if (depth > 0) {
      if (byte === QUOTE) string = INSIDE;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        depth--;
        if (depth === 0) break;
      }
    } else if (byte === OPEN_BRACE) {
      depth = 1;
      state.start = at + i;
      state.startLine = line;
    } else if (byte === (state.inArray ? CLOSE_BRACKET : OPEN_BRACKET)) state.inArray = !state.inArray;
    else if (!isBetween(byte)) throw new JsonObjectsError(String.fromCharCode(byte), line);
  }
  state.line = line;
  state.depth = depth;
  state.string = string;
  return i < bytes.length ? i + 1 : -1;
}

/** Blank space and commas. */
const isBetween = (byte: number): boolean => byte === 0x20 || byte === 0x2c || byte === 0x0d || byte === 0x09;

function hasByteOrderMark(file: ReadableFile): boolean {
  const [a, b, c] = file.read(0, 3);
  return a === 0xef && b === 0xbb && c === 0xbf;
}
