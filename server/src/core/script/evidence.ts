// Which script a document is written in. Judged on the whole document, because a single character proves little:
// half of all Han are the same in both scripts and quotations keep theirs.
import type { Document } from '../document/document.ts';
import { HAN_FORMS } from './hanForms.ts';

export type Script = 'simplified' | 'traditional';

export interface ScriptEvidence {
  /** The script to hold the text against; undefined where the text is too short or too mixed to tell. */
  readonly script: Script | undefined;
  /** Where the answer comes from: configuration, front matter or HTML, or the characters themselves. */
  readonly source: 'configured' | 'declared' | 'counted' | 'none';
  /** What a front matter key or HTML attribute says, whether or not the characters agree. */
  readonly declared: Script | undefined;
  /** What the characters alone say; undefined without enough of them or without a clear majority. */
  readonly counted: Script | undefined;
}

/** Fewer Han than this are no evidence for a script (ARCHITECTURE.md, Evidence per document). */
const MIN_HAN = 200;
const MIN_DISTINCTIVE = 10;
const MAJORITY = 0.8;

/** The script of the document; ask for it through `doc.share(scriptOf)`. */
export function scriptOf(doc: Document): ScriptEvidence {
  const declared = declaredScript(doc);
  const counted = countedScript(doc);
  if (doc.expectations.script)
    return { script: doc.expectations.script, source: 'configured', declared, counted };
  // Templates declare what they please: where the characters clearly say otherwise, they win.
  if (declared && (counted === undefined || counted === declared))
    return { script: declared, source: 'declared', declared, counted };
  return { script: counted, source: counted ? 'counted' : 'none', declared, counted };
}

/**
 * The script to look for single wrong characters in: that of the document or, where it is too short for that, what its
 * characters say almost without contradiction. Two lines prove which script they are in by ten characters, though
 * not what the rest of a page would be.
 */
export interface JudgedScript {
  readonly script: Script | undefined;
  /** True for a text so short that a name or a title in quotation marks is not held against it. */
  readonly isBrief: boolean;
}

/** Ask for it through `doc.share(judgedScript)`. */
export function judgedScript(doc: Document): JudgedScript {
  const { script } = doc.share(scriptOf);
  if (script) return { script, isBrief: false };
  const { han, simplifiedOnly, traditionalOnly } = doc.counts;
  if (han >= MIN_HAN) return { script: undefined, isBrief: false };
  const [own, other, likely] =
    simplifiedOnly > traditionalOnly
      ? [simplifiedOnly, traditionalOnly, 'simplified' as const]
      : [traditionalOnly, simplifiedOnly, 'traditional' as const];
  const isSure = own >= MIN_BRIEF && own >= other * BRIEF_MAJORITY;
  return { script: isSure ? likely : undefined, isBrief: true };
}

/** So many characters of one script, and so many for each of the other, make a short text sure of its own. */
const MIN_BRIEF = 10;
const BRIEF_MAJORITY = 8;

function countedScript({ counts }: Document): Script | undefined {
  const { han, simplifiedOnly, traditionalOnly } = counts;
  const total = simplifiedOnly + traditionalOnly;
  if (han < MIN_HAN || total < MIN_DISTINCTIVE) return undefined;
  if (simplifiedOnly >= total * MAJORITY) return 'simplified';
  if (traditionalOnly >= total * MAJORITY) return 'traditional';
  return undefined;
}

const KEY =
  /^(?:lang|language|locale|script)\s*[:=]\s*["']?([A-Za-z]{2,4}(?:[-_][A-Za-z]{2,4}){0,2})["']?\s*,?\s*$/m;
const HTML_LANG = /<html\b[^>]{0,400}?\slang\s*=\s*["']?([A-Za-z]{2,4}(?:[-_][A-Za-z]{2,4}){0,2})/i;
const HEAD_LENGTH = 2000;

function declaredScript(doc: Document): Script | undefined {
  const { frontMatter, text } = doc;
  if (frontMatter) {
    const key = KEY.exec(
      text.slice(
        frontMatter.contentStart,
        Math.min(frontMatter.contentEnd, frontMatter.contentStart + 20_000),
      ),
    );
    if (key) return scriptOfTag(key[1]!);
  }
  if (doc.format === 'text') return undefined;
  const html = HTML_LANG.exec(text.slice(0, HEAD_LENGTH));
  return html ? scriptOfTag(html[1]!) : undefined;
}

/** The script that a BCP 47 tag or a script name means: zh-Hant, zh_TW, Hans, traditional, cht. */
function scriptOfTag(tag: string): Script | undefined {
  const name = tag.toLowerCase().replaceAll('_', '-');
  if (/^(?:(?:zh-)?hant\b|zh-(?:tw|hk|mo)\b|cht$)/.test(name)) return 'traditional';
  if (/^(?:(?:zh-)?hans\b|zh-(?:cn|sg|my)\b|chs$)/.test(name)) return 'simplified';
  return undefined;
}

/** Code units that are enough for `likelyScript`. */
const SAMPLE = 100_000;

/** The script that most distinctive characters of a text belong to, without a threshold; undefined without any. */
export function likelyScript(text: string): Script | undefined {
  let simplified = 0;
  let traditional = 0;
  const end = Math.min(text.length, SAMPLE);
  for (let at = 0; at < end; at++) {
    const forms = HAN_FORMS[text.charCodeAt(at)]!;
    if (forms === 1) simplified++;
    else if (forms === 2) traditional++;
  }
  return simplified === traditional ? undefined : simplified > traditional ? 'simplified' : 'traditional';
}
