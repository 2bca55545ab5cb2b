// Which script a document is in, and that linting never reaches for the dictionaries of conversion.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loads } from '../../server/src/adapters/lexicon.ts';
import {
  createDocument,
  createSourceText,
  type Expectations,
  scriptOf,
} from '../../server/src/core/index.ts';
import { lintText, recommended } from '../support/lint.ts';

const SIMPLIFIED = '图书馆今年新增藏书三万册，读者办证数量继续增长，馆内开设讲座。'.repeat(8);
const TRADITIONAL = '圖書館今年新增藏書三萬冊，讀者辦證數量繼續增長，館內開設講座。'.repeat(8);
const evidence = (text: string, expectations: Expectations = {}) =>
  createDocument(createSourceText('a.md', 'markdown', text), {}, expectations).doc.share(scriptOf);

describe('the script of a document', () => {
  it('is counted where there is enough text', () => {
    assert.deepEqual(evidence(SIMPLIFIED).script, 'simplified');
    assert.deepEqual(evidence(TRADITIONAL).script, 'traditional');
    assert.equal(evidence(SIMPLIFIED.slice(0, 60)).script, undefined);
    assert.equal(evidence(SIMPLIFIED + TRADITIONAL).script, undefined);
  });
  it('is declared by front matter or HTML', () => {
    assert.equal(evidence('---\nlang: zh-TW\n---\n圖書館').script, 'traditional');
    assert.equal(evidence('---\nscript: hans\n---\n图书馆').source, 'declared');
    assert.equal(evidence('<html lang="zh-HK"><p>圖書館</p></html>').script, 'traditional');
    assert.equal(evidence('---\nlang: en\n---\n图书馆').script, undefined);
  });
  it('is what the characters say where a declaration is plainly wrong', () => {
    const { script, declared } = evidence(`---\nlang: zh-CN\n---\n${TRADITIONAL}`);
    assert.deepEqual([script, declared], ['traditional', 'simplified']);
  });
  it('is what the configuration says', () => {
    assert.equal(evidence(TRADITIONAL, { script: 'simplified' }).script, 'simplified');
  });
});

describe('linting', () => {
  it('never loads the dictionaries of conversion', () => {
    const linter = recommended();
    for (const text of [SIMPLIFIED, TRADITIONAL, `${TRADITIONAL}云南省的头发和皇後`]) lintText(linter, text);
    assert.equal(loads, 0);
  });
});
