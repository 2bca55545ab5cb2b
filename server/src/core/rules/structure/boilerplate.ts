import type { Document } from '../../document/document.ts';
import { type Look, ROLE } from '../../paragraphs/looks.ts';
import { shapesOf } from '../../paragraphs/shapes.ts';
import { type Unit, unitsOf } from '../../paragraphs/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Repair } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

const KINDS: ReadonlySet<Look> = new Set<Look>(['credit', 'byline', 'source', 'rights', 'prompt', 'ending']);

export const rule = defineRule({
  meta: {
    id: 'structure/boilerplate',
    level: 'info',
    fix: 'unsafe',
    regions: Regions.structure | Regions.frontMatter,
    summary: {
      en: 'Credits, source lines, copyright notices, share prompts',
      'zh-CN': '署名、来源、版权声明与分享提示',
      'zh-TW': '署名、來源、版權聲明與分享提示',
    },
    messages: {
      credit: {
        en: 'A credit in the text; it is counted as prose and repeated across the corpus. Move the names to the front matter, or delete the line.',
        'zh-CN': '正文中的署名会被当作正文统计，并在语料中反复出现。应移入文档头，或删去。',
        'zh-TW': '正文中的署名會被當作正文統計，並在語料中反覆出現。應移入文件頭，或刪去。',
      },
      source: {
        en: 'A source line; it is no part of the report. Move it to the front matter, or delete the line.',
        'zh-CN': '来源说明，不属于报道正文。应移入文档头，或删去。',
        'zh-TW': '來源說明，不屬於報導正文。應移入文件頭，或刪去。',
      },
      rights: {
        en: 'A copyright notice or a disclaimer, the same in many files; it is no part of the report. Delete the line.',
        'zh-CN': '版权或免责声明在各文件中雷同，不属于报道正文。应删去。',
        'zh-TW': '版權或免責聲明在各檔案中雷同，不屬於報導正文。應刪去。',
      },
      prompt: {
        en: 'A prompt to share or follow; it is no part of the report. Delete the line.',
        'zh-CN': '分享或关注的提示，不属于报道正文。应删去。',
        'zh-TW': '分享或關注的提示，不屬於報導正文。應刪去。',
      },
      ending: {
        en: 'A line that only says that the text is over; it is no part of the report. Delete the line.',
        'zh-CN': '此行只表示全文结束，不属于报道正文。应删去。',
        'zh-TW': '此行只表示全文結束，不屬於報導正文。應刪去。',
      },
      remove: { en: 'Delete the line', 'zh-CN': '删去此行', 'zh-TW': '刪去此行' },
      move: {
        en: 'Move to the front matter as “{key}”',
        'zh-CN': '移入文档头“{key}”',
        'zh-TW': '移入文件頭「{key}」',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, report }) {
      const units = doc.share(unitsOf);
      doc.share(shapesOf).forEach(({ look }, i) => {
        const unit = units[i]!;
        if (!look || !KINDS.has(look) || (unit.kind !== 'paragraph' && unit.kind !== 'quote')) return;
        report({ start: unit.start, end: unit.end, messageId: look === 'byline' ? 'credit' : look, data: i });
      });
    },
  },
  fix({ doc, text }, { start, end, data }) {
    const unit = doc.share(unitsOf)[data as number];
    if (!unit) return [];
    const line = wholeLine(text, unit);
    const remove = { ...line, text: '' };
    const repairs: Repair[] = [{ titleId: 'remove', edits: [remove], safety: 'unsafe' }];
    const entry = entryFor(text.slice(start, end));
    const at = entry && placeInFrontMatter(doc, entry.key);
    if (entry && at !== undefined)
      repairs.unshift({
        titleId: 'move',
        args: { key: entry.key },
        edits: [{ start: at, end: at, text: `${entry.key}: ${entry.value}\n` }, remove],
        safety: 'unsafe',
      });
    return repairs;
  },
});

// The unit with its tags and its line break.
function wholeLine(text: string, unit: Unit): { start: number; end: number } {
  const close = /^\s*<\/(?:p|div|section)>/i.exec(text.slice(unit.fullEnd, unit.fullEnd + 20));
  if (text[unit.fullStart] === '<' && close)
    return { start: unit.fullStart, end: unit.fullEnd + close[0].length };
  const after = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(unit.fullEnd, unit.fullEnd + 20));
  return { start: unit.fullStart, end: unit.fullEnd + (after?.[0].length ?? 0) };
}

/** Which key a role belongs to, by the first word of the credit that names one. */
const KEYS: readonly (readonly [RegExp, string])[] = [
  [/^(?:来源|來源|稿源|转自|轉自|原载|原載|出处|出處)/, 'source'],
  [/^(?:审核|審核|编审|編審|初审|复审|终审|审校|審校|监制|監製)/, 'reviewer'],
  [/^(?:校对|校對)/, 'proofreader'],
  [/^(?:排版|版式|美编|美編|制图|製圖)/, 'layout'],
  [/^(?:责任编辑|責任編輯|编辑|編輯|责编|責編|主编|主編)/, 'editor'],
  [/^(?:摄影|攝影|图片|圖片|供图|供圖|图|圖|摄|攝)/, 'photographer'],
  [/^(?:本版)?(?:作者|撰文|撰稿|执笔|文字|文|本报记者|本報記者|记者|記者|通讯员|通訊員)/, 'author'],
];

const ANY_ROLE = `(?:[实實见見][习習]生|${ROLE}|[见見][习習][记記]者)`;
const LEADING_ROLES = new RegExp(`^[^：:/／丨|\\s]*[：:/／丨|\\s]\\s*(?:${ANY_ROLE}(?:[\\s/／：:]+|$))*`);
const ROLE_BETWEEN = new RegExp(`\\s+${ANY_ROLE}\\s+`, 'g');

function entryFor(line: string): { key: string; value: string } | undefined {
  const inner = line.replace(/^[（(【［[〔\s]+|[)）】］\]〕\s]+$/g, '');
  const key = KEYS.find(([pattern]) => pattern.test(inner))?.[1];
  const value = inner
    .replace(LEADING_ROLES, '')
    // 周敏 通讯员 徐立: what stands between two names is no name.
    .replace(ROLE_BETWEEN, '、')
    .trim();
  return key && /^[\u3400-\u9fffA-Za-z·\s、，,]{2,40}$/.test(value) ? { key, value } : undefined;
}

// Before the closing fence of a YAML block that has no such key yet.
function placeInFrontMatter(doc: Document, key: string): number | undefined {
  const block = doc.frontMatter;
  if (!block?.closed || block.language !== 'yaml') return undefined;
  const content = doc.text.slice(block.contentStart, block.contentEnd);
  return new RegExp(`^${key}\\s*:`, 'm').test(content) ? undefined : block.contentEnd;
}
