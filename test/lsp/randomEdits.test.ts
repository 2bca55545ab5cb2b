// Random edits, code actions and undos: the server never fails, and its text is always the client's. SECONDS
// bounds the time.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { damagedTexts, PIECES } from '../support/damagedTexts.ts';
import { startClient } from '../support/lspClient.ts';
import { cases, createPick, SEED } from '../support/random.ts';

const EDITS = cases(600);
const SECONDS = Number(process.env.SECONDS ?? 25);
const URI = 'file:///corpus/random.md';

it(`${EDITS} random edits`, async () => {
  const pick = createPick(SEED);
  const client = await startClient({ options: { commands: ['corpusLint.openRulePage'] } });
  const errors: string[] = [];
  client.connection.onNotification(
    'window/logMessage',
    ({ type, message }: { type: number; message: string }) => {
      if (type === 1) errors.push(message);
    },
  );
  let document = TextDocument.create(URI, 'markdown', 1, damagedTexts(40, SEED).join('\n\n').slice(0, 4000));
  client.open(URI, document.getText());
  const undo: string[] = [];
  const apply = (edits: readonly TextEdit[]): void => {
    undo.push(document.getText());
    // From the end, as one change event may hold several changes that apply in turn.
    const sorted = [...edits].sort(
      (a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start),
    );
    const changes = sorted.map(({ range, newText }) => ({ range, text: newText }));
    const version = client.change(URI, changes);
    document = TextDocument.update(document, changes, version);
  };
  // Edits and diagnostics are computed on the server's text: they equal those of a fresh copy of the client's text only
  // where both texts are the same.
  let copies = 0;
  const compare = async (): Promise<void> => {
    const copy = `file:///corpus/copy-${copies++}.md`;
    client.open(copy, document.getText());
    const format = (uri: string): Promise<TextEdit[]> =>
      client.request('textDocument/formatting', {
        textDocument: { uri },
        options: { tabSize: 2, insertSpaces: true },
      });
    assert.deepEqual(await format(URI), await format(copy));
    assert.deepEqual(
      [...(await client.pushed(URI, document.version))],
      [...(await client.pushed(copy, 1))],
      'the document has the findings of its text',
    );
    client.close(copy);
  };
  const start = performance.now();
  let done = 0;
  let actions = 0;
  for (; done < EDITS && performance.now() - start < SECONDS * 1000; done++) {
    const length = document.getText().length;
    const what = pick(20);
    if (what === 0 && undo.length > 0) {
      const text = undo.splice(pick(undo.length))[0]!;
      const version = client.change(URI, [{ text }]);
      document = TextDocument.create(URI, 'markdown', version, text);
    } else if (what <= 3) {
      const from = pick(length + 1);
      const range = { start: document.positionAt(from), end: document.positionAt(from + pick(300)) };
      const offered = (await client.codeActions(URI, range)).filter(a => a.edit);
      const chosen: CodeAction | undefined = offered[pick(Math.max(1, offered.length))];
      const change = chosen?.edit?.documentChanges?.[0];
      if (change && 'edits' in change) {
        assert.equal(change.textDocument.version, document.version, 'an action is for the current version');
        apply(change.edits as TextEdit[]);
        actions++;
      }
    } else {
      const from = pick(length + 1);
      const to = Math.min(length, from + (pick(3) === 0 ? pick(length > 4000 ? 400 : 12) : 0));
      const range = { start: document.positionAt(from), end: document.positionAt(to) };
      apply([{ range, newText: pick(4) === 0 ? '' : PIECES[pick(PIECES.length)]! }]);
    }
    if (undo.length > 200) undo.splice(0, 100);
    if (done % 250 === 249) await compare();
  }
  await compare();
  assert.deepEqual(errors, []);
  const seconds = (performance.now() - start) / 1000;
  console.log(`# ${done} edits, ${actions} of them code actions, in ${seconds.toFixed(1)} s`);
  await client.stop();
});
