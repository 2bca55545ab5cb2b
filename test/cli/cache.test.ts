// The cache: what it keeps, what it forgets, and that it never says what is not so.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { main } from '../../server/src/cli/main.ts';
import { type MemoryHost, memoryHost, type Trouble } from '../support/memoryHost.ts';

const ARGV = ['--rule', 'punctuation/repeated', '--format', 'concise', '--locale', 'en', '--cache'];
const STORE = '/w/.corpus-lint-cache/results.v2';
const FILES = { 'a.md': '水，，库。\n', 'b.md': '路，，灯。\n', 'sub/c.md': '树，，木。\n' };

/** Lints, and returns the report and which files were read. */
async function lint(host: MemoryHost, ...targets: string[]): Promise<string> {
  host.out = '';
  assert.ok((await main([...targets, ...ARGV], host)) < 2, host.err);
  return host.out;
}

const keys = (host: MemoryHost): number =>
  new TextDecoder()
    .decode(host.files.get(STORE)!.bytes)
    .split('\n')
    .filter(line => /\t.*\.md/.test(line)).length;
const write = (host: MemoryHost, name: string, text: string): void => {
  const file = host.files.get(`/w/${name}`)!;
  file.bytes = new TextEncoder().encode(text);
  file.time++;
};

describe('the cache', () => {
  it('keeps what a run over other files did not look at', async () => {
    const host = memoryHost(FILES);
    const all = await lint(host, '.');
    assert.equal(keys(host), 3);
    write(host, 'a.md', '水，，库，，区。\n');
    await lint(host, 'a.md');
    assert.equal(keys(host), 3);
    host.files.delete('/w/b.md');
    write(host, 'a.md', '水，，库。\n');
    assert.equal(await lint(host, '.'), all.replace(/^b\.md.*\n/m, ''));
    assert.equal(keys(host), 2);
  });

  it('writes nothing where nothing is new', async () => {
    const host = memoryHost(FILES);
    await lint(host, '.');
    const { bytes } = host.files.get(STORE)!;
    await lint(host, '.');
    await lint(host, 'sub');
    assert.equal(host.files.get(STORE)!.bytes, bytes);
  });

  it('finds again what is damaged in it, wherever that is', async () => {
    const host = memoryHost(FILES);
    const all = await lint(host, '.');
    const whole = host.files.get(STORE)!.bytes;
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = Uint8Array.from(whole);
      bytes[at]! ^= 0x15;
      host.files.get(STORE)!.bytes = bytes;
      assert.equal(await lint(host, '.'), all, `byte ${at}`);
    }
    for (let length = 0; length < whole.length; length += 11) {
      host.files.get(STORE)!.bytes = whole.slice(0, length);
      assert.equal(await lint(host, '.'), all, `${length} bytes`);
    }
  });

  it('does not keep the result of a file that changed while it was linted', async () => {
    let reads = 0;
    const trouble: Trouble = {
      before(operation, name) {
        // The first reading gives the key, the second is linted.
        if (operation === 'read' && name === '/w/a.md' && ++reads === 2)
          write(host, 'a.md', '新，，版，，本。\n');
      },
    };
    const host = memoryHost({ 'a.md': '水，，库。\n' }, trouble);
    await lint(host, '.');
    write(host, 'a.md', '水，，库。\n');
    assert.equal((await lint(host, '.')).trimEnd().split('\n').length, 1);
  });

  it('sweeps what killed runs have left', async () => {
    const host = memoryHost({ ...FILES, '.corpus-lint-cache/results.v2.12345.tmp': 'x' });
    await lint(host, '.');
    assert.deepEqual(
      [...host.files.keys()].filter(name => name.includes('cache')),
      [STORE],
    );
  });
});
