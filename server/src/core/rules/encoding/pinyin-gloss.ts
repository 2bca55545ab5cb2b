import { findGlosses, isTrailByte } from '../../encoding/gloss.ts';
import { findScattered } from '../../encoding/scattered.ts';
import { findShifts } from '../../encoding/shifts.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'encoding/pinyin-gloss',
    level: 'error',
    fix: 'safe',
    regions: Regions.all,
    summary: {
      en: 'Readings that a filter inserted after their characters',
      'zh-CN': '过滤程序插入的拼音',
      'zh-TW': '過濾程式插入的拼音',
    },
    messages: {
      found: {
        en: '“{gloss}” was inserted after “{char}” by a filter on the bytes: this document has it at every “{char}”. Delete it.',
        'zh-CN': '“{char}”后的“{gloss}”是过滤程序按字节插入的，本文每个“{char}”都如此。应删除。',
        'zh-TW': '「{char}」後的「{gloss}」是過濾程式按位元組插入的，本文每個「{char}」都如此。應刪除。',
      },
      scattered: {
        en: '“{gloss}” was inserted after “{char}” by a machine: this document has such readings in the middle of common words, now here, now there. Delete it.',
        'zh-CN': '“{char}”后的“{gloss}”是机器插入的：本文在常用词中随处夹有这样的拼音。应删除。',
        'zh-TW': '「{char}」後的「{gloss}」是機器插入的：本文在常用詞中隨處夾有這樣的拼音。應刪除。',
      },
      straddled: {
        en: '“{gloss}” was inserted by a filter on the bytes, but it is no reading of “{char}”: bytes of the characters around it are lost.',
        'zh-CN': '“{gloss}”是过滤程序按字节插入的，但不是“{char}”的读音：前后文字的字节已丢失。',
        'zh-TW': '「{gloss}」是過濾程式按位元組插入的，但不是「{char}」的讀音：前後文字的位元組已遺失。',
      },
      tail: {
        en: '“{gloss}” was inserted after “{char}”, of which GBK read one byte late has left the last byte. Restore both.',
        'zh-CN': '“{gloss}”插在“{char}”之后，而“{char}”因 GBK 错位只剩末字节。应一并复原。',
        'zh-TW': '「{gloss}」插在「{char}」之後，而「{char}」因 GBK 錯位只剩末位元組。應一併復原。',
      },
      restore: { en: 'Restore “{repaired}”', 'zh-CN': '复原为“{repaired}”', 'zh-TW': '復原為「{repaired}」' },
      remove: { en: 'Delete “{gloss}”', 'zh-CN': '删除“{gloss}”', 'zh-TW': '刪除「{gloss}」' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      for (const { at, open, end } of doc.share(findScattered))
        report({
          start: at,
          end,
          messageId: 'scattered',
          args: { char: text[at]!, gloss: text.slice(open, end) },
          data: open,
        });
      const glosses = doc.share(findGlosses);
      if (!glosses.damaged) return;
      const shifts = doc.share(findShifts);
      let next = 0;
      for (const { at, open, end, fits } of glosses.all) {
        while (next < shifts.length && shifts[next]!.end <= at) next++;
        const shift = next < shifts.length && shifts[next]!.start < end ? shifts[next] : undefined;
        if (shift && shift.tail === at && shift.end === end) {
          const args = { gloss: text.slice(open, end), char: shift.text[shift.text.length - 1]! };
          report({ start: at, end, messageId: 'tail', args, data: [shift.start, shift.text] });
          continue;
        }
        // What else a shifted run explains is that finding's.
        if (shift && shift.end >= end) continue;
        const char = text[at]!;
        const args = { char, gloss: text.slice(open, end) };
        if (fits) report({ start: at, end, messageId: 'found', args, data: open });
        else if (char > '\u2e7f' || isTrailByte(char.charCodeAt(0)) || char === '?')
          report({ start: at, end, messageId: 'straddled', args });
      }
    },
  },
  fix({ text }, { end, messageId, data: open }) {
    if (messageId === 'tail') {
      const [start, repaired] = open as [number, string];
      return [
        { titleId: 'restore', args: { repaired }, edits: [{ start, end, text: repaired }], safety: 'unsafe' },
      ];
    }
    if ((messageId !== 'found' && messageId !== 'scattered') || typeof open !== 'number') return [];
    const gloss = text.slice(open, end);
    const safety = messageId === 'found' ? 'safe' : 'unsafe';
    return [{ titleId: 'remove', args: { gloss }, edits: [{ start: open, end, text: '' }], safety }];
  },
});
