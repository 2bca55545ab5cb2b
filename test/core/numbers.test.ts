// The quantity lexer against a table: every quantity of each text is marked, with kind, value and unit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  createDocument,
  createSourceText,
  type Document,
  lexQuantities,
  literalAt,
  type Quantity,
  QuantityKind,
  toFiniteDecimal,
} from '../../server/src/core/index.ts';
import { cases, fc } from '../support/random.ts';

const TABLE = path.resolve(import.meta.dirname, '../fixtures/quantities.tsv');
const NAMES = Object.keys(QuantityKind).map(name => name.toLowerCase());

describe('quantities', () => {
  const rows = readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter(line => line.includes('\t') && !line.startsWith('# '));
  it('the table holds at least 400 quantities', () => {
    assert.ok(rows.join('').split('⟦').length > 400);
  });
  for (const row of rows) {
    const [marked, expected] = row.split('\t') as [string, string];
    it(marked, () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      assert.equal(`${mark(text)}\t${summary(text)}`, `${marked}\t${expected}`);
    });
  }
});

describe('quantities in a document', () => {
  it('are found in prose only', () => {
    const doc = documentOf('共 `12起` 和12起，见 https://example.org/34 与 $56$。\n', 'markdown');
    assert.deepEqual(spans(doc), ['12起']);
  });
  it('do not reach across markup', () => {
    assert.deepEqual(spans(documentOf('共**12**起<b>3</b>件', 'markdown')), ['12', '3']);
  });
  it('are found beside astral Han and emoji', () => {
    assert.deepEqual(spans(documentOf('𠮷12起🌳3.5万株𠮷', 'text')), ['12起', '3.5万株']);
  });
  it('are covered by literalAt with the marks inside them', () => {
    const text = '版本1.2.3，共1,258元，9:30开门，国发〔2018〕59号，比例为1:2.5';
    const doc = documentOf(text, 'text');
    const kindOf = (part: string): string | undefined => literalAt(doc, text.indexOf(part) + 1)?.kind;
    assert.equal(kindOf('1.2.3'), 'version');
    assert.equal(kindOf('1,258'), 'decimal');
    assert.equal(kindOf('9:30'), 'time');
    assert.equal(kindOf('〔2018'), 'document');
    assert.equal(kindOf('1:2.5'), 'ratio');
    assert.equal(literalAt(doc, text.indexOf('开门')), undefined);
  });
});

describe('quantities of random text', () => {
  const unit = fc.constantFrom(
    ...'0123456789０９.,:/-·—~～％% 年月日时点分起件人元万亿十百千一二三〇两第约余多个吨kgmA（）〔〕号\n'.split(
      '',
    ),
  );
  it('are in order, inside the text and not empty', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), parts => {
        const text = parts.join('');
        let end = 0;
        for (const q of lexQuantities(documentOf(text, 'text'))) {
          assert.ok(q.start >= end && q.end > q.start && q.valueEnd <= q.end && q.end <= text.length);
          // Asking for a value never throws.
          void [q.value, q.date, q.time];
          end = q.end;
        }
      }),
      { numRuns: cases(500) },
    );
  });
  it('are the same when other paragraphs stand around them', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), parts => {
        const text = parts.join('').replace(/\n/g, '');
        const alone = spans(documentOf(text, 'text'));
        const among = spans(documentOf(`甲乙丙\n\n${text}\n\n丁戊己`, 'text'));
        assert.deepEqual(among, alone);
      }),
      { numRuns: cases(300) },
    );
  });
});

const documentOf = (text: string, format: 'text' | 'markdown'): Document =>
  createDocument(createSourceText('test', format, text)).doc;

const spans = (doc: Document): string[] => [...lexQuantities(doc)].map(q => doc.text.slice(q.start, q.end));

function mark(text: string): string {
  let out = '';
  let from = 0;
  for (const q of lexQuantities(documentOf(text, 'text'))) {
    out += `${text.slice(from, q.start)}⟦${text.slice(q.start, q.end)}⟧`;
    from = q.end;
  }
  return out + text.slice(from);
}

const summary = (text: string): string =>
  [...lexQuantities(documentOf(text, 'text'))].map(show).join(' | ') || '-';

function show(q: Quantity): string {
  const parts: string[] = [q.literal ?? NAMES[q.kind]!];
  if (q.value)
    parts.push((q.isApproximate ? '~' : '') + (toFiniteDecimal(q.value) ?? `${q.value.num}/${q.value.den}`));
  else if (q.date) parts.push([q.date.year, q.date.month, q.date.day].map(part => part ?? '').join('-'));
  else if (q.time) parts.push(q.time.join(':'));
  if (q.unit) parts.push(q.unit.name);
  return parts.join(' ');
}
