import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nodeFiles } from '../../server/src/cli/nodeFiles.ts';
import { fileReport, type Outcome } from '../../server/src/cli/report.ts';
import { createSpool } from '../../server/src/cli/spool.ts';

it('outcomes wait on disk as they would in memory', () => {
  const outcomes: Outcome[] = Array.from({ length: 50 }, (_, i) => ({
    report: fileReport(`/w/水库 ${i}.md`, []),
    bytes: i,
    notes: ['水'.repeat(i * 7)],
  }));
  // No string holds this one: it stays as it is.
  const endless = { report: fileReport('/w/endless.md', []), bytes: 0, toJSON: () => assert.fail() };
  outcomes.splice(20, 0, endless);
  for (const room of [0, 500, 1 << 20]) {
    const spool = createSpool(nodeFiles, room);
    assert.equal(spool.isEmpty, true);
    for (const outcome of outcomes) spool.add(outcome);
    assert.equal(spool.isEmpty, false);
    assert.deepEqual([...spool.take()], outcomes);
  }
});
