// A conversion of a whole report: prose only, and of the prose only what is not yet in the target script.
import { RegionKind, Regions } from '../scan/regionKind.ts';
import { scan } from '../scan/scan.ts';
import { HAN_FORMS } from '../script/hanForms.ts';
import { inRegion, partnersIn } from '../script/hanPairs.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import { codesOf } from '../text/codes.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Converter } from './converter.ts';
import { createEditSink, type EditList, type EditSink } from './editList.ts';
import { differs } from './stages.ts';
import { userWords } from './userWords.ts';

export interface ConvertOptions {
  /** Convert the prose values of front matter as well; true by default. */
  readonly frontMatter?: boolean;
  /** “” ↔ 「」 and ‘’ ↔ 『』, towards the habit of the target; false by default. */
  readonly quotes?: boolean;
  /** Words to keep (`词`) or to put another word for (`词=詞彙`), before any other conversion. */
  readonly dictionary?: readonly string[] | undefined;
  /** The text's code units, where the caller has them. */
  readonly units?: Uint16Array | undefined;
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
  /** The source's code units. */
  readonly units: Uint16Array;
  readonly ambiguities: readonly Ambiguity[];
  /** The converted prose ranges as start and end in turn, for a look back. */
  readonly ranges: readonly number[];
}

export function convertDocument(
  source: SourceText,
  converter: Converter,
  options: ConvertOptions = {},
): Conversion {
  const units = options.units ?? codesOf(source.text);
  const mask =
    options.frontMatter === false ? Regions.prose & ~(1 << RegionKind.FrontMatterProse) : Regions.prose;
  // The regions of a large text take as much memory as the text; who asks for the ranges later scans again.
  const eachRange = (visit: (start: number, end: number) => void): void => {
    const { regions } = scan(source);
    const add = foreignStretches(units, converter, visit);
    for (let r = 0; r < regions.count; r++) {
      const [start, end] = [regions.starts[r]!, regions.endOf(r)];
      if ((mask & (1 << regions.kinds[r]!)) !== 0 || isAnchor(source, regions.kinds[r]!, start, end))
        add(start, end);
    }
  };
  const edits = createEditSink();
  eachRange(rangeConverter(units, converter, options, edits, undefined));
  let ranges: number[] | undefined;
  let ambiguities: readonly Ambiguity[] | undefined;
  return {
    edits,
    units,
    get ranges() {
      if (!ranges) {
        const found: number[] = [];
        eachRange((start, end) => found.push(start, end));
        ranges = found;
      }
      return ranges;
    },
    // A second conversion for the few who ask, so that the first notes nothing.
    get ambiguities() {
      if (!ambiguities) {
        const undecided: number[] = [];
        eachRange(rangeConverter(units, converter, options, createEditSink(), undecided));
        ambiguities = undecided.map(offset => ambiguityAt(units[offset]!, offset, converter));
      }
      return ambiguities;
    },
  };
}

// [見下](#圖書館): Markdown makes the anchor of a heading out of its words, so the two change together, but not where
// the document names the anchor itself.
function isAnchor({ text, format }: SourceText, kind: number, start: number, end: number): boolean {
  if (kind !== RegionKind.Url || format !== 'markdown' || text[start] !== '#') return false;
  const name = text.slice(start + 1, end);
  return ![`{#${name}`, `id="${name}"`, `name="${name}"`, `id=${name}`].some(named => text.includes(named));
}

function ambiguityAt(unit: number, offset: number, { config }: Converter): Ambiguity {
  const char = String.fromCharCode(unit);
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
 * The parts of regions that are not in the target script already. A clause with characters of the target script only
 * is left alone, and a clause that could be either goes with its region.
 */
function foreignStretches(
  units: Uint16Array,
  converter: Converter,
  visit: (start: number, end: number) => void,
): (start: number, end: number) => void {
  const { source, target } = scriptBits(converter);
  // Where the next character of the target script stands: most texts have none, so the search runs ahead of the
  // regions.
  let nextOther = -1;
  const findOther = (from: number): void => {
    nextOther = from;
    if (target === 0) nextOther = units.length;
    while (nextOther < units.length && HAN_FORMS[units[nextOther]!] !== target) nextOther++;
  };
  return (start, end) => {
    if (nextOther < start) findOther(start);
    if (nextOther >= end) {
      visit(start, end);
      return;
    }
    let own = 0;
    let other = 0;
    for (let at = start; at < end; at++) {
      const forms = HAN_FORMS[units[at]!]!;
      if (forms === source) own++;
      else if (forms === target) other++;
    }
    const neutralConverts = own >= other;
    let from = -1;
    for (let at = start; at < end; ) {
      let to = at;
      let clauseOwn = 0;
      let clauseOther = 0;
      for (; to < end; to++) {
        const unit = units[to]!;
        const forms = HAN_FORMS[unit]!;
        if (forms === source) clauseOwn++;
        else if (forms === target) clauseOther++;
        else if (isClauseEnd(unit)) break;
      }
      to = Math.min(end, to + 1);
      const converts = clauseOwn > 0 || (clauseOther === 0 && neutralConverts);
      if (converts && from < 0) from = at;
      if (!converts && from >= 0) {
        visit(from, at);
        from = -1;
      }
      at = to;
    }
    if (from >= 0) visit(from, end);
  };
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

const marksOf = (pairs: string): ReadonlyMap<number, string> =>
  new Map(pairs.split(' ').map(pair => [pair.charCodeAt(0), pair[1]!]));
const TO_CORNERS = marksOf('“「 ”」 ‘『 ’』');
const TO_CURLS = marksOf('「“ 」” 『‘ 』’');

// What goes before the dictionaries: words of the user's and quotation marks cut a range into parts.
function rangeConverter(
  units: Uint16Array,
  converter: Converter,
  options: ConvertOptions,
  edits: EditSink,
  undecided: number[] | undefined,
): (start: number, end: number) => void {
  const words = options.dictionary?.length ? userWords(options.dictionary) : undefined;
  const marks = options.quotes ? (converter.config.to === 'zh-CN' ? TO_CURLS : TO_CORNERS) : undefined;
  if (!words && !marks) return (start, end) => converter.convertRange(units, start, end, edits, undecided);
  return (start, end) => {
    let from = start;
    for (let at = start; at < end; ) {
      const size = words ? words.matchAt(units, at, end) : 0;
      const mark = size === 0 ? marks?.get(units[at]!) : undefined;
      if (size === 0 && (mark === undefined || isApostrophe(units, at))) {
        at++;
        continue;
      }
      const [valueStart, valueEnd] = words ? [words.valueStart, words.valueEnd] : [0, 0];
      converter.convertRange(units, from, at, edits, undecided);
      from = at + (size || 1);
      if (mark !== undefined) edits.add(at, from, mark);
      else if (differs(units, at, from, words!.pool, valueStart, valueEnd))
        edits.addUnits(at, from, words!.pool, valueStart, valueEnd);
      at = from;
    }
    converter.convertRange(units, from, end, edits, undecided);
  };
}

const isApostrophe = (units: Uint16Array, at: number): boolean =>
  units[at] === 0x2019 && CLASS_OF[units[at - 1] ?? 0] === CharClass.Latin;
