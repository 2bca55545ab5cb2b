// What client and server say to each other beyond LSP. Imported by both sides, which carry different copies of the
// protocol library, so it holds shapes and names only.

export { REPORT_EXTENSIONS } from '../core/scan/reportNames.ts';

/** What a client tells about itself in `initializationOptions`; every part may be missing. */
export interface InitializationOptions {
  /** Settings for clients without `workspace/configuration`. */
  readonly settings?: unknown;
  /** Commands of the client that code actions may name. */
  readonly commands?: readonly string[];
  /** True when the editor shows the headings of Markdown files by itself. */
  readonly hasMarkdownOutline?: boolean;
  /** Base of rule pages, ending in `/`; by default where the server finds them beside itself. */
  readonly pages?: string;
  /** True when the client answers `corpusLint/readFile`: for folders that are on no disk of the server. */
  readonly readsFiles?: boolean;
  /** Where the web worker finds its lazily loaded chunks, ending in `/`. */
  readonly chunks?: string;
}

/** Client commands that the server's code actions run, with their arguments. */
export const ClientCommand = {
  /** (ruleId) */
  openRulePage: 'corpusLint.openRulePage',
  /** (uri, encoding) */
  reopenWithEncoding: 'corpusLint.reopenWithEncoding',
} as const;

/** Commands that the server itself carries out (`workspace/executeCommand`), with their arguments. */
export const ServerCommand = {
  /** (uri, section?): applies the safe repairs of the section that a lens names, or of the whole document. */
  applySafeFixes: 'corpusLint.applySafeFixes',
} as const;

/**
 * Whether a document is checked, and if not, why: the setting `enable` says so, the configuration leaves it out, `auto`
 * found neither Chinese nor front matter, or it is larger than `maxFileSize`.
 */
export type CheckState = 'checked' | 'off' | 'ignored' | 'notChinese' | 'tooLarge';

/** Sent after each check of an open document. */
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  readonly state: CheckState;
  /** Milliseconds the check took. */
  readonly time: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that `source.fixAll.corpus-lint` would mend. */
  readonly fixable: number;
  /** False where a text has so many findings that there may be more of those. */
  readonly fixableIsExact: boolean;
  readonly han: number;
  readonly script: 'simplified' | 'traditional' | 'mixed' | 'unknown';
  /** `folded`: ，：；？！（） are half-width while 。 and 、 are not. */
  readonly width: 'full' | 'half' | 'folded' | 'mixed' | 'unknown';
  /** True for a text that reads as a Chinese report. */
  readonly isReport: boolean;
  /** Rules that crashed. */
  readonly faults: readonly string[];
}

/** A text that need not be open; with `text` it is judged as given, without it as the open document stands. */
export interface TextParams {
  readonly uri: string;
  readonly languageId?: string;
  readonly text?: string;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

export interface EditsResult {
  /** Version of the open document that the edits are for; null for a text given. */
  readonly version: number | null;
  readonly edits: readonly Edit[];
}

export interface ConvertParams extends TextParams {
  /** OpenCC's name of the conversion, such as `s2twp`; see `conversions`. */
  readonly conversion: string;
  /** Only edits inside these ranges; the whole text when left out. */
  readonly ranges?: readonly Range[];
}

export interface ConvertEdit extends Edit {
  /** What else the character may become; present where no word decided. */
  readonly alternatives?: readonly string[];
}

export interface ConvertResult extends EditsResult {
  readonly edits: readonly ConvertEdit[];
}

/** A conversion to choose. */
export interface ConversionChoice {
  readonly id: string;
  readonly label: string;
}

/** A line of the statistics: a label in the user's language and a value. */
export interface StatisticsLine {
  readonly label: string;
  readonly value: string;
}

/** Names of the methods; the shapes are those of the same name above. */
export const Method = {
  /** Server → client, DocumentStatus. */
  status: 'corpusLint/status',
  /** Server → client, ReadFileParams → string in base 64, or null where there is no such file. */
  readFile: 'corpusLint/readFile',
  /** Client → server, → ConversionChoice[]. */
  conversions: 'corpusLint/conversions',
  /** Client → server, ConvertParams → ConvertResult. */
  convert: 'corpusLint/convert',
  /** Client → server, TextParams → EditsResult: all safe repairs. */
  fix: 'corpusLint/fix',
  /** Client → server, TextParams → EditsResult: a block of front matter for a text that has none. */
  insertFrontMatter: 'corpusLint/insertFrontMatter',
  /** Client → server, TextParams → StatisticsLine[]. */
  statistics: 'corpusLint/statistics',
} as const;

export interface ReadFileParams {
  readonly uri: string;
}

/** The `source` of every diagnostic of ours. */
export const SOURCE = 'corpus-lint';
