// What a client said of itself when it started the server.
import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

export interface ClientFacts {
  readonly options: InitializationOptions;
  /** Whether it asks for diagnostics; else they are sent to it. */
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

export function clientFacts({ capabilities, initializationOptions }: InitializeParams): ClientFacts {
  const { textDocument, workspace } = capabilities;
  const options: unknown = initializationOptions;
  return {
    options: typeof options === 'object' && options !== null ? (options as InitializationOptions) : {},
    canPull: textDocument?.diagnostic !== undefined,
    canAskConfiguration: workspace?.configuration === true,
    canResolveEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    canCheckVersions: workspace?.workspaceEdit?.documentChanges === true,
    hasRelatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    canWatchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasWorkspaceFolders: workspace?.workspaceFolders === true,
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
      codeLenses: workspace?.codeLens?.refreshSupport === true,
    },
  };
}
