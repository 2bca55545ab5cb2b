// One rule = one file + one page + one fixture; names equal; every text in three languages.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { GROUPS, LOCALES, type Localized, RULES } from '../../server/src/core/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const names = (folder: string, extension: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(extension) && !file.endsWith('.gen.ts'))
    .map(file => file.slice(0, -extension.length).split(path.sep).join('/'))
    .sort();

describe('rules', () => {
  const files = names('server/src/core/rules', '.ts');
  it('are registered under the names of their files', () => {
    assert.deepEqual(RULES.map(rule => rule.meta.id).sort(), files);
  });
  it('have a page each, and no page is left over', () => assert.deepEqual(names('docs/rules', '.md'), files));
  it('have a fixture each, and no fixture is left over', () =>
    assert.deepEqual(names('test/fixtures/rules', '.md'), files));
  it('belong to the group their folder names', () => {
    for (const rule of RULES)
      assert.ok((GROUPS as readonly string[]).includes(rule.meta.id.split('/')[0]!), rule.meta.id);
  });
});

describe('texts', () => {
  const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(m => m[1]!).sort();
  const complete = (id: string, texts: Localized): void => {
    for (const locale of LOCALES) assert.ok(texts[locale].trim() !== '', `${id}: ${locale}`);
    const wanted = new Set(placeholders(texts.en));
    for (const locale of LOCALES)
      assert.deepEqual(new Set(placeholders(texts[locale])), wanted, `${id}: ${locale}`);
    assert.doesNotMatch(texts.en, /\p{Script=Han}{3}/u, `${id}: English text in Chinese`);
    assert.match(texts['zh-CN'], /\p{Script=Han}/u, `${id}: zh-CN`);
    assert.match(texts['zh-TW'], /\p{Script=Han}/u, `${id}: zh-TW`);
  };
  for (const { meta } of RULES) {
    it(meta.id, () => {
      complete(`${meta.id} summary`, meta.summary);
      for (const [key, message] of Object.entries(meta.messages)) complete(`${meta.id} ${key}`, message);
      for (const [name, option] of Object.entries(meta.options ?? {}))
        complete(`${meta.id} option ${name}`, option.description);
    });
  }
});
