import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'encoding/undecodable',
    level: 'error',
    fix: 'none',
    regions: Regions.all,
    summary: {
      en: 'A file that is not valid UTF-8',
      'zh-CN': '文件不是有效的 UTF-8',
      'zh-TW': '檔案不是有效的 UTF-8',
    },
    messages: {
      likely: {
        en: 'Not valid UTF-8 from byte {offset} on; most likely {encoding} ({evidence}). Convert it with “corpus-lint recode --to utf-8” or --fix-unsafe.',
        'zh-CN':
          '从第 {offset} 字节起不是有效的 UTF-8；最可能是 {encoding}（{evidence}）。可用“corpus-lint recode --to utf-8”或 --fix-unsafe 转换。',
        'zh-TW':
          '從第 {offset} 位元組起不是有效的 UTF-8；最可能是 {encoding}（{evidence}）。可用「corpus-lint recode --to utf-8」或 --fix-unsafe 轉換。',
      },
      mixed: {
        en: 'This file mixes encodings: {parts} (byte ranges). No single encoding reads it; convert each part with “corpus-lint recode --to utf-8”.',
        'zh-CN':
          '文件混用了多种编码：{parts}（字节范围）。任何一种编码都无法读通全文；可用“corpus-lint recode --to utf-8”分段转换。',
        'zh-TW':
          '檔案混用了多種編碼：{parts}（位元組範圍）。任何一種編碼都無法讀通全文；可用「corpus-lint recode --to utf-8」分段轉換。',
      },
      unknown: {
        en: 'Not valid UTF-8 at byte {offset} ({evidence}), and no other encoding reads it: bytes are lost or foreign. Get the file again from its source.',
        'zh-CN':
          '第 {offset} 字节不是有效的 UTF-8（{evidence}），也没有别的编码能读通：字节已丢失或混入异物。请从来源重新获取。',
        'zh-TW':
          '第 {offset} 位元組不是有效的 UTF-8（{evidence}），也沒有別的編碼能讀通：位元組已遺失或混入異物。請從來源重新取得。',
      },
    },
  },
  trigger: {
    on: 'bytes',
    check({ text, report }, { undecodable }) {
      if (!undecodable) return;
      const { byteOffset, textOffset, likely, evidence, parts } = undecodable;
      const start = Math.min(textOffset, text.length);
      const args = {
        offset: byteOffset,
        evidence,
        encoding: likely ?? '',
        parts: (parts ?? []).map(part => `${part.start}–${part.end} ${part.encoding}`).join(', '),
      };
      const messageId = parts && parts.length > 1 ? 'mixed' : likely ? 'likely' : 'unknown';
      report({ start, end: Math.min(start + 1, text.length), messageId, args });
    },
  },
});
