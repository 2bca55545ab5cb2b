import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bigramScore, textCost } from '../../server/src/core/language/bigrams.ts';

const mean = (text: string): number => textCost(text) / text.length;
const score = (pair: string): number => bigramScore(pair.charCodeAt(0), pair.charCodeAt(1));

describe('character model', () => {
  it('finds Chinese of either script likely and damaged text unlikely', () => {
    for (const text of ['全市新建步道十二公里，沿线种树三千株。', '圖書館新增了三十個座位，歡迎讀者使用。'])
      assert.ok(mean(text) < 6.5, `${text} ${mean(text)}`);
    for (const text of ['鍏ㄥ競鏂板缓姝ラ亾', '銝剜??', 'ä¸­æ–‡'])
      assert.ok(mean(text) > 7.5, `${text} ${mean(text)}`);
  });

  it('tells a word from two neighbours', () => {
    for (const word of ['图书', '圖書', '水库', '道路', '裡面', '裏面']) assert.ok(score(word) > 2, word);
    for (const pair of ['书在', '库水的', '路与']) assert.ok(score(pair) < 2, pair);
  });
});
