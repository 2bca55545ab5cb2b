// A conversion of a whole report: prose only, and of the prose only what is not yet in the target script.
import { RegionKind, Regions } from '../scan/regionKind.ts';
import { scan } from '../scan/scan.ts';
import { HAN_FORMS } from '../script/hanForms.ts';
import { inRegion, partnersIn } from '../script/hanPairs.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Converter } from './converter.ts';
import { createEditSink, type EditList, type EditSink } from './editList.ts';
import { createMatcher } from './matcher.ts';

export interface ConvertOptions {
  /** Convert the prose values of front matter as well; true by default. */
  readonly frontMatter?: boolean;
  /** “” ↔ 「」 and ‘’ ↔ 『』, towards the habit of the target; false by default. */
  readonly quotes?: boolean;
  /** Words to keep (`词`) or to put another word for (`词=詞彙`), before any other conversion. */
  readonly dictionary?: readonly string[] | undefined;
}

/** A character with several partners that no word decided. */
export interface Ambiguity {
  /** Offset in the source, in code units. */
  readonly offset: number;
  readonly char: string;
  readonly chosen: string;
  /** What else it may be, likeliest first. */
  readonly alternatives: readonly string[];
}

export interface Conversion {
  readonly edits: EditList;
  readonly ambiguities: readonly Ambiguity[];
  /** The converted prose ranges as start and end in turn, for a look back. */
  readonly ranges: readonly number[];
}

export function convertDocument(
  source: SourceText,
  converter: Converter,
  options: ConvertOptions = {},
): Conversion {
  const { text } = source;
  const { regions } = scan(source);
  const edits = createEditSink();
  const undecided: number[] = [];
  const ranges: number[] = [];
  const mask =
    options.frontMatter === false ? Regions.prose & ~(1 << RegionKind.FrontMatterProse) : Regions.prose;
  const convert = rangeConverter(text, converter, options, edits, undecided);
  for (let r = 0; r < regions.count; r++) {
    if ((mask & (1 << regions.kinds[r]!)) === 0) continue;
    for (const [start, end] of foreignStretches(text, regions.starts[r]!, regions.endOf(r), converter)) {
      ranges.push(start, end);
      convert(start, end);
    }
  }
  let ambiguities: readonly Ambiguity[] | undefined;
  return {
    edits,
    ranges,
    get ambiguities() {
      ambiguities ??= undecided.map(offset => ambiguityAt(text, offset, converter));
      return ambiguities;
    },
  };
}

function ambiguityAt(text: string, offset: number, { config }: Converter): Ambiguity {
  const char = text[offset]!;
  const region = config.to === 'zh-TW' ? 'TW' : config.to === 'zh-HK' ? 'HK' : 'CN';
  const partners = partnersIn(config.to === 'zh-CN' ? 'simplified' : 'traditional', char).map(partner =>
    inRegion(partner, region),
  );
  const [chosen, ...alternatives] = [...new Set(partners)];
  return { offset, char, chosen: chosen ?? char, alternatives };
}

type Forms = 0 | 1 | 2;

// Which bit of HAN_FORMS means "only in the source script", and which "only in the target script".
function scriptBits({ config }: Converter): { source: Forms; target: Forms } {
  if (config.from === 'zh-CN') return { source: 1, target: 2 };
  return config.to === 'zh-CN' ? { source: 2, target: 1 } : { source: 0, target: 0 };
}

/**
 * The parts of a region that are not in the target script already. A clause with characters of the target script only
 * is left alone, and a clause that could be either goes with its region.
 */
function* foreignStretches(
  text: string,
  start: number,
  end: number,
  converter: Converter,
): Generator<readonly [number, number]> {
  const { source, target } = scriptBits(converter);
  let own = 0;
  let other = 0;
  if (target !== 0) {
    for (let at = start; at < end; at++) {
      const forms = HAN_FORMS[text.charCodeAt(at)]!;
      if (forms === source) own++;
      else if (forms === target) other++;
    }
  }
  if (other === 0) {
    yield [start, end];
    return;
  }
  const neutralConverts = own >= other;
  let from = -1;
  for (let at = start; at < end; ) {
    let to = at;
    let clauseOwn = 0;
    let clauseOther = 0;
    for (; to < end; to++) {
      const unit = text.charCodeAt(to);
      const forms = HAN_FORMS[unit]!;
      if (forms === source) clauseOwn++;
      else if (forms === target) clauseOther++;
      else if (isClauseEnd(unit)) break;
    }
    to = Math.min(end, to + 1);
    const converts = clauseOwn > 0 || (clauseOther === 0 && neutralConverts);
    if (converts && from < 0) from = at;
    if (!converts && from >= 0) {
      yield [from, at];
      from = -1;
    }
    at = to;
  }
  if (from >= 0) yield [from, end];
}

const isClauseEnd = (unit: number): boolean => {
  const cls = CLASS_OF[unit];
  return (
    cls === CharClass.CjkPunctuation ||
    cls === CharClass.FullwidthPunctuation ||
    cls === CharClass.AsciiPunctuation ||
    cls === CharClass.Newline
  );
};

const TO_CORNERS: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const TO_CURLS: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

// What goes before the dictionaries: words of the user's and quotation marks cut a range into parts.
function rangeConverter(
  text: string,
  converter: Converter,
  options: ConvertOptions,
  edits: EditSink,
  undecided: number[],
): (start: number, end: number) => void {
  const words = options.dictionary?.length ? createMatcher([userDictionary(options.dictionary)]) : undefined;
  const marks = options.quotes ? (converter.config.to === 'zh-CN' ? TO_CURLS : TO_CORNERS) : undefined;
  if (!words && !marks) return (start, end) => converter.convertRange(text, start, end, edits, undecided);
  return (start, end) => {
    let from = start;
    for (let at = start; at < end; ) {
      const size = words ? words.matchAt(text, at, end) : 0;
      const mark = size === 0 ? marks?.[text[at]!] : undefined;
      if (size === 0 && (mark === undefined || isApostrophe(text, at))) {
        at++;
        continue;
      }
      converter.convertRange(text, from, at, edits, undecided);
      const value = mark ?? words!.value;
      from = at + (size || 1);
      if (text.slice(at, from) !== value) edits.add(at, from, value);
      at = from;
    }
    converter.convertRange(text, from, end, edits, undecided);
  };
}

const isApostrophe = (text: string, at: number): boolean =>
  text[at] === '’' && CLASS_OF[text.charCodeAt(at - 1)] === CharClass.Latin;

/** Entries of the user's dictionary in the form of OpenCC's; blanks and bars cannot be part of a word. */
function userDictionary(entries: readonly string[]): string {
  return entries
    .map(entry => entry.split('='))
    .map(([word = '', to = word]) => [word.trim(), to.trim()])
    .filter(([word, to]) => word !== '' && to !== '' && !/[ |]/.test(`${word}${to}`))
    .map(pair => pair.join(' '))
    .join('|');
}
