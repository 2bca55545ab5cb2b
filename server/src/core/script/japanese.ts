// Japanese in a Chinese text: places and words that it quotes in their own spelling keep it (“東京都”“広島県”).
import type { Document } from '../document/document.ts';
import { JAPANESE_FORMS } from './japaneseForms.gen.ts';

/** Each shinjitai with its kyūjitai, the Traditional form. */
export const TRADITIONAL_OF: ReadonlyMap<string, string> = new Map(
  [...JAPANESE_FORMS.matchAll(/(.)(.)/gu)].map(pair => [pair[1]!, pair[2]!]),
);

/** True for a text that speaks of Japan; ask for it through `doc.share`. */
export const speaksOfJapan = ({ text }: Document): boolean => /日本|日[语語文]/.test(text);

/** True when a stretch of a text, in code units, holds a form that only Japanese has. */
export function holdsJapanese(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (TRADITIONAL_OF.has(text[at]!)) return true;
  return false;
}
