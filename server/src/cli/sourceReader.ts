// A text as the linter wants it, with the parsers loaded that its front matter needs: they cost more than a small file.
import {
  createSourceText,
  detectFormat,
  type Format,
  type FrontMatterReader,
  findFrontMatter,
  type SchemaChecker,
  type Settings,
  type SourceText,
} from '../core/index.ts';
import type { FileSystem } from './host.ts';

export interface SourceReader {
  /** What the linter asks for; filled as texts need it. */
  readonly ports: {
    readonly frontMatter: FrontMatterReader | undefined;
    readonly schema: SchemaChecker | undefined;
  };
  read(
    id: string,
    text: string,
    settings: Settings,
    given: { readonly format?: Format | undefined; readonly codes?: Uint16Array | undefined },
  ): Promise<SourceText>;
}

/** `repairs`: whether the texts will be repaired, which may make front matter of what was none. */
export function createSourceReader(fs: FileSystem, repairs: boolean): SourceReader {
  let reader: FrontMatterReader | undefined;
  let checker: SchemaChecker | undefined;
  return {
    ports: {
      get frontMatter() {
        return reader;
      },
      get schema() {
        return checker;
      },
    },
    async read(id, text, settings, given) {
      const frontMatter = findFrontMatter(text);
      if (frontMatter || (repairs && MAY_GET_FRONT_MATTER.test(text))) {
        const { loadFrontMatterReader } = await import('../adapters/loadFrontMatter.ts');
        reader = await loadFrontMatterReader(text, frontMatter, repairs);
        if (!checker && (settings.expectations.frontMatterSchema !== undefined || text.includes('$schema')))
          checker = (await import('../adapters/schemaFiles.ts')).localSchemaChecker(file =>
            fs.readFile(file),
          );
      }
      const format = given.format ?? detectFormat(id, text, frontMatter);
      return createSourceText(id, format, text, given.codes, frontMatter);
    },
  };
}

/** What opens as front matter does: a fence, or a brace, after anything blank. */
const MAY_GET_FRONT_MATTER = /^[\s\ufeff]*(?:---|\+\+\+|;;;|\{)/;
