// The project's own Chinese pages pass its own linter.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { createSourceText } from '../../server/src/core/index.ts';
import { recommended } from '../support/lint.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('our own pages in Chinese', () => {
  const linter = recommended();
  const pages = readdirSync(ROOT).filter(file => /\.zh-\w+\.md$/.test(file));
  it('exist', () => assert.ok(pages.includes('README.zh-CN.md')));
  for (const file of pages) {
    it(`${file} has no findings`, () => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      const { findings } = linter.lint(createSourceText(file, 'markdown', text));
      assert.deepEqual(
        findings.map(f => `${f.ruleId} ${JSON.stringify(text.slice(f.start - 5, f.end + 5))}`),
        [],
      );
    });
  }
});
