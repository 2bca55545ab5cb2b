// Every configuration that a page shows is one: its keys, rules and values exist.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { configMessage, configSchema, parseConfig } from '../../server/src/config/index.ts';
import { RULES } from '../../server/src/core/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const schema = configSchema(RULES);
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const pages = [
  ...readdirSync(ROOT).filter(file => /^README.*\.md$/.test(file)),
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md'))
    .map(file => path.join('docs', file)),
];
const shown = pages.flatMap(file =>
  [...read(file).matchAll(/^```jsonc\n([\s\S]*?)^```/gm)].map(([, text]) => ({ file, text: text! })),
);

describe('configurations in our pages', () => {
  it('stand in every README', () => assert.ok(shown.length > 3));
  for (const { file, text } of [
    ...shown,
    { file: 'examples/corpus-lint.jsonc', text: read('examples/corpus-lint.jsonc') },
  ])
    it(`${file}: nothing is wrong with it`, () => {
      const { problems } = parseConfig(file, text, schema);
      assert.deepEqual(
        problems.map(problem => configMessage(problem, 'en')),
        [],
      );
    });
});
