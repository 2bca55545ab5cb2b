// A text with everything that is computed once and shared by rules. One pass over the regions counts classes,
// judges each block's language and collects the places where rules want to be woken.
import type { SchemaProblem } from '../frontMatter/schemaTypes.ts';
import { type FrontMatterData, type GeneratorReading, isMapping } from '../frontMatter/types.ts';
import type { Ports } from '../ports.ts';
import type { Block } from '../scan/blocks.ts';
import type { FrontMatterBlock } from '../scan/frontMatter.ts';
import { RegionKind, Regions } from '../scan/regionKind.ts';
import type { RegionList } from '../scan/regions.ts';
import { type Scan, scan } from '../scan/scan.ts';
import { HAN_FORM_UNITS, HAN_FORMS } from '../script/hanForms.ts';
import { astralClass, CHAR_CLASS_COUNT, CharClass, CLASS_OF, isSecondOfPair } from '../text/charClass.ts';
import type { Format, SourceText } from '../text/sourceText.ts';

/** What a document is expected to be, where its configuration says so. */
export interface Expectations {
  readonly script?: 'simplified' | 'traditional' | undefined;
  /** The region whose variants are standard: Mainland China, Taiwan or Hong Kong. */
  readonly region?: 'CN' | 'TW' | 'HK' | undefined;
  /** Words that are right as they stand: `script/*` findings inside them are dropped. */
  readonly dictionary?: readonly string[] | undefined;
  /** Keys whose values are dates, people or URLs, beyond the built-in ones. */
  readonly keys?: Readonly<Record<string, readonly string[]>> | undefined;
  /** JSON Schema for the front matter, already resolved by the host. */
  readonly frontMatterSchema?: unknown;
}

export interface Document {
  readonly source: SourceText;
  readonly text: string;
  readonly format: Format;
  readonly expectations: Expectations;
  readonly blocks: readonly Block[];
  readonly regions: RegionList;
  readonly frontMatter: FrontMatterBlock | undefined;
  /** Parsed front matter; undefined without a block or without a reader. Parsed at the first call. */
  readonly frontMatterData: FrontMatterData | undefined;
  /** The user's schema for this document's front matter: by its `$schema` key, else by configuration. */
  readonly frontMatterSchema: unknown;
  /** What is wrong with the front matter under that schema; empty without one. */
  readonly schemaProblems: readonly SchemaProblem[];
  /** What a generator reads (gray-matter); asked at the first call, and only by what needs it. */
  readonly generatorReading: GeneratorReading | undefined;
  readonly counts: Counts;
  /** Index of the block that holds `offset`, or -1 between blocks. */
  blockIndexAt(offset: number): number;
  /** True when the block holds another language (RULES, principle 3); false for -1. */
  isForeign(blockIndex: number): boolean;
  /** Percentage of Han among the letters of a block's prose; 100 for a block without letters. */
  hanShare(blockIndex: number): number;
  /** The value of `compute` for this document, computed once however many rules ask. */
  share<T>(compute: (doc: Document) => T): T;
}

/** Counts over the document's prose (regions of `Regions.prose`, front matter included). */
export interface Counts {
  /** Code points of each class, indexed by CharClass. */
  readonly classes: Uint32Array;
  readonly han: number;
  /** Han that exist only in Simplified, or only in Traditional writing, in the body. */
  readonly simplifiedOnly: number;
  readonly traditionalOnly: number;
}

/** Which code units wake something: a group for each code unit, and the regions in which each group wakes anyone. */
export interface WakeTable {
  /** 0 is the group that wakes nobody. */
  readonly groupOf: Uint16Array;
  /** Bit mask of region kinds, by group. */
  readonly regions: Uint32Array;
}

/** Offsets whose code unit wakes someone in their region, in text order. */
export interface Hits {
  readonly offsets: Int32Array;
  readonly count: number;
}

const NO_WAKE: WakeTable = { groupOf: new Uint16Array(0x10000), regions: new Uint32Array(1) };

export function createDocument(
  source: SourceText,
  ports: Ports = {},
  expectations: Expectations = {},
  wake: WakeTable = NO_WAKE,
): { doc: Document; hits: Hits } {
  const scanned = scan(source);
  const analysis = analyse(source.text, scanned.blocks, scanned.regions, wake);
  return { doc: new LintedDocument(source, ports, expectations, scanned, analysis), hits: analysis.hits };
}

