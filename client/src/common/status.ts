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
  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && known.get(keyOf(document.uri));
    const isServed = server.client.needsStop();
    item.busy = isServed && status === undefined && document !== undefined && isAsked(document);
    if (status) item.text = summary(status);
    else item.text = isServed ? vscode.l10n.t('Corpus Lint') : vscode.l10n.t('The server is not running');
    item.detail = status ? details(status) : '';
    item.accessibilityInformation = { label: status ? spoken(status) : item.text };
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

function summary({ state, errors, warnings, infos }: DocumentStatus): string {
  const { l10n } = vscode;
  if (state === 'tooLarge') return l10n.t('$(warning) Too large to check here');
  if (state === 'skipped') return l10n.t('Not checked');
  if (errors + warnings + infos === 0) return l10n.t('$(check) No findings');
  return `$(error) ${errors} $(warning) ${warnings} $(info) ${infos}`;
}

/** The same for a screen reader, which would read out the names of the icons. */
function spoken(status: DocumentStatus): string {
  const { l10n } = vscode;
  const { state, errors, warnings, infos } = status;
  const counts =
    state === 'checked'
      ? l10n.t('{0} errors, {1} warnings, {2} notes', errors, warnings, infos)
      : summary(status).replace(/\$\([a-z-]+\) /g, '');
  return [l10n.t('Corpus Lint: {0}', counts), details(status)].filter(Boolean).join(', ');
}

/** How many findings the safe repairs would mend, in figures. */
export const fixableIn = ({ fixable, fixableIsExact }: DocumentStatus): string =>
  fixableIsExact ? `${fixable}` : `${fixable}+`;

function details(status: DocumentStatus): string {
  const { l10n } = vscode;
  const { state, script, width, time, fixable, faults } = status;
  if (state !== 'checked') return '';
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
    fixable > 0 ? l10n.t('{0} can be fixed safely', fixableIn(status)) : '',
    time > SLOW ? l10n.t('slow: checked in {0} ms', rounded) : l10n.t('checked in {0} ms', rounded),
    faults.length > 0 ? l10n.t('rules that failed: {0}', faults.join(', ')) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
