// A hostile editor: texts change, close and reopen while requests are under way, requests are cancelled, answers of the
// client come late, out of order or not at all as asked, settings and configuration files change meanwhile. In the end
// the editor shows the findings of the final texts, every request was answered, and every edit fitted the version it was
// made for. A seed repeats a run as far as timing allows.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createHostileEditor, type Mode } from '../support/hostileEditor.ts';
import { cases, createPick, SEED } from '../support/random.ts';

const STEPS = cases(60);

for (const mode of ['push', 'pull'] satisfies Mode[]) {
  it(`${STEPS} steps of an editor that is ${mode === 'push' ? 'told' : 'asking'}`, async () => {
    const editor = await createHostileEditor(mode, createPick(SEED));
    try {
      for (let step = 0; step < STEPS; step++) await editor.step();
      await editor.settle();
    } finally {
      assert.equal(await editor.stop(), 0);
    }
    assert.deepEqual(editor.complaints, []);
    const { answered, applied } = editor.counts;
    console.log(`# ${mode}: ${answered} requests answered, ${applied} edits of the server applied`);
  });
}
