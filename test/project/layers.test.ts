// The layers of ARCHITECTURE.md, read from the import statements.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Import specifiers of every TypeScript file below a folder, static and dynamic, types included. */
function importsOf(folder: string): { file: string; specifier: string; target: string }[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => {
      const full = path.join(ROOT, folder, file);
      return [...readFileSync(full, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
        ([, specifier]) => ({
          file: path.relative(ROOT, full),
          specifier: specifier!,
          target: specifier!.startsWith('.')
            ? path.relative(ROOT, path.resolve(path.dirname(full), specifier!))
            : specifier!,
        }),
      );
    });
}

const server = importsOf('server/src');
const client = importsOf('client/src');
const offenders = (list: typeof server, bad: (i: (typeof server)[number]) => boolean): string[] =>
  list.filter(bad).map(i => `${i.file} imports ${i.specifier}`);

describe('layers', () => {
  it('the core imports only the core', () => {
    assert.deepEqual(
      offenders(
        server,
        i => i.file.startsWith('server/src/core/') && !i.target.startsWith('server/src/core/'),
      ),
      [],
    );
  });
  it('only lsp, node and web speak the language server protocol', () => {
    const allowed = /^server\/src\/(lsp|node|web)\/|^server\/src\/cli\/commands\/lsp\.ts$/;
    assert.deepEqual(
      offenders(server, i => i.specifier.startsWith('vscode-languageserver') && !allowed.test(i.file)),
      [],
    );
  });
  it('the hosts of the server know nothing of the command line', () => {
    assert.deepEqual(
      offenders(
        server,
        i => /^server\/src\/(lsp|node|web)\//.test(i.file) && i.target.startsWith('server/src/cli/'),
      ),
      [],
    );
  });
  it('only the client imports vscode', () => {
    assert.deepEqual(
      offenders(server, i => i.specifier === 'vscode'),
      [],
    );
  });
  it('the client uses the server only through its protocol', () => {
    const allowed = /^server\/src\/(lsp\/protocol|core\/index)\.ts$/;
    assert.deepEqual(
      offenders(client, i => i.target.startsWith('server/') && !allowed.test(i.target)),
      [],
    );
  });
  for (const [library, home] of [
    ['gray-matter', 'server/src/adapters/'],
    ['opencc-js', 'server/src/adapters/lexicon.ts'],
  ] as const) {
    it(`${library} has one importer`, () => {
      const importers = new Set(
        server.filter(i => i.specifier === library || i.specifier.startsWith(`${library}/`)).map(i => i.file),
      );
      assert.ok(
        [...importers].every(file => file.startsWith(home)),
        [...importers].join(', '),
      );
      assert.ok(importers.size <= 1, [...importers].join(', '));
    });
  }
  it('tests take what is random from one place, so that `npm test` tries the same cases every time', () => {
    const home = path.join('test', 'support', 'random.ts');
    const loose = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(?:ts|mjs)$/.test(file) && !/node_modules|^bench/.test(file))
      .map(file => path.join('test', file))
      .filter(file => file !== home && file !== path.relative(ROOT, import.meta.filename))
      .filter(file =>
        /'fast-check'|Math\.random|Date\.now/.test(readFileSync(path.join(ROOT, file), 'utf8')),
      );
    assert.deepEqual(loose, []);
  });
  it('no file imports itself round a circle, types included', () => {
    const next = new Map<string, string[]>();
    for (const { file, target } of [...server, ...client])
      next.set(file, [...(next.get(file) ?? []), target]);
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of next.keys()) visit(file, []);
    assert.deepEqual(circles, []);
  });
  it('nothing imports rules but the registry and the rules of their own group', () => {
    const isRule = (target: string): boolean => target.startsWith('server/src/core/rules/');
    assert.deepEqual(
      offenders(
        server,
        i =>
          isRule(i.target) &&
          i.file !== 'server/src/core/rule/registry.gen.ts' &&
          path.dirname(i.target) !== path.dirname(i.file),
      ),
      [],
    );
  });
});
