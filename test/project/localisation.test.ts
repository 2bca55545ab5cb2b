// Every text that a user of the editor sees exists in three languages.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { LOCALES } from '../../server/src/core/index.ts';
import { SERVER_MESSAGES } from '../../server/src/lsp/messages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const json = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\w+\}|\$\([\w-]+\)/g)].map(m => m[0]).sort();

describe('localisation', () => {
  it('the server says everything in every language', () => {
    for (const [id, message] of Object.entries(SERVER_MESSAGES)) {
      for (const locale of LOCALES) {
        assert.ok(message[locale], `${id} in ${locale}`);
        assert.deepEqual(placeholders(message[locale]), placeholders(message.en), `${id} in ${locale}`);
      }
    }
  });

  const folder = path.join(ROOT, 'client/src');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  const used = new Set([...source.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(m => m[1]!));

  for (const locale of ['zh-cn', 'zh-tw']) {
    it(`the client’s texts in ${locale} are those that it uses`, () => {
      const bundle = json(`l10n/bundle.l10n.${locale}.json`);
      assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
      for (const [text, translated] of Object.entries(bundle))
        assert.deepEqual(placeholders(translated), placeholders(text), text);
    });
  }

  it('every text the manifest names exists, and every text is named', () => {
    const manifest = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
    const named = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(m => m[1]!));
    for (const suffix of ['', '.zh-cn', '.zh-tw']) {
      const texts = json(`package.nls${suffix}.json`);
      assert.deepEqual(
        [...named].filter(key => !texts[key]),
        [],
      );
      assert.deepEqual(
        Object.keys(texts).filter(key => !named.has(key) && key !== 'description'),
        [],
      );
    }
  });
});
