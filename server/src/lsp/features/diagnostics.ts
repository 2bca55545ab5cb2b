// Diagnostics: pulled where the client pulls, else pushed. A push waits a fraction of what the last check took, so that
// small files are answered at once and the keystrokes that came in during the check of a large one are taken together.
import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { styleOf } from '../../core/index.ts';
import { fixableOf } from '../fixable.ts';
import { notify } from '../notify.ts';
import { type DocumentStatus, Method } from '../protocol.ts';
import { isReport } from '../relevance.ts';
import type { Session, Snapshot } from '../session.ts';
import { toDiagnostics } from '../toLsp.ts';

/** Wait before a push, as a share of the last check's time, and at most this many milliseconds. */
const WAIT = 0.02;
const MAX_WAIT = 30;
/** Milliseconds without a further check after which the client is told the document's state. */
const STATUS_DELAY = 120;

export interface DiagnosticsFeature {
  pull(uri: string, previousId: string | undefined): Promise<DocumentDiagnosticReport>;
  /** A document was opened or changed. */
  changed(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** Files changed on the disk, those of open documents among them. */
  filesChanged(uris: readonly string[]): void;
  /** Settings or configuration changed: everything is judged anew. */
  refresh(): void;
}

export function createDiagnostics(session: Session): DiagnosticsFeature {
  const { connection, documents, client } = session;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const statusTimers = new Map<string, ReturnType<typeof setTimeout>>();
  const lastTime = new Map<string, number>();
  const lastStatus = new Map<string, string>();
  /** Number of the last push that was begun. */
  const turns = new Map<string, number>();
  /** Version at the last save, for `run: onSave`. */
  const savedVersions = new Map<string, number>();

  const isWaiting = (snapshot: Snapshot): boolean =>
    snapshot.editor.run === 'onSave' && savedVersions.get(snapshot.uri) !== snapshot.version;

  function report(snapshot: Snapshot): void {
    lastTime.set(snapshot.uri, snapshot.time);
    if (lastStatus.get(snapshot.uri) === snapshot.id) return;
    lastStatus.set(snapshot.uri, snapshot.id);
    // Counting repairs takes longer than the diagnostics of the next keystroke may wait.
    clearTimeout(statusTimers.get(snapshot.uri));
    const send = (): void => notify(connection.sendNotification(Method.status, statusOf(snapshot)));
    statusTimers.set(snapshot.uri, setTimeout(send, STATUS_DELAY));
  }

  async function push(uri: string): Promise<void> {
    const turn = (turns.get(uri) ?? 0) + 1;
    turns.set(uri, turn);
    const snapshot = await session.snapshot(uri);
    // A push that waited longer for the settings or the disk than the one after it says nothing.
    if (!snapshot || turns.get(uri) !== turn) return;
    if (isWaiting(snapshot) || documents.get(uri)?.version !== snapshot.version) return;
    const diagnostics = toDiagnostics(session, snapshot);
    notify(connection.sendDiagnostics({ uri, version: snapshot.version, diagnostics }));
    report(snapshot);
  }

  function schedule(uri: string, delay: number): void {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        push(uri).catch(error => connection.console.error(String(error)));
      }, delay),
    );
  }

  function pullAgain(): void {
    if (client.refreshes.diagnostics) notify(connection.languages.diagnostics.refresh());
  }

  return {
    async pull(uri, previousId) {
      const snapshot = await session.snapshot(uri);
      if (!snapshot) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      if (previousId !== undefined && (previousId === snapshot.id || isWaiting(snapshot)))
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousId };
      report(snapshot);
      const items = toDiagnostics(session, snapshot);
      return { kind: DocumentDiagnosticReportKind.Full, resultId: snapshot.id, items };
    },
    changed(uri) {
      if (!savedVersions.has(uri)) savedVersions.set(uri, documents.get(uri)?.version ?? 0);
      if (!client.canPull) schedule(uri, Math.min(MAX_WAIT, WAIT * (lastTime.get(uri) ?? 0)));
    },
    saved(uri) {
      session.files.forget(uri);
      savedVersions.set(uri, documents.get(uri)?.version ?? 0);
      if (!client.canPull) schedule(uri, 0);
      else
        session.snapshot(uri).then(
          snapshot => {
            if (snapshot?.editor.run === 'onSave') pullAgain();
          },
          () => {},
        );
    },
    closed(uri) {
      clearTimeout(timers.get(uri));
      clearTimeout(statusTimers.get(uri));
      for (const map of [timers, statusTimers, lastTime, lastStatus, turns, savedVersions]) map.delete(uri);
      session.forget(uri);
      if (!client.canPull) notify(connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
    filesChanged(uris) {
      for (const uri of uris) {
        if (!documents.get(uri)) continue;
        void session.files.reread(uri).then(isOther => {
          if (!isOther || !documents.get(uri)) return;
          if (client.canPull) pullAgain();
          else schedule(uri, 0);
        });
      }
    },
    refresh() {
      session.forgetAll();
      if (!client.canPull) for (const document of documents.all()) schedule(document.uri, 0);
      else pullAgain();
    },
  };
}

function statusOf(snapshot: Snapshot): DocumentStatus {
  const { uri, version, state, time, result, doc } = snapshot;
  const { findings } = result;
  const fixable = fixableOf(snapshot);
  const count = (level: string): number => findings.reduce((n, f) => (f.level === level ? n + 1 : n), 0);
  return {
    uri,
    version,
    state,
    time,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: fixable.findings.size,
    fixableIsExact: fixable.isComplete,
    han: doc.counts.han,
    ...styleOf(doc),
    isReport: state === 'checked' && isReport(doc),
    faults: [...new Set([...result.faults.map(fault => fault.ruleId ?? ''), ...fixable.faults])],
  };
}
