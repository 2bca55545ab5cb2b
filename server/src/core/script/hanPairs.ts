// Partners of a character in the other script and in the regions. Decoded at the first question, as most documents
// are in one script and ask none.
import type { Script } from './evidence.ts';
import { TO_HONG_KONG, TO_SIMPLIFIED, TO_TAIWAN, TO_TRADITIONAL } from './hanPairs.gen.ts';

export type Region = 'CN' | 'TW' | 'HK';
type Table = ReadonlyMap<string, readonly string[]>;

const NONE: readonly string[] = [];

/** What a character may be in the other script, likeliest first; empty where it is the same. May hold itself. */
export const partnersIn = (script: Script, char: string): readonly string[] =>
  (script === 'traditional' ? toTraditional() : toSimplified()).get(char) ?? NONE;

/** Every character that changes towards a script, with its partners. */
export const allPartners = (script: Script): Iterable<readonly [string, readonly string[]]> =>
  script === 'traditional' ? toTraditional() : toSimplified();

/** The forms of a Traditional character that are standard in a region, OpenCC's first; empty where it is the same. */
export function regionalForms(region: Region, char: string): readonly string[] {
  if (region === 'CN') return NONE;
  return (region === 'TW' ? toTaiwan() : toHongKong()).get(char) ?? NONE;
}

/** A Traditional character in the form of a region: 裏 → 裡 in Taiwan. Without a region, where both agree: 爲 → 為. */
export function inRegion(char: string, region: Region | undefined): string {
  if (region) return regionalForms(region, char)[0] ?? char;
  const taiwan = toTaiwan().get(char)?.[0];
  return taiwan !== undefined && taiwan === toHongKong().get(char)?.[0] ? taiwan : char;
}

const toTraditional = lazily(TO_TRADITIONAL);
const toSimplified = lazily(TO_SIMPLIFIED);
const toTaiwan = lazily(TO_TAIWAN);
const toHongKong = lazily(TO_HONG_KONG);

function lazily(packed: string): () => Table {
  let table: Map<string, readonly string[]> | undefined;
  return () => {
    if (table) return table;
    table = new Map();
    let key = 0;
    // By hand, as splitting thousands of entries into strings takes ten times as long.
    let values: string[] | undefined;
    for (let at = 0; at < packed.length; at++) {
      let number = 0;
      const isNegative = packed.charCodeAt(at) === 0x2d;
      if (isNegative) at++;
      let unit = packed.charCodeAt(at);
      for (; unit !== 0x20 && unit !== 0x2c && at < packed.length; unit = packed.charCodeAt(++at))
        number = number * 36 + (unit < 0x3a ? unit - 0x30 : unit - 0x57);
      if (values) values.push(String.fromCodePoint(isNegative ? key - number : key + number));
      else {
        key += number;
        values = [];
        table.set(String.fromCodePoint(key), values);
      }
      if (unit === 0x2c) values = undefined;
    }
    return table;
  };
}

/** OpenCC's standard form and the form of a region. */
export type VariantPair = readonly [standard: string, variant: string];

let pairs: readonly VariantPair[] | undefined;

/** Every pair of a standard form and a different regional one; 臺 and 台, which OpenCC treats as Hong Kong's, included. */
export function regionalPairs(): readonly VariantPair[] {
  pairs ??= [...toTaiwan(), ...toHongKong()].flatMap(([standard, forms]) =>
    forms.filter(form => form !== standard).map(form => [standard, form] as const),
  );
  return pairs;
}
