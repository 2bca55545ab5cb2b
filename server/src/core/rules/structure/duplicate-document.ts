import type { Document } from '../../document/document.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { DocumentReport, FindingData } from '../../rule/types.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import { isHan } from '../../text/charClass.ts';

/** Han characters in a shingle, shingles kept of a document, and Han below which documents are not compared. */
const SHINGLE = 8;
const KEPT = 96;
const LEAST = 100;

export const rule = defineRule({
  meta: {
    id: 'structure/duplicate-document',
    level: 'off',
    fix: 'none',
    regions: Regions.all,
    anyLanguage: true,
    summary: {
      en: 'The same or nearly the same text in two files',
      'zh-CN': '两个文件内容相同或几乎相同',
      'zh-TW': '兩個檔案內容相同或幾乎相同',
    },
    messages: {
      found: {
        en: '{percent}% of this text also stands in {other}; copies weigh double in a corpus. Keep one of the files.',
        'zh-CN': '与 {other} 的内容有 {percent}% 相同，重复内容在语料中会被加倍计算。应只留一份。',
        'zh-TW': '與 {other} 的內容有 {percent}% 相同，重複內容在語料中會被加倍計算。應只留一份。',
      },
    },
    options: {
      similarity: {
        type: 'integer',
        minimum: 50,
        maximum: 100,
        default: 80,
        description: {
          en: 'Share of common text, in percent, from which two files count as one.',
          'zh-CN': '相同内容达到此百分比即视为重复。',
          'zh-TW': '相同內容達到此百分比即視為重複。',
        },
      },
    },
  },
  trigger: {
    on: 'corpus',
    collect: doc => sketchOf(doc),
    conclude(collected, { similarity }) {
      const reports = new Map<string, DocumentReport[]>();
      const holders = new Map<number, string[]>();
      // Documents come in any order; the later name is the copy.
      for (const id of [...collected.keys()].sort()) {
        const data = collected.get(id);
        const sketch = data as readonly number[];
        const other = likest(sketch, holders, collected);
        if (other && other.share * 100 >= Number(similarity)) {
          const args = { percent: Math.round(other.share * 100), other: other.id };
          reports.set(id, [{ messageId: 'found', args }]);
        }
        for (const hash of sketch) {
          const ids = holders.get(hash);
          if (!ids) holders.set(hash, [id]);
          else if (ids.length < MOST_HOLDERS) ids.push(id);
        }
      }
      return reports;
    },
  },
});

/** A passage in more files than this is boilerplate and tells nothing. */
const MOST_HOLDERS = 64;

// A bottom-k sketch (Broder 1997): the least hashes of all shingles, whose overlap estimates that of the texts.
function sketchOf(doc: Document): FindingData | undefined {
  if (doc.counts.han < LEAST) return undefined;
  const { text, regions } = doc;
  const least = new Set<number>();
  let threshold = 0xffffffff;
  const window = new Uint16Array(SHINGLE);
  let seen = 0;
  for (let r = 0; r < regions.count; r++) {
    if (((1 << regions.kinds[r]!) & Regions.body) === 0 || regions.kinds[r] === RegionKind.FrontMatterProse)
      continue;
    const end = regions.endOf(r);
    for (let i = regions.starts[r]!; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (!isHan(unit)) continue;
      window[seen++ % SHINGLE] = unit;
      if (seen < SHINGLE) continue;
      const hash = hashOf(window, seen);
      if (hash >= threshold || least.has(hash)) continue;
      least.add(hash);
      if (least.size >= KEPT * 4) threshold = shrink(least);
    }
  }
  shrink(least);
  return [...least].sort((a, b) => a - b);
}

function shrink(least: Set<number>): number {
  const sorted = [...least].sort((a, b) => a - b);
  for (const hash of sorted.slice(KEPT)) least.delete(hash);
  return sorted[Math.min(KEPT, sorted.length) - 1] ?? 0xffffffff;
}

function hashOf(window: Uint16Array, seen: number): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < SHINGLE; k++) hash = Math.imul(hash ^ window[(seen + k) % SHINGLE]!, 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function likest(
  sketch: readonly number[],
  holders: ReadonlyMap<number, readonly string[]>,
  collected: ReadonlyMap<string, FindingData>,
): { id: string; share: number } | undefined {
  const shared = new Map<string, number>();
  for (const hash of sketch)
    for (const id of holders.get(hash) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  let best: { id: string; share: number } | undefined;
  for (const [id, count] of shared) {
    const other = collected.get(id) as readonly number[];
    const share = count / Math.max(1, Math.min(sketch.length, other.length));
    if (!best || share > best.share) best = { id, share };
  }
  return best;
}
