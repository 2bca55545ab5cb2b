import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hanInfo } from '../../server/src/core/index.ts';

describe('what there is to say about a Han character', () => {
  it('a Simplified character of several Traditional ones', () => {
    assert.deepEqual(hanInfo('发'), {
      char: '发',
      code: 'U+53D1',
      block: 'CJK Unified Ideographs',
      simplified: [],
      traditional: ['發', '髮'],
      taiwan: [],
      hongKong: [],
      japanese: [],
      readings: hanInfo('发')!.readings,
      isOneToMany: true,
      level: 1,
    });
    assert.ok(hanInfo('发')!.readings.includes('fā'));
  });
  it('regional and Japanese forms', () => {
    assert.deepEqual(hanInfo('裏')!.taiwan, ['裡']);
    assert.deepEqual(hanInfo('說')!.hongKong, ['説']);
    assert.deepEqual(hanInfo('圖')!.japanese, ['図']);
    assert.deepEqual(hanInfo('圖')!.simplified, ['图']);
  });
  it('levels of 通用规范汉字表', () => {
    assert.equal(hanInfo('一')!.level, 1);
    assert.equal(hanInfo('乂')!.level, 2);
    assert.equal(hanInfo('𬬭')!.level, 3);
    assert.equal(hanInfo('𬬭')!.block, 'CJK Unified Ideographs Extension E');
    assert.equal(hanInfo('圖')!.level, undefined);
  });
  it('nothing about what is no Han', () => {
    assert.equal(hanInfo('a'), undefined);
    assert.equal(hanInfo('か'), undefined);
    assert.equal(hanInfo(''), undefined);
  });
});
