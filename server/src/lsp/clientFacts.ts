// What a client said of itself when it started the server.
import type { InitializationOptions } from './protocol.ts';

export interface ClientFacts {
  readonly options: InitializationOptions;
  readonly canPull: boolean;
  readonly canAskConfiguration: boolean;
  readonly canResolveEdits: boolean;
  /** Whether it understands edits that say which version they are for. */
  readonly canCheckVersions: boolean;
  readonly hasRelatedInformation: boolean;
  readonly canWatchFiles: boolean;
  /** What the client asks for again when it is told that settings changed. */
  readonly refreshes: {
    readonly diagnostics: boolean;
    readonly inlayHints: boolean;
    readonly semanticTokens: boolean;
    readonly codeLenses: boolean;
  };
  readonly hasWorkspaceFolders: boolean;
}
