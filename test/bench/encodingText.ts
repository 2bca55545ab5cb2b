// Text for the encoding benchmarks: paragraphs of .txt files in two halves, by a hash of the file's name. Thresholds
// are set on the tuning half alone, and what is reported is measured on the held-out half. A translation has its
// original's name in these corpora, so that both scripts of one document fall into one half.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { characterCost } from '../../server/src/core/language/bigrams.ts';
import { HAN_FORMS } from '../../server/src/core/script/hanForms.ts';

export type Half = 'tuning' | 'held-out';

export interface Corpus {
  readonly traditional: readonly string[];
  readonly simplified: readonly string[];
  readonly japanese: readonly string[];
  readonly files: number;
}

/** The paragraphs below `folders` that belong to `half`, by what they are written in. */
export function readCorpus(folders: readonly string[], half: Half): Corpus {
  const traditional: string[] = [];
  const simplified: string[] = [];
  const japanese: string[] = [];
  let files = 0;
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!name.endsWith('.txt') || halfOf(name) !== half) continue;
      files++;
      for (const line of readFileSync(path.join(folder, name), 'utf8').split('\n')) {
        const text = line.trim();
        if (text.length < 30 || text.length >= 800) continue;
        if (share(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/u) > 0.15) japanese.push(text);
        else if (share(text, /\p{Script=Han}/u) <= 0.6) continue;
        else if (formShare(text, 2) > 0.1) traditional.push(text);
        else if (formShare(text, 1) > 0.1) simplified.push(text);
      }
    }
  }
  return { traditional: shuffled(traditional), simplified: shuffled(simplified), japanese, files };
}

/** FNV-1a of the name without folders and without the language in it. */
function halfOf(name: string): Half {
  const base = path.basename(name).replace(/\.(?:zh[-_]\w+|ja)\b/gi, '');
  let hash = 0x811c9dc5;
  for (let i = 0; i < base.length; i++) hash = Math.imul(hash ^ base.charCodeAt(i), 0x01000193);
  // The low bits of this hash follow the last characters.
  return ((hash >>> 16) & 1) === 0 ? 'tuning' : 'held-out';
}

function share(text: string, of: RegExp): number {
  let n = 0;
  for (const char of text) if (of.test(char)) n++;
  return n / text.length;
}

function formShare(text: string, form: number): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) if (HAN_FORMS[text.charCodeAt(i)] === form) n++;
  return n / text.length;
}

// Corpora differ in subject, and a sample from the front would see one of them only. Repeated paragraphs count once.
function shuffled(texts: readonly string[]): string[] {
  const unique = [...new Set(texts)];
  let state = 1;
  for (let i = unique.length - 1; i > 0; i--) {
    state = Math.imul(state, 0x5bd1e995) + 0x3c6ef35f;
    const j = (state >>> 8) % (i + 1);
    [unique[i], unique[j]] = [unique[j]!, unique[i]!];
  }
  return unique;
}

/** Texts of at least `size` characters, each made of whole paragraphs. */
export function documentsOf(paragraphs: readonly string[], count: number, size: number): string[] {
  const out: string[] = [];
  let now = '';
  for (const paragraph of paragraphs) {
    if (out.length === count) break;
    now += `${paragraph}\n`;
    if (now.length < size) continue;
    out.push(now);
    now = '';
  }
  return out;
}

/** Common characters of Traditional writing only, every third of them, as a site's list would have them. */
export function glossed(count: number): string {
  const units: number[] = [];
  for (let unit = 0x4e00; unit < 0xa000; unit++) if (HAN_FORMS[unit] === 2) units.push(unit);
  units.sort((a, b) => characterCost(a) - characterCost(b));
  return units
    .filter((_, i) => i % 3 === 0)
    .slice(0, count)
    .map(unit => String.fromCharCode(unit))
    .join('');
}
