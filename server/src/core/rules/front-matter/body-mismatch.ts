import type { Document } from '../../document/document.ts';
import { readDate } from '../../frontMatter/dates.ts';
import { draftOf } from '../../frontMatter/draft.ts';
import { type FrontMatterEntry, innerSpan, nameOf } from '../../frontMatter/types.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/body-mismatch',
    level: 'off',
    fix: 'none',
    regions: Regions.frontMatter,
    summary: {
      en: 'Front matter that contradicts the text',
      'zh-CN': '文档头与正文不符',
      'zh-TW': '文件頭與正文不符',
    },
    messages: {
      title: {
        en: 'The title is not that of the text, “{body}”. Correct one of them.',
        'zh-CN': '标题与正文标题“{body}”不同。应更正其一。',
        'zh-TW': '標題與正文標題「{body}」不同。應更正其一。',
      },
      date: {
        en: 'The date is not that of the text, {body}. Correct one of them.',
        'zh-CN': '日期与正文所署 {body} 不同。应更正其一。',
        'zh-TW': '日期與正文所署 {body} 不同。應更正其一。',
      },
      script: {
        en: '“{written}” contradicts the text, which is written in {body} characters. Correct it.',
        'zh-CN': '“{written}”与正文不符，正文的字形是 {body}。应更正。',
        'zh-TW': '「{written}」與正文不符，正文的字形是 {body}。應更正。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      for (const entry of doc.frontMatterData?.entries ?? []) {
        if (entry.path.length !== 1 || typeof entry.value !== 'string') continue;
        const found = CHECKS[nameOf(entry)]?.(doc, entry.value, entry);
        if (found)
          report({ ...innerSpan(text, entry), ...found, args: { written: entry.value, body: found.body } });
      }
    },
  },
});

interface Mismatch {
  readonly messageId: string;
  readonly body: string;
}
type Check = (doc: Document, value: string, entry: FrontMatterEntry) => Mismatch | undefined;

const script: Check = (doc, value) => {
  const stated = statedScript(value);
  const body = draftOf(doc).script;
  return stated && body && stated !== body ? { messageId: 'script', body } : undefined;
};

const CHECKS: Readonly<Record<string, Check>> = {
  title(doc, value) {
    // Only a heading of the first level names the text; the others name its parts.
    const heading = doc.blocks.find(block => block.kind === 'heading');
    const { title } = draftOf(doc);
    if (!title || heading?.level !== 1) return undefined;
    const [own, body] = [letters(value), letters(title)];
    return own.includes(body) || body.includes(own) ? undefined : { messageId: 'title', body: title };
  },
  date(doc, value) {
    const body = draftOf(doc).date;
    const reading = readDate(value);
    if (!body || !('parts' in reading) || !reading.parts?.day) return undefined;
    const { year, month, day } = reading.parts;
    const apart = Math.abs(Date.UTC(year, month! - 1, day) - Date.parse(`${body}T00:00:00Z`)) / 86_400_000;
    // A day either way is a time zone, or an evening edition.
    return apart > 1 ? { messageId: 'date', body } : undefined;
  },
  lang: script,
  language: script,
  script,
};

function statedScript(value: string): 'simplified' | 'traditional' | undefined {
  if (/^(?:zh[-_])?(?:hans|cn|sg|my)\b|^simplified$|^[简簡]体|^簡體/i.test(value)) return 'simplified';
  return /^(?:zh[-_])?(?:hant|tw|hk|mo)\b|^traditional$|^[繁正]/i.test(value) ? 'traditional' : undefined;
}

// Titles that differ in spaces, punctuation and width only are the same.
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\s]/gu, '');
