import type { Document } from '../../document/document.ts';
import { scalarIn } from '../../frontMatter/edits.ts';
import { canonical, KNOWN_KEYS } from '../../frontMatter/keys.ts';
import { nearestAll } from '../../frontMatter/nearMiss.ts';
import { type FrontMatterEntry, isMapping, nameOf } from '../../frontMatter/types.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { editDistance } from '../../text/editDistance.ts';

/** A shorter key one edit away from a known one is more often a word of its own: `data`, `tile`, `link`. */
const SHORTEST = 5;

export const rule = defineRule({
  meta: {
    id: 'front-matter/unknown-key',
    level: 'warning',
    fix: 'unsafe',
    regions: Regions.frontMatter,
    summary: {
      en: 'A key that nobody reads',
      'zh-CN': '未知的键',
      'zh-TW': '未知的鍵',
    },
    messages: {
      unknown: {
        en: 'The schema of this file has no key “{key}”. Correct it, or add it to the schema.',
        'zh-CN': '此文件的模式中没有“{key}”这个键。应更正，或补入模式。',
        'zh-TW': '此檔案的綱要中沒有「{key}」這個鍵。應更正，或補入綱要。',
      },
      near: {
        en: '“{key}” is one letter away from “{known}”: no generator reads it. Correct it.',
        'zh-CN': '“{key}”与“{known}”只差一个字母，生成器不会读取。应更正。',
        'zh-TW': '「{key}」與「{known}」只差一個字母，產生器不會讀取。應更正。',
      },
      rename: { en: 'Write “{known}”', 'zh-CN': '改为“{known}”', 'zh-TW': '改為「{known}」' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, report }) {
      const entries = doc.frontMatterData?.entries ?? [];
      if (doc.frontMatterSchema !== undefined) {
        const byPath = new Map(entries.map(e => [JSON.stringify(e.path), e]));
        for (const problem of doc.schemaProblems) {
          if (problem.keyword !== 'unknown') continue;
          const entry = byPath.get(JSON.stringify(problem.path));
          if (!entry || nameOf(entry) === '$schema') continue;
          const known = choices(doc, entry);
          report({ ...entry.key, messageId: 'unknown', args: { key: nameOf(entry) }, data: known });
        }
        return;
      }
      const own = entries.filter(e => e.path.length === 1);
      const taken = new Set(own.map(nameOf));
      for (const entry of own) {
        const key = nameOf(entry);
        const known = nearKnown(key).filter(k => !taken.has(k));
        if (known.length === 1)
          report({ ...entry.key, messageId: 'near', args: { key, known: known[0]! }, data: known });
      }
    },
  },
  fix({ doc, text }, { start, end, data }) {
    if (!Array.isArray(data)) return [];
    const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? '';
    return data.map(known => {
      const name = String(known);
      const written = quote
        ? `${quote}${name}${quote}`
        : doc.frontMatter?.language === 'yaml'
          ? scalarIn('yaml', name)
          : name;
      return {
        titleId: 'rename',
        args: { known: name },
        edits: [{ start, end, text: written }],
        safety: 'unsafe',
      };
    });
  },
});

// Keys of the schema that the mapping lacks, near the unknown one.
function choices(doc: Document, entry: FrontMatterEntry): readonly string[] {
  let schema: unknown = doc.frontMatterSchema;
  let value: unknown = doc.frontMatterData?.value;
  for (const step of entry.path.slice(0, -1)) {
    schema = isMapping(schema) && isMapping(schema.properties) ? schema.properties[step] : undefined;
    value = isMapping(value) ? value[step] : undefined;
  }
  const properties = isMapping(schema) && isMapping(schema.properties) ? Object.keys(schema.properties) : [];
  const missing = properties.filter(key => !isMapping(value) || !Object.hasOwn(value, key));
  return nearestAll(nameOf(entry), missing, 2);
}

// `publish_date` is `publishDate` in another spelling.
const IN_ONE_SPELLING = new Set(KNOWN_KEYS.map(canonical));

const MOST_NEAR = 1000;
const near = new Map<string, readonly string[]>();

// Files of a corpus have the same few keys.
function nearKnown(key: string): readonly string[] {
  let found = near.get(key);
  if (!found) {
    found = findNear(key);
    if (near.size >= MOST_NEAR) near.clear();
    near.set(key, found);
  }
  return found;
}

function findNear(key: string): readonly string[] {
  if (key.length < SHORTEST || !/^[a-z][a-z_]*$/.test(key) || IN_ONE_SPELLING.has(canonical(key))) return [];
  return KNOWN_KEYS.filter(
    known =>
      known.length >= SHORTEST &&
      /^[a-z]+$/.test(known) &&
      // A plural is a word of its own; so is a name with a prefix or suffix of one letter: `xtitle`.
      `${known}s` !== key &&
      known !== `${key}s` &&
      known.at(0) === key.at(0) &&
      editDistance(key, known, 1) === 1,
  );
}
