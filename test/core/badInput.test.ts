// Linting never throws and never rejects input; whatever comes in, findings lie inside the text and fixes settle.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSourceText, type Format, fixAll } from '../../server/src/core/index.ts';
import { recommended } from '../support/lint.ts';

const linter = recommended();
const FORMATS: readonly Format[] = ['markdown', 'html', 'text'];
const long = '水库今年蓄水,比去年多了两成。'.repeat(20_000);

const INPUTS: Readonly<Record<string, string>> = {
  'an empty text': '',
  'one line break': '\n',
  'NUL characters': '水\0库\0\0，蓄水。',
  'lone surrogates': '水\ud842库\udfb7，\ud83d',
  'a second byte order mark': '\ufeff---\ntitle: 水库\n---\n\n正文。\n',
  'an unclosed front matter': '---\ntitle: 水库\ndate: 2022-01-01\n正文从这里开始。',
  'an unclosed fence': '正文\n\n```\n代码，，',
  'an unclosed comment': '正文<!-- 未完，，',
  'an unclosed tag': '正文<p class="a，，',
  'an unclosed script': '<script>var a = "，，"',
  'an unclosed link': '[正文](http://example.org/，，',
  'unclosed math': '售价$5，成本$3。$$x',
  'only combining marks': '\u0301\u0302\u0303',
  'nested brackets': '（'.repeat(5000) + '）'.repeat(5000),
  'nested quotations': '“‘'.repeat(2000),
  'a line of quotation marks': `${'> '.repeat(3000)}水库`,
  'CR, CRLF and LF in one text': '一行\r二行\r\n三行\n四行\r\r\n',
  'tables without end': `|a|b|\n|-|-|\n${'|水|库\n'.repeat(2000)}`,
  'one long line': long,
  'astral Han and emoji': '𠮷野家👨‍👩‍👧在𠀀市，，开张。',
};

for (const format of FORMATS) {
  describe(`bad input as ${format}`, () => {
    for (const [name, text] of Object.entries(INPUTS)) {
      it(name, () => {
        const source = createSourceText('bad', format, text);
        const { doc, findings, faults } = linter.lint(source);
        assert.deepEqual(faults, []);
        for (const finding of findings) {
          assert.ok(
            0 <= finding.start && finding.start <= finding.end && finding.end <= text.length,
            finding.ruleId,
          );
        }
        let covered = 0;
        for (let i = 0; i < doc.regions.count; i++) {
          assert.equal(doc.regions.starts[i], covered, 'regions partition the text');
          covered = doc.regions.endOf(i);
        }
        assert.equal(covered, doc.regions.count === 0 ? 0 : text.length);
        let end = 0;
        for (const block of doc.blocks) {
          assert.ok(
            block.start >= end &&
              block.contentStart >= block.start &&
              block.contentEnd >= block.contentStart &&
              block.end >= block.contentEnd,
          );
          end = block.end;
        }
        if (text === long) return;
        const fixed = fixAll(linter, source, { safety: 'safe' });
        assert.deepEqual(fixed.faults, []);
        assert.equal(
          fixAll(linter, createSourceText('bad', format, fixed.text), { safety: 'safe' }).text,
          fixed.text,
        );
      });
    }
  });
}
