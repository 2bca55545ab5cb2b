import { findMojibake } from '../../encoding/mojibake.ts';
import { isForeignCode } from '../../markup/foreignCode.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import { isInOrder } from '../../script/spokenOf.ts';

const QUOTES = '“”‘’「」『』"\'`';

/** A literal of a program up to the damage: its quotation mark and what is plain in it. */
const LITERAL = /["'][\w.-]*$/;

/** A text that speaks of encodings, or of damage by them, shows it; how far around a span its words are looked for. */
const DAMAGE = /[亂乱][碼码]|mojibake|文字化け/i;
const CODES = new RegExp(`${DAMAGE.source}|編碼|编码|字元集|字符集|Big-?5|UTF-?8|GBK|GB2312|Latin-?1`, 'i');
const AROUND = 120;

/** Longest part of a span that a message shows. */
const SHOWN = 40;

export const rule = defineRule({
  meta: {
    id: 'encoding/mojibake',
    level: 'error',
    fix: 'safe',
    regions: Regions.all,
    summary: {
      en: 'Text decoded with the wrong table',
      'zh-CN': '用错编码读出的乱码',
      'zh-TW': '用錯編碼讀出的亂碼',
    },
    messages: {
      found: {
        en: '“{damaged}” is “{repaired}” decoded with the wrong table ({steps}). Restore it.',
        'zh-CN': '“{damaged}”是“{repaired}”用错编码读出的乱码（{steps}）。应复原。',
        'zh-TW': '「{damaged}」是「{repaired}」用錯編碼讀出的亂碼（{steps}）。應復原。',
      },
      partial: {
        en: '“{damaged}” looks like “{repaired}” decoded with the wrong table ({steps}); bytes are missing. Compare with the source.',
        'zh-CN': '“{damaged}”似为“{repaired}”用错编码读出的乱码（{steps}），有字节丢失。请查对来源。',
        'zh-TW': '「{damaged}」似為「{repaired}」用錯編碼讀出的亂碼（{steps}），有位元組遺失。請查對來源。',
      },
      lost: {
        en: '“{damaged}” was decoded with the wrong table ({steps}), and most of its bytes are gone. Decode the original file again with the right one.',
        'zh-CN':
          '“{damaged}”是用错编码读出的乱码（{steps}），大部分字节已丢失。应以正确的编码重新读取原文件。',
        'zh-TW':
          '「{damaged}」是用錯編碼讀出的亂碼（{steps}），大部分位元組已遺失。應以正確的編碼重新讀取原檔案。',
      },
      restore: { en: 'Restore “{repaired}”', 'zh-CN': '复原为“{repaired}”', 'zh-TW': '復原為「{repaired}」' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      for (const span of doc.share(findMojibake)) {
        const { start, end, text: repaired, steps, certain: decisive, isLost } = span;
        // A table of characters in the order of their code points looks like anything.
        if (isInOrder(text, start) || (end - start < 40 && READING.test(text.slice(start, end)))) continue;
        // A text about mojibake shows it in code or in quotation marks: nothing is changed there unasked, and a
        // literal in a line of a program is the program's own.
        const region = doc.regions.kindAt(start);
        const isLiteral =
          region === RegionKind.Code && LITERAL.test(text.slice(Math.max(0, start - 20), start));
        if (isLiteral && isForeignCode(doc, start)) continue;
        const isShown =
          region === RegionKind.Code ||
          (region !== RegionKind.HtmlTag &&
            region !== RegionKind.FrontMatterProse &&
            QUOTES.includes(text[start - 1] ?? ' ') &&
            QUOTES.includes(text[end] ?? ' '));
        if (isShown && CODES.test(text.slice(Math.max(0, start - AROUND), end + AROUND))) continue;
        const certain =
          decisive && !isShown && !DAMAGE.test(text.slice(Math.max(0, start - AROUND), end + AROUND));
        const args = {
          damaged: shorten(text.slice(start, end)),
          repaired: shorten(repaired),
          steps: steps.join(' → '),
        };
        report({
          start,
          end,
          messageId: isLost ? 'lost' : decisive ? 'found' : 'partial',
          args,
          data: { repaired, certain, isLost },
        });
      }
    },
  },
  fix(_, { start, end, data }) {
    const { repaired, certain, isLost } = data as { repaired: string; certain: boolean; isLost: boolean };
    if (isLost) return [];
    return [
      {
        titleId: 'restore',
        args: { repaired: shorten(repaired) },
        edits: [{ start, end, text: repaired }],
        safety: certain ? 'safe' : 'unsafe',
      },
    ];
  },
});

// 秦艽（音ㄐㄧㄠ）: a syllable of Zhuyin, initial, medial and final in their order, or several with tones between. Debris
// has its signs in no order.
const READING =
  /^˙?(?=[\u3105-\u3129]{2})[\u3105-\u3119]?[\u3127-\u3129]?[\u311a-\u3126]?(?:[ˊˇˋ˙ ]˙?(?=[\u3105-\u3129])[\u3105-\u3119]?[\u3127-\u3129]?[\u311a-\u3126]?)*[ˊˇˋ˙]?$/;

const shorten = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
