// One conversion over a stretch of text, as edits. What is converted into what is opencc-js's behaviour with its
// dictionaries: normalisation, then words cut by the segmentation dictionary, then each group of dictionaries over
// what the one before made of the word. Most conversions are a single group and take the short way.
import { partnersIn } from '../script/hanPairs.ts';
import type { ConversionConfig } from './configs.ts';
import type { EditSink } from './editList.ts';
import { createMatcher, type DictionaryGroup, type Matcher } from './matcher.ts';

/** The dictionaries of a conversion, as opencc-js has them. */
export interface ConversionData {
  readonly normalization: readonly DictionaryGroup[];
  readonly segmentation?: DictionaryGroup | undefined;
  readonly chain: readonly DictionaryGroup[];
}

export interface Converter {
  readonly config: ConversionConfig;
  /**
   * Adds the edits that convert `[start, end)`. Offsets of characters with several partners that no word decided go
   * to `undecided`.
   */
  convertRange(text: string, start: number, end: number, edits: EditSink, undecided?: number[]): void;
}

export function createConverter(config: ConversionConfig, data: ConversionData): Converter {
  const chain = data.chain.map(createMatcher);
  const segmentation = data.segmentation && createMatcher(data.segmentation);
  const normalization = data.normalization.map(createMatcher);
  const first = chain[0]!;
  const ambiguous = ambiguousUnits(config, first);
  const isShort = chain.length === 1 && !segmentation;
  // What normalisation would change stops the short way; it is so rare that a second start costs nothing.
  const { begins } = first;
  for (const stage of normalization)
    stage.begins.forEach((kinds, unit) => {
      if (kinds !== 0) begins[unit]! |= NORMALIZED;
    });
  return {
    config,
    convertRange(text, start, end, edits, undecided) {
      if (isShort) {
        const before = { edits: edits.count, undecided: undecided?.length ?? 0 };
        if (convertShort(text, start, end, first, ambiguous, edits, undecided)) return;
        edits.cut(before.edits);
        if (undecided) undecided.length = before.undecided;
      }
      let whole = mapped(text, start, end);
      for (const stage of normalization) whole = apply(whole, stage);
      for (const segment of segments(whole, segmentation)) {
        let now = segment;
        if (undecided) noteUndecided(now, first, ambiguous, undecided);
        for (const stage of chain) now = apply(now, stage);
        emit(text, now, edits);
      }
    },
  };
}

/** A bit in a matcher's `begins` that the matcher itself does not use. */
const NORMALIZED = 128;

// False where the text has to be normalised first; what was added is then worth nothing.
function convertShort(
  text: string,
  start: number,
  end: number,
  matcher: Matcher,
  ambiguous: Uint8Array,
  edits: EditSink,
  undecided: number[] | undefined,
): boolean {
  const { begins } = matcher;
  for (let at = start; at < end; ) {
    const unit = text.charCodeAt(at);
    if (begins[unit] === 0) {
      at += unit >= 0x2ff0 && unit <= 0x2fff ? unmatchedLength(text, at, end) : 1;
      continue;
    }
    if (begins[unit]! >= NORMALIZED) return false;
    const size = matcher.matchAt(text, at, end);
    if (size === 0) {
      at++;
      continue;
    }
    if (size === 1 && undecided && ambiguous[unit] === 1) undecided.push(at);
    const { value } = matcher;
    if (value.length !== size || (size === 1 ? value.charCodeAt(0) !== unit : !text.startsWith(value, at)))
      edits.add(at, at + size, value);
    at += size;
  }
  return true;
}

/** A text in the middle of its conversion: for each code unit the span of the source that it comes from. */
interface Mapped {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function mapped(text: string, start: number, end: number): Mapped {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start; at < end; at++) {
    starts.push(at);
    ends.push(at + 1);
  }
  return { text: text.slice(start, end), starts, ends };
}