// A class, as V8 keeps object literals with getters as dictionaries, and every rule reads from the document.
class LintedDocument implements Document {
  readonly text: string;
  readonly format: Format;
  readonly blocks: readonly Block[];
  readonly regions: RegionList;
  readonly frontMatter: FrontMatterBlock | undefined;
  readonly counts: Counts;
  readonly #ports: Ports;
  readonly #foreign: Uint8Array;
  readonly #hanShare: Uint8Array;
  readonly #shared = new Map<(doc: Document) => unknown, unknown>();
  #data: FrontMatterData | undefined;
  #dataRead = false;
  #reading: GeneratorReading | undefined;
  #schema: unknown;
  #schemaRead = false;
  #problems: readonly SchemaProblem[] | undefined;

  constructor(
    readonly source: SourceText,
    ports: Ports,
    readonly expectations: Expectations,
    scanned: Scan,
    analysis: Analysis,
  ) {
    this.text = source.text;
    this.format = source.format;
    this.blocks = scanned.blocks;
    this.regions = scanned.regions;
    this.frontMatter = scanned.frontMatter;
    this.counts = analysis.counts;
    this.#ports = ports;
    this.#foreign = analysis.foreign;
    this.#hanShare = analysis.hanShare;
  }

  get frontMatterData(): FrontMatterData | undefined {
    if (!this.#dataRead) {
      this.#dataRead = true;
      if (this.frontMatter && this.#ports.frontMatter)
        this.#data = this.#ports.frontMatter.read(this.text, this.frontMatter);
    }
    return this.#data;
  }

  get frontMatterSchema(): unknown {
    if (this.#schemaRead) return this.#schema;
    this.#schemaRead = true;
    const value = this.frontMatterData?.value;
    const named = isMapping(value) ? value.$schema : undefined;
    this.#schema = typeof named === 'string' ? this.#ports.schema?.load?.(named, this.source.id) : undefined;
    this.#schema ??= this.expectations.frontMatterSchema;
    return this.#schema;
  }

  get schemaProblems(): readonly SchemaProblem[] {
    const data = this.frontMatterData;
    // An empty block lacks whatever a schema requires.
    const value = data && data.errors.length === 0 ? (data.value ?? {}) : undefined;
    if (
      isMapping(value) &&
      this.frontMatter?.language !== 'executable' &&
      this.frontMatterSchema !== undefined
    )
      this.#problems ??= this.#ports.schema?.check(this.frontMatterSchema, value);
    return this.#problems ?? [];
  }

  get generatorReading(): GeneratorReading | undefined {
    if (this.frontMatter && this.#ports.frontMatter)
      this.#reading ??= this.#ports.frontMatter.readAsGenerator(this.text, this.frontMatter);
    return this.#reading;
  }

  blockIndexAt(offset: number): number {
    const { blocks } = this;
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (blocks[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    const block = blocks[low];
    return block && block.start <= offset && offset < block.end ? low : -1;
  }

  isForeign(index: number): boolean {
    return index >= 0 && this.#foreign[index] === 1;
  }

  hanShare(index: number): number {
    return this.#hanShare[index]!;
  }

  share<T>(compute: (doc: Document) => T): T {
    // One look-up for the common case; a computation whose value is undefined is rare and asked for twice.
    const known = this.#shared.get(compute);
    if (known !== undefined || this.#shared.has(compute)) return known as T;
    const value = compute(this);
    this.#shared.set(compute, value);
    return value;
  }
}

interface Analysis {
  readonly counts: Counts;
  readonly foreign: Uint8Array;
  readonly hanShare: Uint8Array;
  readonly hits: Hits;
}

/** Share of kana or hangul above which, and of Han below which, a block is in another language. */
const FOREIGN_SYLLABLES = 0.05;
const CHINESE_HAN = 0.1;

let arena = new Int32Array(4096);

/** For each code unit its class (low five bits) and, for Han, its script forms (two bits above). */
const UNIT_INFO = unitInfo();
const INFO_COUNT = 128;

function unitInfo(): Uint8Array {
  const info = CLASS_OF.slice();
  for (const unit of HAN_FORM_UNITS) if (info[unit] === CharClass.Han) info[unit]! |= HAN_FORMS[unit]! << 5;
  return info;
}

const han = (forms: number): number => CharClass.Han | (forms << 5);

// The hot loop of the whole linter: two table look-ups and one increment for a character that nothing waits for.
// Everything else is derived from the counters at the end of a block or of the text.
function analyse(text: string, blocks: readonly Block[], regions: RegionList, wake: WakeTable): Analysis {
  const body = new Uint32Array(INFO_COUNT);
  const frontMatter = new Uint32Array(INFO_COUNT);
  const foreign = new Uint8Array(blocks.length);
  const hanShare = new Uint8Array(blocks.length);
  let before: LetterCounts = { han: 0, syllables: 0, others: 0 };
  let block = 0;
  let hits = arena;
  let hitCount = 0;
  const { groupOf, regions: wokenIn } = wake;
  for (let r = 0; r < regions.count; r++) {
    const start = regions.starts[r]!;
    const end = regions.endOf(r);
    const kind = regions.kinds[r]!;
    const mask = 1 << kind;
    while (block < blocks.length && blocks[block]!.end <= start) {
      const now = letters(body, frontMatter);
      hanShare[block] = shareOfHan(before, now);
      foreign[block++] = isForeign(before, now) ? 1 : 0;
      before = now;
    }
    if ((Regions.prose & (1 << kind)) === 0) {
      for (let i = start; i < end; i++) {
        const group = groupOf[text.charCodeAt(i)]!;
        if (group === 0 || (wokenIn[group]! & mask) === 0 || isSecondOfPair(text, i)) continue;
        if (hitCount === hits.length) hits = growArena(hits);
        hits[hitCount++] = i;
      }
      continue;
    }
    const counts = kind === RegionKind.FrontMatterProse ? frontMatter : body;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      const group = groupOf[unit]!;
      if (group !== 0 && (wokenIn[group]! & mask) !== 0) {
        if (hitCount === hits.length) hits = growArena(hits);
        hits[hitCount++] = i;
      }
      const info = UNIT_INFO[unit]!;
      if (info === CharClass.Surrogate) {
        const point = text.codePointAt(i)!;
        if (point > 0xffff) i++;
        counts[point > 0xffff ? astralClass(point) : info]!++;
      } else counts[info]!++;
    }
  }
  if (block < blocks.length) {
    const now = letters(body, frontMatter);
    hanShare[block] = shareOfHan(before, now);
    foreign[block] = isForeign(before, now) ? 1 : 0;
  }
  arena = hits;
  const classes = new Uint32Array(CHAR_CLASS_COUNT);
  for (let info = 0; info < INFO_COUNT; info++) classes[info & 31]! += body[info]! + frontMatter[info]!;
  return {
    counts: {
      classes,
      han: classes[CharClass.Han]!,
      simplifiedOnly: body[han(1)]!,
      traditionalOnly: body[han(2)]!,
    },
    foreign,
    hanShare,
    hits: { offsets: hits, count: hitCount },
  };
}

interface LetterCounts {
  readonly han: number;
  /** Kana and hangul. */
  readonly syllables: number;
  readonly others: number;
}

function letters(body: Uint32Array, frontMatter: Uint32Array): LetterCounts {
  const of = (info: number): number => body[info]! + frontMatter[info]!;
  return {
    han: of(han(0)) + of(han(1)) + of(han(2)) + of(han(3)),
    syllables: of(CharClass.Kana) + of(CharClass.Hangul),
    others: of(CharClass.Latin) + of(CharClass.Cyrillic) + of(CharClass.Greek) + of(CharClass.OtherLetter),
  };
}

function isForeign(before: LetterCounts, now: LetterCounts): boolean {
  const blockHan = now.han - before.han;
  const syllables = now.syllables - before.syllables;
  const total = blockHan + syllables + now.others - before.others;
  return total > 0 && (syllables > total * FOREIGN_SYLLABLES || blockHan < total * CHINESE_HAN);
}

function shareOfHan(before: LetterCounts, now: LetterCounts): number {
  const blockHan = now.han - before.han;
  const total = blockHan + now.syllables - before.syllables + now.others - before.others;
  return total > 0 ? (100 * blockHan) / total : 100;
}

function growArena(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(from.length * 2);
  grown.set(from);
  return grown;
}
