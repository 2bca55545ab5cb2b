// The language server over any connection: stdio, node IPC or a web worker. Hosts create the connection; everything
// else is here and in the features, each a function of a snapshot of a document.
import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { localeOf } from '../locale.ts';
import { type ClientFacts, clientFacts } from './clientFacts.ts';
import { createConfiguration } from './configuration.ts';
import { CODE_ACTION_KINDS, codeActions, resolveCodeAction } from './features/codeActions.ts';
import { applySafeFixes, codeLenses } from './features/codeLens.ts';
import { conversions, convert } from './features/conversion.ts';
import { createDiagnostics, type DiagnosticsFeature } from './features/diagnostics.ts';
import { documentLinks } from './features/documentLinks.ts';
import { fixText, formatting } from './features/formatting.ts';
import { completion, frontMatterFor } from './features/frontMatter.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { LEGEND, semanticTokens } from './features/semanticTokens.ts';
import { statistics } from './features/statistics.ts';
import { documentSymbols, foldingRanges, selectionRanges } from './features/symbols.ts';
import { createWorkspaceSymbols } from './features/workspaceSymbols.ts';
import { createFileFacts } from './fileFacts.ts';
import { notify } from './notify.ts';
import type { ServerPorts } from './ports.ts';
import { type ConvertParams, Method, REPORT_EXTENSIONS, ServerCommand, type TextParams } from './protocol.ts';
import { createSession, type Session } from './session.ts';

/** An open document may be written by another program, in another encoding. */
const REPORTS = `**/*.{${REPORT_EXTENSIONS.join(',')}}`;

export function startServer(connection: Connection, ports: ServerPorts): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let diagnostics: DiagnosticsFeature | undefined;

  connection.onInitialize((params): InitializeResult => {
    const client = clientFacts(params);
    const folders = params.workspaceFolders?.map(folder => folder.uri) ?? [];
    const configuration = createConfiguration({
      connection,
      ports,
      client,
      locale: localeOf(params.locale),
      workspaceFolders: folders,
    });
    const files = createFileFacts(uri =>
      uri.startsWith('file:') ? configuration.read(uri) : Promise.resolve(undefined),
    );
    session = createSession({ connection, documents, ports, client, configuration, files });
    diagnostics = createDiagnostics(session);
    registerFeatures(connection, session, diagnostics);
    return {
      serverInfo: { name: 'corpus-lint', version: ports.version },
      capabilities: capabilitiesFor(client),
    };
  });

  connection.onInitialized(() => {
    if (!session) return;
    const { client, configuration } = session;
    if (client.canAskConfiguration)
      notify(connection.client.register(DidChangeConfigurationNotification.type, { section: 'corpusLint' }));
    if (client.canWatchFiles)
      notify(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/*.{json,jsonc}' }, { globPattern: REPORTS }],
        }),
      );
    if (client.hasWorkspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        configuration.foldersChanged(
          added.map(folder => folder.uri),
          removed.map(folder => folder.uri),
        );
        refresh();
      });
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(change => change.uri);
    if (session?.configuration.filesChanged(uris)) refresh();
    diagnostics?.filesChanged(uris);
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    session?.configuration.changed(settings);
    refresh();
  });
  documents.onDidChangeContent(({ document }) => diagnostics?.changed(document.uri));
  documents.onDidSave(({ document }) => diagnostics?.saved(document.uri));
  documents.onDidClose(({ document }) => diagnostics?.closed(document.uri));
  documents.listen(connection);
  connection.listen();

  /** Settings changed: everything that was shown is judged anew. */
  function refresh(): void {
    diagnostics?.refresh();
    const { refreshes } = session?.client ?? {};
    if (refreshes?.inlayHints) notify(connection.languages.inlayHint.refresh());
    if (refreshes?.semanticTokens) notify(connection.languages.semanticTokens.refresh());
    if (refreshes?.codeLenses) notify(connection.sendRequest(CodeLensRefreshRequest.type));
  }
}

function capabilitiesFor({ canPull }: ClientFacts): ServerCapabilities {
  const pulled = {
    identifier: 'corpus-lint',
    interFileDependencies: false,
    workspaceDiagnostics: false,
  };
  return {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [':', ' ', '-'] },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    executeCommandProvider: { commands: Object.values(ServerCommand) },
    semanticTokensProvider: { legend: LEGEND, full: true, range: true },
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: true },
    ...(canPull ? { diagnosticProvider: pulled } : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

function registerFeatures(connection: Connection, session: Session, diagnostics: DiagnosticsFeature): void {
  if (session.client.canPull)
    connection.languages.diagnostics.on(
      patiently(({ textDocument, previousResultId }) => diagnostics.pull(textDocument.uri, previousResultId)),
    );
  const { languages } = connection;
  connection.onCodeAction(patiently(params => codeActions(session, params)));
  connection.onCodeActionResolve(patiently(action => resolveCodeAction(session, action)));
  connection.onHover(patiently(({ textDocument, position }) => hover(session, textDocument.uri, position)));
  connection.onDocumentSymbol(patiently(({ textDocument }) => documentSymbols(session, textDocument.uri)));
  connection.onWorkspaceSymbol(patiently(createWorkspaceSymbols(session)));
  connection.onFoldingRanges(patiently(({ textDocument }) => foldingRanges(session, textDocument.uri)));
  connection.onSelectionRanges(
    patiently(({ textDocument, positions }) => selectionRanges(session, textDocument.uri, positions)),
  );
  connection.onCodeLens(patiently(({ textDocument }) => codeLenses(session, textDocument.uri)));
  connection.onExecuteCommand(async ({ command, arguments: [uri, section] = [] }) =>
    command === ServerCommand.applySafeFixes ? applySafeFixes(session, uri, section) : null,
  );
  connection.onDocumentLinks(patiently(({ textDocument }) => documentLinks(session, textDocument.uri)));
  connection.onDocumentFormatting(patiently(({ textDocument }) => formatting(session, textDocument.uri)));
  connection.onDocumentRangeFormatting(
    patiently(({ textDocument, range }) => formatting(session, textDocument.uri, range)),
  );
  connection.onCompletion(
    patiently(({ textDocument, position }) => completion(session, textDocument.uri, position)),
  );
  connection.onRequest(Method.conversions, () => conversions(session));
  connection.onRequest(Method.convert, (params: ConvertParams) => convert(session, params));
  connection.onRequest(Method.fix, (params: TextParams) => fixText(session, params));
  connection.onRequest(Method.insertFrontMatter, (params: TextParams) => frontMatterFor(session, params));
  connection.onRequest(Method.statistics, (params: TextParams) => statistics(session, params));
  languages.inlayHint.on(patiently(params => inlayHints(session, params)));
  languages.semanticTokens.on(patiently(({ textDocument }) => semanticTokens(session, textDocument.uri)));
  languages.semanticTokens.onRange(
    patiently(({ textDocument, range }) =>
      semanticTokens(session, textDocument.uri, snapshot => snapshot.positions.span(range)),
    ),
  );
}

/**
 * Lets messages that are waiting be read before the work begins, so that what the client has cancelled meanwhile is
 * never done. The work itself is not interrupted: it takes milliseconds.
 */
function patiently<P, R>(
  handle: (params: P, token: CancellationToken) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    await new Promise(resolve => setTimeout(resolve));
    if (token.isCancellationRequested)
      return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
    return handle(params, token);
  };
}
