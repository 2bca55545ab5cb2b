// Clean text stays clean: no finding at warning or error level in news-style text of both scripts, in all formats.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Converter } from 'opencc-js/cn2t';
import { createSourceText, detectFormat } from '../../server/src/core/index.ts';
import { recommended } from '../support/lint.ts';
import { newsReports } from '../support/news.ts';

describe('clean text', () => {
  const scripts = { simplified: (text: string) => text, traditional: Converter({ from: 'cn', to: 'tw' }) };
  for (const [script, convert] of Object.entries(scripts)) {
    it(`gives no warning and no error (${script})`, () => {
      const linter = recommended();
      const alarms: string[] = [];
      for (const { name, text } of newsReports(150, 20_260_101, { convert })) {
        const { doc, findings, faults } = linter.lint(createSourceText(name, detectFormat(name, text), text));
        assert.deepEqual(faults, []);
        for (const f of findings) {
          if (f.level !== 'info')
            alarms.push(`${name} ${f.ruleId} ${doc.text.slice(f.start - 10, f.end + 10)}`);
        }
      }
      assert.deepEqual(alarms.slice(0, 20), []);
    });
  }
});
