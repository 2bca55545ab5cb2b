import { type Escaped, escapeAt } from '../../encoding/escapes.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

/** A text that speaks of escapes shows them; how far around one its words are looked for. */
const SPOKEN =
  /转义|轉義|跳脫|逸出|编码|編碼|解码|解碼|字符串|字串|Unicode|UTF-?8|URL|JSON|quoted-printable|MIME|escape/i;
const AROUND = 80;
/** Longest part of a run that a message shows. */
const SHOWN = 30;

export const rule = defineRule({
  meta: {
    id: 'encoding/escape',
    level: 'error',
    fix: 'safe',
    regions: Regions.structure | Regions.frontMatter,
    summary: {
      en: 'Escapes of mail, of addresses or of JSON that were never decoded',
      'zh-CN': '未还原的邮件、网址或 JSON 转义',
      'zh-TW': '未還原的郵件、網址或 JSON 跳脫序列',
    },
    messages: {
      bytes: {
        en: '“{run}” is “{decoded}” as mail or an address writes it, byte by byte; searches miss it. Write the characters.',
        'zh-CN': '“{run}”是“{decoded}”按字节转义的写法（邮件或网址所用），检索会漏掉。应写成字符本身。',
        'zh-TW': '「{run}」是「{decoded}」按位元組跳脫的寫法（郵件或網址所用），檢索會漏掉。應寫成字元本身。',
      },
      units: {
        en: '“{run}” is “{decoded}” as JSON and programs write it; searches miss it. Write the characters.',
        'zh-CN': '“{run}”是“{decoded}”在 JSON 或程序中的写法，检索会漏掉。应写成字符本身。',
        'zh-TW': '「{run}」是「{decoded}」在 JSON 或程式中的寫法，檢索會漏掉。應寫成字元本身。',
      },
      break: {
        en: '“=” at the end of the line is how mail cuts a long line; the sentence goes on. Delete it with the line break.',
        'zh-CN': '行末的“=”是邮件拆分长行的记号，句子并未结束。应连同换行一起删去。',
        'zh-TW': '行末的「=」是郵件拆分長行的記號，句子並未結束。應連同換行一起刪去。',
      },
      blank: {
        en: '“{run}” is a character as mail writes it. Write the character, or nothing at the end of a line.',
        'zh-CN': '“{run}”是邮件对一个字符的写法。应写成字符本身；在行末则删去。',
        'zh-TW': '「{run}」是郵件對一個字元的寫法。應寫成字元本身；在行末則刪去。',
      },
      decode: { en: 'Write “{decoded}”', 'zh-CN': '写成“{decoded}”', 'zh-TW': '寫成「{decoded}」' },
      join: { en: 'Join the line', 'zh-CN': '接合此行', 'zh-TW': '接合此行' },
    },
  },
  trigger: {
    on: 'char',
    chars: '=%\\',
    check({ doc, text, report }, at) {
      if (!mayBegin(text, at)) return;
      const found = escapeAt(doc, at);
      if (!found || isSpokenOf(text, found)) return;
      const run = shorten(text.slice(at, found.end));
      const messageId = found.kind === 'bytes' && found.text.length < 2 ? 'blank' : found.kind;
      report({
        start: at,
        end: found.end,
        messageId,
        args: { run, decoded: shorten(found.text) },
        data: found.text,
      });
    },
  },
  fix(_, { start, end, messageId, data }) {
    const decoded = data as string;
    const titleId = messageId === 'break' ? 'join' : 'decode';
    return [
      {
        titleId,
        args: { decoded: shorten(decoded) },
        edits: [{ start, end, text: decoded }],
        safety: 'safe',
      },
    ];
  },
});

// Nearly every "=" and "%" leaves here.
function mayBegin(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (text[at] === '\\') return next === 0x75;
  if (text[at] === '=') return next === 10 || next === 13 || /[EF23]/i.test(text[at + 1] ?? '');
  return (next | 0x20) === 0x65;
}

const isSpokenOf = (text: string, { start, end, kind }: Escaped): boolean =>
  kind !== 'break' &&
  SPOKEN.test(text.slice(Math.max(0, start - AROUND), start) + text.slice(end, end + AROUND));

const shorten = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
