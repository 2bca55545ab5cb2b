// Which spellings of a character count as the same in a word: regional forms, and forms between which editors choose.
import { lazyTable } from '../text/unpack.ts';
import { regionalPairs } from './hanPairs.ts';
import { EQUIVALENT_FORMS, FIXED_WORDS, SIMPLIFIED_EQUIVALENTS, STRICT_WORDS } from './wordLists.ts';

/** True when a Traditional text may write `found` where the word `simplified` has `expected` at `index`. */
export const accepts = (simplified: string, index: number, expected: string, found: string): boolean =>
  expected === found ||
  (regional().get(expected)?.includes(found) ?? false) ||
  (equivalents().get(expected)?.includes(found) === true && !isStrict(simplified, index));

// 國家標準 is as strict as 國家 in it.
function isStrict(simplified: string, index: number): boolean {
  const words = strict();
  for (let start = 0; start <= index; start++)
    for (let end = Math.max(index + 1, start + 2); end <= simplified.length; end++)
      if (words.has(simplified.slice(start, end))) return true;
  return false;
}

/** True when a Simplified text may write `found` where the word has `expected`. */
export const acceptsInSimplified = (expected: string, found: string): boolean =>
  expected === found || simplifiedEquivalents().has(expected + found);

/** A text in the Simplified spelling of the phrase table's keys; `simple` maps code units. */
export function spell(text: string, simple: Uint16Array): string {
  let key = '';
  for (let i = 0; i < text.length; i++) key += String.fromCharCode(simple[text.charCodeAt(i)]!);
  return key;
}

const simplifiedEquivalents = lazyTable(
  'simplified equivalents',
  () => new Set(SIMPLIFIED_EQUIVALENTS.split(' ').flatMap(pair => [pair, `${pair[1]}${pair[0]}`])),
);

const strict = lazyTable(
  'strict words',
  () => new Set([...STRICT_WORDS.split(' '), ...FIXED_WORDS.split(' ').filter((_, i) => i % 2 === 0)]),
);

const regional = lazyTable('regionalForms', () => {
  const forms = new Map<string, string>();
  for (const [standard, variant] of regionalPairs())
    forms.set(standard, (forms.get(standard) ?? '') + variant);
  return forms;
});

const equivalents = lazyTable('equivalentForms', () => {
  const groups = new Map<string, string>();
  for (const group of EQUIVALENT_FORMS.split(' ')) {
    for (const char of group) groups.set(char, (groups.get(char) ?? '') + group);
  }
  return groups;
});