function apply(source: Mapped, matcher: Matcher): Mapped {
  const { text } = source;
  let out = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let changed = false;
  for (let at = 0; at < text.length; ) {
    const size = matcher.matchAt(text, at, text.length);
    if (size === 0) {
      for (let left = unmatchedLength(text, at, text.length); left > 0; left--, at++) {
        out += text[at];
        starts.push(source.starts[at]!);
        ends.push(source.ends[at]!);
      }
      continue;
    }
    const { value } = matcher;
    changed ||= value.length !== size || !text.startsWith(value, at);
    for (let i = 0; i < value.length; i++) {
      // Words of equal length change character by character; otherwise the word changes as a whole.
      const same = value.length === size;
      starts.push(source.starts[same ? at + i : at]!);
      ends.push(source.ends[same ? at + i : at + size - 1]!);
    }
    out += value;
    at += size;
  }
  return changed ? { text: out, starts, ends } : source;
}

function* segments(whole: Mapped, segmentation: Matcher | undefined): Generator<Mapped> {
  const { text } = whole;
  if (!segmentation) {
    yield whole;
    return;
  }
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const size = segmentation.matchAt(text, at, text.length);
    if (size === 0) {
      at += unmatchedLength(text, at, text.length);
      continue;
    }
    if (at > from) yield part(whole, from, at);
    yield part(whole, at, at + size);
    at += size;
    from = at;
  }
  if (from < text.length) yield part(whole, from, text.length);
}

const part = ({ text, starts, ends }: Mapped, from: number, to: number): Mapped => ({
  text: text.slice(from, to),
  starts: starts.slice(from, to),
  ends: ends.slice(from, to),
});

// Code units whose source spans overlap belong to one edit.
function emit(source: string, { text, starts, ends }: Mapped, edits: EditSink): void {
  for (let at = 0; at < text.length; ) {
    const start = starts[at]!;
    let end = ends[at]!;
    let to = at + 1;
    while (to < text.length && starts[to]! < end) end = Math.max(end, ends[to++]!);
    const value = text.slice(at, to);
    if (value.length !== end - start || !source.startsWith(value, start)) edits.add(start, end, value);
    at = to;
  }
}

function noteUndecided(
  { text, starts }: Mapped,
  matcher: Matcher,
  ambiguous: Uint8Array,
  undecided: number[],
): void {
  for (let at = 0; at < text.length; ) {
    const size = matcher.matchAt(text, at, text.length);
    if (size === 1 && ambiguous[text.charCodeAt(at)] === 1) undecided.push(starts[at]!);
    at += size || 1;
  }
}

// Characters with more than one partner, where the first step is the one between the scripts.
function ambiguousUnits({ from, to }: ConversionConfig, matcher: Matcher): Uint8Array {
  const units = new Uint8Array(0x10000);
  const script = to === 'zh-CN' ? 'simplified' : 'traditional';
  if (from !== 'zh-CN' && to !== 'zh-CN') return units;
  for (let unit = 0x3400; unit < 0xa000; unit++) {
    if (matcher.begins[unit] !== 0 && partnersIn(script, String.fromCharCode(unit)).length > 1)
      units[unit] = 1;
  }
  return units;
}

// An ideographic description sequence describes one character and is skipped as a whole, as opencc-js does.
function unmatchedLength(text: string, at: number, limit: number): number {
  return (sequenceEnd(text, at, limit) || at + pointLength(text, at)) - at;
}

function sequenceEnd(text: string, at: number, limit: number): number {
  const point = text.codePointAt(at)!;
  if (point < 0x2ff0 || point > 0x2fff) return 0;
  const arity = point === 0x2ff2 || point === 0x2ff3 ? 3 : 2;
  let end = at + 1;
  for (let child = 0; child < arity; child++) {
    if (end >= limit) return 0;
    end = sequenceEnd(text, end, limit) || end + pointLength(text, end);
  }
  return end;
}

const pointLength = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);
