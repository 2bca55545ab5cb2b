// Front matter for a text that has none: what the text itself says of its title, date and writing system.
import type { Document } from '../document/document.ts';
import { isText } from '../scan/blocks.ts';
import { type Script, scriptOf } from '../script/evidence.ts';
import type { TextEdit } from '../text/edits.ts';
import { eolOf } from '../text/lines.ts';
import { readDate } from './dates.ts';
import { entryLine, yamlScalar } from './edits.ts';

export interface Draft {
  readonly title?: string;
  readonly date?: string;
  readonly script?: Script;
}

/** Blocks at the start in which a dateline may stand. */
const FIRST_BLOCKS = 6;
/** A longer block (UTF-16 code units) is running text, whose dates belong to what it tells. */
const LONGEST_DATELINE = 80;

export const draftOf = (doc: Document): Draft => doc.share(find);

function find(doc: Document): Draft {
  const blocks = doc.blocks.filter(isText);
  const heading = blocks.find(block => block.kind === 'heading');
  const title = heading && plain(doc.text.slice(heading.contentStart, heading.contentEnd));
  const { counted: script } = doc.share(scriptOf);
  const date = dateline(doc, blocks);
  return { ...(title ? { title } : {}), ...(date ? { date } : {}), ...(script ? { script } : {}) };
}

/** The date of the dateline: the first full date in a short block at the start of the text. */
function dateline(
  doc: Document,
  blocks: readonly { contentStart: number; contentEnd: number }[],
): string | undefined {
  for (const { contentStart, contentEnd } of blocks.slice(0, FIRST_BLOCKS)) {
    if (contentEnd - contentStart > LONGEST_DATELINE) continue;
    const found =
      /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/.exec(
        doc.text.slice(contentStart, contentEnd),
      );
    const reading = found ? readDate(found[0]) : undefined;
    if (reading?.kind === 'convertible') return reading.iso;
    if (reading?.kind === 'standard' && reading.parts?.day) return found![0];
  }
  return undefined;
}

// A heading without the marks of its format.
const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The block to put before a text, with the keys whose values the text gives; `keys` are added empty. */
export function insertFrontMatter(doc: Document, keys: readonly string[] = []): TextEdit | undefined {
  if (doc.frontMatter) return undefined;
  const { title, date, script } = draftOf(doc);
  const values = new Map<string, string>();
  if (title) values.set('title', yamlScalar(title));
  if (date) values.set('date', date);
  if (script) {
    values.set('lang', script === 'simplified' ? 'zh-Hans' : 'zh-Hant');
    values.set('script', script);
  }
  for (const key of ['title', 'date', ...keys]) if (!values.has(key)) values.set(key, '');
  const eol = eolOf(doc.text);
  const lines = [...values].map(([key, value]) => entryLine('yaml', key, value));
  const blank = /^[\r\n]/.test(doc.text) ? '' : eol;
  return { start: 0, end: 0, text: `---${eol}${lines.join(eol)}${eol}---${eol}${blank}` };
}
