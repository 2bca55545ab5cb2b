// Everything the core may ask of a host. A host passes what it has; without a port the rules that need it stay silent.
import type { FrontMatterReader } from './frontMatter/types.ts';

export interface Ports {
  /** Parses front matter; the host loads the parsers only when a document has a block. */
  readonly frontMatter?: FrontMatterReader | undefined;
}
