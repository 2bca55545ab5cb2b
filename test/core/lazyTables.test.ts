// The character model and the byte tables are decoded when a damaged place is found, and not before.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decoded } from '../../server/src/core/text/unpack.ts';
import { linterOf, lintText } from '../support/lint.ts';

const MODEL = ['bigrams', 'gbk', 'big5', 'shift_jis', 'readings'];
const count = (): number[] => MODEL.map(name => decoded[name] ?? 0);

describe('tables of encoding rules', () => {
  const linter = linterOf(['encoding/*']);

  it('stay packed over clean text in both scripts', () => {
    const before = count();
    lintText(linter, '全市新建步道十二公里，沿线种树三千株！真的吗？当然；明年继续（见附件）。'.repeat(50));
    lintText(linter, '圖書館新增了三十個座位，歡迎讀者使用！是嗎？當然；明年繼續(見附件)。'.repeat(50));
    assert.deepEqual(count(), before);
  });

  it('are decoded once for damaged text', () => {
    const before = count();
    for (let i = 0; i < 3; i++) assert.ok(lintText(linter, '全市新建姝ラ亾宸ョ▼。').findings.length > 0);
    const after = count();
    assert.ok(after.every((n, i) => n <= Math.max(1, before[i]!)));
    assert.equal(after[0], 1);
  });
});
