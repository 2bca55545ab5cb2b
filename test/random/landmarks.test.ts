// The list of landmarks says what a walk over every character says, on random text.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { wakeTable } from '../../server/src/core/document/analysis.ts';
import { kindOfClass, LandmarkKind, MARKS, NUMERALS } from '../../server/src/core/document/landmarks.ts';
import {
  CharClass,
  classAt,
  createDocument,
  createSourceText,
  Regions,
} from '../../server/src/core/index.ts';
import { marksAfterDigits } from '../../server/src/core/numbers/marksAfterDigits.ts';
import { cases, fc } from '../support/random.ts';

const unit = fc.constantFrom(
  ...'水库一万𠮷😀12．：ab  \t，,。、“”（)"\n`<b>%-—１\u3000\u200b'.split(''),
  '𠮷',
  '😀',
  '# ',
  '---\ntitle: 水，1\n---\n',
);

// Being woken at a character makes it no landmark.
const wake = wakeTable(cls => (cls === CharClass.Han ? 1 : 0), new Map(), Uint32Array.of(0, 0x7fff));

it('equals the walk over every character', () => {
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 60 }),
      fc.constantFrom('markdown', 'html', 'text'),
      (units, format) => {
        const text = units.join('');
        const { doc } = createDocument(createSourceText('t', format as 'text', text), {}, {}, wake);
        const { count, start, end, kind, region, counts } = doc.landmarks;
        const found = Array.from(
          { length: count },
          (_, l) => `${start[l]}-${end[l]} ${kind[l]} ${region[l]}`,
        );
        assert.deepEqual(found, naive(text, doc.regions));
        for (let k = 0; k < LandmarkKind.Count; k++)
          assert.equal(counts[k], kind.filter(one => one === k).length);
      },
    ),
    { numRuns: cases(300) },
  );
});

it('finds the marks behind digits that a walk over every character finds', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), units => {
      const text = units.join('');
      const { doc } = createDocument(createSourceText('t', 'markdown', text));
      const isProse = (at: number): boolean => (Regions.prose & (1 << doc.regions.kindAt(at))) !== 0;
      const expected = Array.from(text.split(''), (_, at) => at).filter(
        at =>
          at > 0 &&
          isProse(at) &&
          isProse(at - 1) &&
          /[0-9０-９]/.test(text[at - 1]!) &&
          (MARKS.includes(text[at]!) || classAt(text, at) === CharClass.FullwidthPunctuation),
      );
      assert.deepEqual(doc.share(marksAfterDigits), expected);
    }),
    { numRuns: cases(500) },
  );
});

function naive(text: string, regions: { kindAt(at: number): number; indexAt(at: number): number }): string[] {
  const found: { start: number; end: number; kind: number; region: number }[] = [];
  for (let at = 0, size = 1; at < text.length; at += size) {
    size = text.codePointAt(at)! > 0xffff ? 2 : 1;
    if ((Regions.prose & (1 << regions.kindAt(at))) === 0) continue;
    const cls = classAt(text, at);
    const c = text[at]!;
    const kind = MARKS.includes(c)
      ? MARKS.indexOf(c) + 1
      : NUMERALS.includes(c)
        ? LandmarkKind.Numeral
        : cls === CharClass.Han && size === 1
          ? 0
          : kindOfClass(cls);
    const region = regions.indexAt(at);
    const last = found.at(-1);
    if (last?.end === at && last.kind === kind && last.region === region && kind >= LandmarkKind.FirstRun)
      last.end = at + size;
    else if (kind !== 0) found.push({ start: at, end: at + size, kind, region });
  }
  return found.map(l => `${l.start}-${l.end} ${l.kind} ${l.region}`);
}
