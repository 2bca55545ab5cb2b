// One conversion over a stretch of text, as edits. What is converted into what is opencc-js's behaviour with its
// dictionaries: normalisation, then words cut by the segmentation dictionary, then each group of dictionaries over
// what the one before made of the word. Most conversions are a single group and take the short way.
import { partnersIn } from '../script/hanPairs.ts';
import type { ConversionConfig } from './configs.ts';
import type { EditSink } from './editList.ts';
import { Begins, type DictionaryGroup, Matcher } from './matcher.ts';
import { FIRST_OPERATOR, LAST_OPERATOR, unmatchedLength } from './sequences.ts';
import { apply, createStage, differs, emit, load, segment } from './stages.ts';

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
  convertRange(units: Uint16Array, start: number, end: number, edits: EditSink, undecided?: number[]): void;
}

export function createConverter(config: ConversionConfig, data: ConversionData): Converter {
  const chain = data.chain.map(group => new Matcher(group));
  const segmentation = data.segmentation && new Matcher(data.segmentation);
  const normalization = data.normalization.map(group => new Matcher(group));
  const first = chain[0]!;
  const isShort = chain.length === 1 && !segmentation;
  // What normalisation would change stops the short way; it is so rare that a second start costs nothing.
  for (const stage of normalization)
    stage.begins.forEach((kinds, unit) => {
      if (kinds !== 0) first.begins[unit]! |= Begins.Normalized;
    });
  for (let unit = FIRST_OPERATOR; unit <= LAST_OPERATOR; unit++) first.begins[unit]! |= Begins.Sequence;
  let ambiguous: Uint8Array | undefined;
  let now = createStage();
  let next = createStage();
  const step = (matcher: Matcher, onSingle?: (unit: number, offset: number) => void): void => {
    apply(now, next, matcher, onSingle);
    [now, next] = [next, now];
  };
  return {
    config,
    convertRange(units, start, end, edits, undecided) {
      if (undecided) ambiguous ??= ambiguousUnits(config, first);
      if (isShort) {
        const before = edits.count;
        const known = undecided?.length ?? 0;
        if (convertShort(units, start, end, first, edits, undecided, ambiguous)) return;
        edits.cut(before);
        if (undecided) undecided.length = known;
      }
      load(now, units, start, end);
      for (const matcher of normalization) step(matcher);
      if (segmentation) segment(now, segmentation);
      const note =
        undecided &&
        ((unit: number, offset: number): void => {
          if (ambiguous![unit] === 1) undecided.push(offset);
        });
      for (const matcher of chain) step(matcher, matcher === first ? note : undefined);
      emit(units, now, edits);
    },
  };
}

// False where the text has to be normalised first; what was added is then worth nothing.
function convertShort(
  units: Uint16Array,
  start: number,
  end: number,
  matcher: Matcher,
  edits: EditSink,
  undecided: number[] | undefined,
  ambiguous: Uint8Array | undefined,
): boolean {
  const { begins, single, pool } = matcher;
  for (let at = start; at < end; ) {
    const unit = units[at]!;
    const kinds = begins[unit]!;
    if (kinds === 0) {
      at++;
      continue;
    }
    if (kinds >= Begins.Normalized) {
      if ((kinds & Begins.Normalized) !== 0) return false;
      at += unmatchedLength(units, at, end);
      continue;
    }
    if ((kinds & Begins.Longer) !== 0) {
      const size = matcher.longerAt(units, at, end);
      if (size > 0) {
        const { valueStart, valueEnd } = matcher;
        if (differs(units, at, at + size, pool, valueStart, valueEnd))
          edits.addUnits(at, at + size, pool, valueStart, valueEnd);
        at += size;
        continue;
      }
    }
    if ((kinds & Begins.Single) !== 0) {
      if (undecided && ambiguous![unit] === 1) undecided.push(at);
      const value = single[unit]!;
      if (value === 0) {
        matcher.singleAt(unit);
        edits.addUnits(at, at + 1, pool, matcher.valueStart, matcher.valueEnd);
      } else if (value !== unit) edits.addUnit(at, value);
    }
    at++;
  }
  return true;
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
