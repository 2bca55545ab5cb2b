// What client and server say to each other beyond LSP. Imported by both sides, which carry different copies of the
// protocol library, so it holds shapes and names only.

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

/** Sent after each check of an open document. */
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  /** `skipped` by the setting `enable`, `tooLarge` by `maxFileSize`. */
  readonly state: 'checked' | 'skipped' | 'tooLarge';
  /** Milliseconds the check took. */
  readonly time: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that `source.fixAll.corpus-lint` would mend. */
  readonly fixable: number;
  readonly han: number;
  readonly script: 'simplified' | 'traditional' | 'mixed' | 'unknown';
  readonly width: 'full' | 'half' | 'mixed' | 'unknown';
  /** True for a text that reads as a Chinese report. */
  readonly isReport: boolean;
  /** Rules that crashed. */
  readonly faults: readonly string[];
}

/** Names of the methods; the shapes are those of the same name above. */
export const Method = {
  /** Server → client, DocumentStatus. */
  status: 'corpusLint/status',
  /** Server → client, ReadFileParams → string in base 64, or null where there is no such file. */
  readFile: 'corpusLint/readFile',
} as const;

export interface ReadFileParams {
  readonly uri: string;
}
