// Everything the core may ask of a host. A host passes what it has; without a port the rules that need it stay silent.
import type { SchemaChecker } from './frontMatter/schemaTypes.ts';
import type { FrontMatterReader } from './frontMatter/types.ts';

export interface Ports {
  /** Parses front matter; the host loads the parsers only when a document has a block. */
  readonly frontMatter?: FrontMatterReader | undefined;
  /** Judges front matter by a schema of the user's; the host loads it only when there is one. */
  readonly schema?: SchemaChecker | undefined;
}
