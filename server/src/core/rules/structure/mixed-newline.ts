import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import type { TextEdit } from '../../text/edits.ts';

const NAMES = { '\r\n': 'CRLF', '\n': 'LF', '\r': 'CR' } as const;
type Newline = keyof typeof NAMES;

export const rule = defineRule({
  meta: {
    id: 'structure/mixed-newline',
    level: 'info',
    fix: 'safe',
    regions: Regions.all,
    anyLanguage: true,
    summary: {
      en: 'Different line breaks in one file',
      'zh-CN': '同一文件混用不同换行符',
      'zh-TW': '同一檔案混用不同換行符號',
    },
    messages: {
      found: {
        en: '{count} line breaks are {odd} where the file has {main}; line numbers and differences go wrong. Make them {main}.',
        'zh-CN': '文件以 {main} 换行，却有 {count} 处为 {odd}，行号与比对会出错。应统一为 {main}。',
        'zh-TW': '檔案以 {main} 換行，卻有 {count} 處為 {odd}，行號與比對會出錯。應統一為 {main}。',
      },
      unify: {
        en: 'Make all line breaks {main}',
        'zh-CN': '换行统一为 {main}',
        'zh-TW': '換行統一為 {main}',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ text, report }) {
      if (!text.includes('\r')) return;
      const { main, counts, first } = census(text);
      for (const odd of ['\r', '\r\n', '\n'] as const) {
        if (counts[odd] === 0 || (odd === main && odd !== '\r')) continue;
        const start = first[odd];
        const to = main === '\r' ? '\n' : main;
        report({
          start,
          end: start + odd.length,
          messageId: 'found',
          args: { count: counts[odd], odd: NAMES[odd], main: NAMES[to] },
          data: [odd, to],
        });
      }
    },
  },
  fix({ text }, { data }) {
    const [odd, to] = data as [Newline, Newline];
    const edits: TextEdit[] = [];
    for (const { newline, start } of newlines(text)) {
      if (newline === odd) edits.push({ start, end: start + newline.length, text: to });
    }
    return [{ titleId: 'unify', args: { main: NAMES[to] }, edits, safety: 'safe' }];
  },
});

// The commonest line break is the file's own; a lone CR never stays.
function census(text: string): {
  main: Newline;
  counts: Record<Newline, number>;
  first: Record<Newline, number>;
} {
  const counts = { '\r\n': 0, '\n': 0, '\r': 0 };
  const first = { '\r\n': -1, '\n': -1, '\r': -1 };
  for (const { newline, start } of newlines(text)) {
    if (counts[newline]++ === 0) first[newline] = start;
  }
  const main = counts['\r\n'] > counts['\n'] ? '\r\n' : counts['\n'] > 0 ? '\n' : '\r';
  return { main, counts, first };
}

function* newlines(text: string): Generator<{ newline: Newline; start: number }> {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) yield { newline: '\n', start: i };
    else if (c === 13) {
      const newline = text.charCodeAt(i + 1) === 10 ? '\r\n' : '\r';
      yield { newline, start: i };
      i += newline.length - 1;
    }
  }
}
