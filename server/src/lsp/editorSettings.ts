// The editor's settings for a document: asked of the client where it can be asked, else as it sent them last.
import type { Connection } from 'vscode-languageserver';
import type { ClientFacts } from './clientFacts.ts';
import { type EditorSettings, isObject, readEditorSettings } from './settings.ts';

export interface EditorSettingsSource {
  /** What the client sent last, at its start or with a change. */
  readonly sent: EditorSettings;
  /** Never rejects: a client that refuses to tell is taken at what it sent. */
  of(uri: string): Promise<EditorSettings>;
  /** Takes what came with a change of settings, from a client that cannot be asked. */
  take(sent: unknown): void;
}

const SECTION = 'corpusLint';

export function createEditorSettings({
  connection,
  client,
}: {
  readonly connection: Connection;
  readonly client: ClientFacts;
}): EditorSettingsSource {
  let last = readEditorSettings(client.options.settings);
  return {
    get sent() {
      return last;
    },
    async of(uri) {
      if (!client.canAskConfiguration) return last;
      try {
        const asked = { scopeUri: uri, section: SECTION };
        return readEditorSettings(await connection.workspace.getConfiguration(asked));
      } catch (error) {
        connection.console.warn(`The editor did not tell its settings: ${String(error)}`);
        return last;
      }
    },
    take(sent) {
      if (client.canAskConfiguration || !isObject(sent)) return;
      last = readEditorSettings(isObject(sent[SECTION]) ? sent[SECTION] : sent);
    },
  };
}
