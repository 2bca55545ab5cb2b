// What a report holds, in numbers: for the status bar, `corpus-lint stats` and reports on a whole corpus. Broken
// paragraphs are counted as what they were, so that repairing a file does not change its statistics.
import type { Document } from '../document/document.ts';
import { bigramScore } from '../language/bigrams.ts';
import { headingsOf } from '../outline/headings.ts';
import { gapsOf } from '../paragraphs/gaps.ts';
import { unitsOf } from '../paragraphs/units.ts';
import { type Width, widthOf } from '../punctuation/width.ts';
import type { Finding } from '../rule/types.ts';
import { Regions } from '../scan/regionKind.ts';
import { CharClass, CLASS_OF, isDigit, isLeadOfHan } from '../text/charClass.ts';

/** What a document is written in, as a reader sees it at a glance. */
export interface Style {
  readonly script: 'simplified' | 'traditional' | 'mixed' | 'unknown';
  readonly width: Width;
}

export interface Statistics extends Style {
  /** Code points that can be seen, of the body. */
  readonly characters: number;
  /** Han in the body, front matter left out. */
  readonly han: number;
  /** Chinese words as the dictionary model parts them, Latin words and numbers. */
  readonly words: number;
  readonly sentences: number;
  readonly paragraphs: number;
  readonly headings: number;
  readonly numbers: number;
  /** Findings of level error or warning for 1,000 visible characters, to two decimals. */
  readonly damage: number;
}

export function statisticsOf(doc: Document, findings: readonly Finding[] = []): Statistics {
  const text = doc.share(countText);
  const damaged = findings.filter(finding => finding.level !== 'info').length;
  return {
    ...text,
    damage: text.characters === 0 ? 0 : Math.round((damaged * 100_000) / text.characters) / 100,
  };
}

type TextCounts = Omit<Statistics, 'damage'>;

function countText(doc: Document): TextCounts {
  const { text, regions } = doc;
  let characters = 0;
  let han = 0;
  let words = 0;
  let numbers = 0;
  let previous = 0;
  for (let r = 0; r < regions.count; r++) {
    if (((1 << regions.kinds[r]!) & Regions.body) === 0) continue;
    const end = regions.endOf(r);
    for (let i = regions.starts[r]!; i < end; i++) {
      const unit = text.charCodeAt(i);
      const cls = CLASS_OF[unit] as CharClass;
      if (unit >= 0xdc00 && unit <= 0xdfff) continue;
      if (
        cls !== CharClass.Space &&
        cls !== CharClass.Newline &&
        cls !== CharClass.Tab &&
        cls !== CharClass.SpecialSpace
      )
        characters++;
      if (cls === CharClass.Han || isLeadOfHan(unit)) {
        han++;
        if (CLASS_OF[previous] !== CharClass.Han || bigramScore(previous, unit) < IN_WORD) words++;
      } else if (cls === CharClass.Latin || cls === CharClass.Digit || cls === CharClass.FullwidthDigit) {
        const goesOn =
          CLASS_OF[previous] === cls ||
          (cls === CharClass.Digit &&
            '.,．，'.includes(String.fromCharCode(previous)) &&
            isDigit(text.charCodeAt(i - 2)));
        if (!goesOn) words++;
        if (!goesOn && cls !== CharClass.Latin) numbers++;
      }
      // A word may stand across the end of a wrapped line.
      if (cls !== CharClass.Newline) previous = unit;
    }
  }
  return {
    characters,
    han,
    words,
    ...countUnits(doc),
    numbers,
    ...styleOf(doc),
  };
}

/** Nats by which two characters are likelier in one word than in two. */
const IN_WORD = 1;

function countUnits(doc: Document): Pick<Statistics, 'sentences' | 'paragraphs' | 'headings'> {
  const units = doc.share(unitsOf);
  const headings = doc.share(headingsOf);
  const taken = new Set<number>();
  for (const h of headings) for (let i = h.firstUnit; i <= h.lastUnit; i++) taken.add(i);
  const joined = new Set(doc.share(gapsOf).map(gap => gap.after));
  let sentences = 0;
  let paragraphs = 0;
  units.forEach((unit, i) => {
    if (
      taken.has(i) ||
      unit.kind === 'heading' ||
      unit.kind === 'code' ||
      unit.kind === 'math' ||
      unit.kind === 'comment'
    )
      return;
    if (unit.kind === 'rule' || unit.kind === 'definition') return;
    const { count, isOpen } = sentencesIn(doc.text, unit.start, unit.end);
    // A piece that goes on after a gap has its last sentence counted with what follows.
    sentences += count + (isOpen && !joined.has(i + 1) ? 1 : 0);
    if (unit.kind !== 'tableRow' && !joined.has(i)) paragraphs++;
  });
  return { sentences, paragraphs, headings: headings.filter(h => h.kind !== 'kicker').length };
}

const STOPS = '。！？!?…';
const CLOSING = '”’」』）)》〉】';

function sentencesIn(text: string, start: number, end: number): { count: number; isOpen: boolean } {
  let count = 0;
  let hasText = false;
  for (let i = start; i < end; i++) {
    const c = text[i]!;
    if (STOPS.includes(c)) {
      if (hasText) count++;
      hasText = false;
    } else if (!CLOSING.includes(c) && c > ' ') hasText = true;
  }
  return { count, isOpen: hasText };
}

/** Characters that exist in one script only, below which nothing can be said; and the share that decides. */
const LEAST = 10;
const MAJORITY = 0.9;

/** Script by the characters that exist in one script only, width as the rules judge it. */
export function styleOf(doc: Document): Style {
  const { simplifiedOnly, traditionalOnly } = doc.counts;
  const all = simplifiedOnly + traditionalOnly;
  const { width } = doc.share(widthOf).body;
  if (all < LEAST) return { script: 'unknown', width };
  if (simplifiedOnly >= all * MAJORITY) return { script: 'simplified', width };
  return { script: traditionalOnly >= all * MAJORITY ? 'traditional' : 'mixed', width };
}
