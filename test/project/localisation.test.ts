// Every text that a user sees exists in three languages.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Command } from 'commander';
import { COMMANDS } from '../../server/src/cli/commands/index.ts';
import { CLI_MESSAGES } from '../../server/src/cli/messages.ts';
import { CONFIG_MESSAGES } from '../../server/src/config/messages.ts';
import { LOCALES } from '../../server/src/core/index.ts';
import { SERVER_MESSAGES } from '../../server/src/lsp/messages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const json = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
/** Names of arguments and icons; `{n|one|many}` is the argument n. */
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)(?:\|[^}]*)?\}|\$\([\w-]+\)/g)].map(([whole, name]) => name ?? whole).sort();

describe('localisation', () => {
  it('server, command line and configuration say everything in every language', () => {
    const messages = { ...SERVER_MESSAGES, ...CLI_MESSAGES, ...CONFIG_MESSAGES };
    for (const [id, message] of Object.entries(messages)) {
      for (const locale of LOCALES) {
        assert.ok(message[locale], `${id} in ${locale}`);
        assert.deepEqual(placeholders(message[locale]), placeholders(message.en), `${id} in ${locale}`);
      }
    }
  });

  for (const { name, summary, load } of COMMANDS) {
    it(`help of ${name} explains every option in every language`, async () => {
      const { define } = await load();
      const host = { fs: {}, env: {}, stdout: {}, stderr: {} } as Parameters<typeof define>[1]['host'];
      for (const locale of LOCALES) {
        assert.ok(summary[locale], locale);
        const command = new Command(name);
        define(command, { host, locale, exit: () => {} });
        for (const { flags, description } of command.options) {
          assert.notEqual(description, '', `${flags} in ${locale}`);
          if (locale !== 'en' && flags !== '--format <name[=file]>')
            assert.match(description, /\p{Script=Han}/u, flags);
        }
      }
    });
  }

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
        Object.keys(texts).filter(key => !named.has(key)),
        [],
      );
    }
  });
});
