import type { ConversionConfig, Converter, FrontMatterReader, SchemaChecker } from '../core/index.ts';

/** A file on disk. */
export interface ReportFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** What a host gives the server. A part that is missing makes the features that need it silent. */
export interface ServerPorts {
  readonly version: string;
  readonly frontMatter: FrontMatterReader;
  readonly schema: SchemaChecker;
  /** Files that the host reaches by itself; the client is asked for the others. */
  readonly files?: {
    /** Undefined where there is no such file; rejects where it cannot be read. */
    read(path: string): Promise<Uint8Array | undefined>;
    /** True for a folder above which no configuration is sought, as on the command line. */
    isRoot(folder: string): boolean;
    /** Reports below a folder, as the command line finds them: nothing hidden, nothing that git ignores. */
    reports(folder: string): AsyncIterable<ReportFile>;
  };
  /** Loads the dictionaries of a conversion: `chunks` is where a browser finds them, see InitializationOptions. */
  loadConverter(config: ConversionConfig, chunks: string | undefined): Promise<Converter>;
  /** Base URI of the rule pages that ship with the server, ending in `/`. */
  readonly pages?: string;
}
