// What a client said of itself when it started the server.
import type { InitializationOptions } from './protocol.ts';

export interface ClientFacts {
  readonly options: InitializationOptions;
  readonly canPull: boolean;
  readonly canAskConfiguration: boolean;
  readonly canResolveEdits: boolean;
  readonly hasRelatedInformation: boolean;
  readonly hasHierarchicalSymbols: boolean;
  readonly canWatchFiles: boolean;
  readonly hasWorkspaceFolders: boolean;
}
