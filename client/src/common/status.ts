// The language status item: what the server found out about the document in front.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DocumentStatus, Method } from '../../../server/src/lsp/protocol.ts';
import { LANGUAGES } from './languages.ts';
import type { Server } from './server.ts';

/** A check that takes longer than this many milliseconds is called slow. */
const SLOW = 500;

export interface Status extends vscode.Disposable {
  readonly onDidChange: vscode.Event<DocumentStatus>;
  of(uri: vscode.Uri): DocumentStatus | undefined;
}

export function createStatus(
  server: Server,
  /** Whether the server is asked about a document: others have no state to wait for. */
  isAsked: (document: vscode.TextDocument) => boolean,
): Status {
  const known = new Map<string, DocumentStatus>();
  const changed = new vscode.EventEmitter<DocumentStatus>();
  const item = vscode.languages.createLanguageStatusItem(
    'corpusLint.status',
    LANGUAGES.map(language => ({ language })),
  );
  item.name = vscode.l10n.t('Corpus Lint');
  item.command = { command: 'corpusLint.showMenu', title: vscode.l10n.t('Actions…') };
  const keyOf = (uri: vscode.Uri): string => server.client.code2ProtocolConverter.asUri(uri);
  let document: vscode.TextDocument | undefined;
  const show = (): void => {
    const editor = vscode.window.activeTextEditor;
    // An output that takes the focus is an editor too, while the item goes on to speak of the document above it.
    if (!editor || LANGUAGES.includes(editor.document.languageId)) document = editor?.document;
    const status = document && known.get(keyOf(document.uri));
    const isServed = server.client.needsStop();
    const isExpected = document !== undefined && isAsked(document);
    item.busy = isServed && status === undefined && isExpected;
    item.text = status ? summary(status) : named(unknown(isServed, isExpected));
    if (status) item.detail = details(status);
    else item.detail = isServed && !isExpected ? notOffered(document) : '';
    const said = status?.state === 'checked' ? named(counts(status)) : item.text;
    item.accessibilityInformation = { label: [said, item.detail].filter(Boolean).join(', ') };
    item.severity =
      !isServed || (status && (status.faults.length > 0 || status.state === 'tooLarge'))
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
  };
  const follow = (client: BaseLanguageClient): void => {
    client.onNotification(Method.status, (status: DocumentStatus) => {
      known.set(status.uri, status);
      changed.fire(status);
      show();
    });
    // What a server said that is gone need not be true any more.
    client.onDidChangeState(() => {
      if (client !== server.client) return;
      if (!client.isRunning()) known.clear();
      show();
    });
  };
  const disposables = [
    item,
    changed,
    server.onDidReplace(follow),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(document => known.delete(keyOf(document.uri))),
  ];
  follow(server.client);
  show();
  return {
    onDidChange: changed.event,
    of: uri => known.get(keyOf(uri)),
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
  };
}

const named = (said: string): string => vscode.l10n.t('Corpus Lint: {0}', said);

function summary(status: DocumentStatus): string {
  const { l10n } = vscode;
  const { state, errors, warnings, infos } = status;
  if (state === 'tooLarge') return named(l10n.t('too large to check here'));
  if (state !== 'checked') return named(l10n.t('not checked'));
  if (errors + warnings + infos === 0) return l10n.t('$(check) No findings');
  return `$(error) ${errors} $(warning) ${warnings} $(info) ${infos}`;
}

/** For a screen reader, which would read out the names of the icons. */
const counts = ({ errors, warnings, infos }: DocumentStatus): string =>
  vscode.l10n.t('{0} errors, {1} warnings, {2} notes', errors, warnings, infos);

/** What is said of a document that the server said nothing of. */
function unknown(isServed: boolean, isExpected: boolean): string {
  const { l10n } = vscode;
  if (!isServed) return l10n.t('the server is not running');
  return isExpected ? l10n.t('checking…') : l10n.t('not checked');
}

/** Why the server is not asked about a document that VS Code shows. */
function notOffered(document: vscode.TextDocument | undefined): string {
  return document
    ? vscode.l10n.t('a part or a copy of a file')
    : vscode.l10n.t('larger than what VS Code gives to extensions');
}

/** How many findings the safe repairs would mend, in figures. */
export const fixableIn = ({ fixable, fixableIsExact }: DocumentStatus): string =>
  fixableIsExact ? `${fixable}` : `${fixable}+`;

/** Short, as VS Code cuts off what is wider than its hover, and the link to the actions with it. */
function details(status: DocumentStatus): string {
  const { l10n } = vscode;
  const { state, script, width, time, fixable, faults } = status;
  if (state !== 'checked') {
    const reasons = {
      off: l10n.t('switched off in the settings'),
      ignored: l10n.t('left out by corpus-lint.jsonc'),
      notChinese: l10n.t('neither Chinese text nor front matter'),
      tooLarge: l10n.t('larger than corpusLint.maxFileSize'),
    };
    return reasons[state];
  }
  const scripts = {
    simplified: l10n.t('Simplified'),
    traditional: l10n.t('Traditional'),
    mixed: l10n.t('mixed scripts'),
    unknown: '',
  };
  const widths = {
    full: l10n.t('full-width marks'),
    half: l10n.t('half-width marks'),
    folded: l10n.t('marks folded to half width'),
    mixed: l10n.t('mixed widths'),
    unknown: '',
  };
  const rounded = time < 10 ? time.toFixed(1) : Math.round(time);
  return [
    scripts[script],
    widths[width],
    fixable > 0 ? l10n.t('safe fixes: {0}', fixableIn(status)) : '',
    time > SLOW ? l10n.t('slow: {0} ms', rounded) : l10n.t('{0} ms', rounded),
    faults.length > 0 ? l10n.t('rules that failed: {0}', faults.join(', ')) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
