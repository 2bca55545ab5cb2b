// A text with everything that is computed once and shared by rules.
import type { SchemaProblem } from '../frontMatter/schemaTypes.ts';
import { type FrontMatterData, type GeneratorReading, isMapping } from '../frontMatter/types.ts';
import type { Ports } from '../ports.ts';
import type { Block } from '../scan/blocks.ts';
import type { FrontMatterBlock } from '../scan/frontMatter.ts';
import type { RegionList } from '../scan/regions.ts';
import { type Scan, scan } from '../scan/scan.ts';
import { Memory } from '../text/memory.ts';
import type { Format, SourceText } from '../text/sourceText.ts';
import { type Analysis, analyse, type Counts, type Hits, noWake, type WakeTable } from './analysis.ts';
import type { Landmarks } from './landmarks.ts';

export type { Counts, Hits, WakeTable } from './analysis.ts';

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
  /** The code units of `text`: what looks at every one of them reads them here. */
  readonly codes: Uint16Array;
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
  /** Everything in the prose that is no ordinary Han character; walk this instead of the text. */
  readonly landmarks: Landmarks;
  /** Where columns of numbers about this document are kept. */
  readonly memory: Memory;
  /** Index of the block that holds `offset`, or -1 between blocks. */
  blockIndexAt(offset: number): number;
  /** True when the block holds another language (ARCHITECTURE.md, Other languages); false for -1. */
  isForeign(blockIndex: number): boolean;
  /** Percentage of Han among the letters of a block's prose; 100 for a block without letters. */
  hanShare(blockIndex: number): number;
  /** The value of `compute` for this document, computed once however many rules ask. */
  share<T>(compute: (doc: Document) => T): T;
}

export function createDocument(
  source: SourceText,
  ports: Ports = {},
  expectations: Expectations = {},
  wake: WakeTable = noWake(),
): { doc: Document; hits: Hits } {
  const { codes } = source;
  const memory = new Memory(codes.length);
  const scanned = scan(source, memory);
  const analysis = analyse(source.text, codes, scanned.blocks, scanned.regions, wake, memory);
  const doc = new LintedDocument(source, ports, expectations, scanned, analysis, memory);
  return { doc, hits: analysis.hits };
}

/** What `share` computes. Each computation has a number of its own from its first use on: an array is quicker than a map. */
interface Computation<T> {
  (doc: Document): T;
  slot?: number;
}

let slots = 0;
/** Stands for a computed `undefined`. */
const NOTHING = Symbol('nothing');

function slotFor<T>(compute: Computation<T>): number {
  compute.slot = slots++;
  return compute.slot;
}

// A class, as V8 keeps object literals with getters as dictionaries, and every rule reads from the document.
class LintedDocument implements Document {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly format: Format;
  readonly blocks: readonly Block[];
  readonly regions: RegionList;
  readonly frontMatter: FrontMatterBlock | undefined;
  readonly counts: Counts;
  readonly landmarks: Landmarks;
  readonly #ports: Ports;
  readonly #foreign: Uint8Array;
  readonly #hanShare: Uint8Array;
  readonly #shared = new Array<unknown>(slots);
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
    readonly memory: Memory,
  ) {
    this.text = source.text;
    this.codes = source.codes;
    this.format = source.format;
    this.blocks = scanned.blocks;
    this.regions = scanned.regions;
    this.frontMatter = scanned.frontMatter;
    this.counts = analysis.counts;
    this.landmarks = analysis.landmarks;
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

  share<T>(compute: Computation<T>): T {
    const slot = compute.slot ?? slotFor(compute);
    const known = this.#shared[slot];
    if (known !== undefined) return known === NOTHING ? (undefined as T) : (known as T);
    const value = compute(this);
    this.#shared[slot] = value === undefined ? NOTHING : value;
    return value;
  }
}
