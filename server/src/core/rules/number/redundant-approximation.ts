import { lexQuantities } from '../../numbers/lexer.ts';
import { QuantityFlag, QuantityKind } from '../../numbers/quantities.ts';
import { UNITS } from '../../numbers/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

const BEFORE =
  /(?:超过|超過|大约|大約|将近|將近|约莫|(?<![节節契预預合大制製公条條签簽邀简簡纽紐违違特盟履赴爽解隐隱婉集])[约約]|(?<![最附靠临臨邻鄰接亲親远遠相新就晚逼切迫])近) ?$/;

export const rule = defineRule({
  meta: {
    id: 'number/redundant-approximation',
    level: 'info',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'An approximate figure said twice',
      'zh-CN': '概数重复表达',
      'zh-TW': '概數重複表達',
    },
    messages: {
      found: {
        en: '“{figure}”: “{first}” and “{second}” both say that the figure is approximate. Keep one.',
        'zh-CN': '“{figure}”：“{first}”与“{second}”都表概数，应只用一个。',
        'zh-TW': '「{figure}」：「{first}」與「{second}」都表概數，應只用一個。',
      },
      remove: { en: 'Delete “{word}”', 'zh-CN': '删去“{word}”', 'zh-TW': '刪去「{word}」' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        if (list.kinds[i] !== QuantityKind.Number) continue;
        const from = list.starts[i]!;
        const end = list.ends[i]!;
        const inner = (list.flags[i]! & QuantityFlag.Approximate) !== 0;
        const hasSuffix = isAbout(text, end);
        if (!inner && !hasSuffix) continue;
        const prefix = BEFORE.exec(text.slice(Math.max(0, from - 4), from))?.[0];
        // 近30多年 is "the last thirty-odd years": 近 speaks of time there.
        const isRecent = prefix?.trim() === '近' && UNITS[list.units[i]!]!.kind === 'duration';
        const words: (readonly [start: number, end: number])[] = [];
        if (prefix !== undefined && !isRecent)
          words.push([from - prefix.length, from - prefix.length + prefix.trim().length]);
        if (inner) words.push(innerWord(text, from, end));
        if (hasSuffix) words.push([end, end + 2]);
        if (words.length < 2) continue;
        const start = Math.min(words[0]![0], from);
        const stop = Math.max(end, words.at(-1)![1]);
        const [first, second] = words.map(([a, b]) => text.slice(a, b)) as [string, string];
        report({
          start,
          end: stop,
          messageId: 'found',
          args: { figure: text.slice(start, stop), first, second },
          data: words,
        });
      }
    },
  },
  fix({ text }, { data }) {
    const words = data as readonly (readonly [number, number])[];
    return words.slice(0, 2).map(([start, end]) => ({
      titleId: 'remove',
      args: { word: text.slice(start, end) },
      edits: [{ start, end, text: '' }],
      safety: 'unsafe' as const,
    }));
  },
});

// 左右, 上下
function isAbout(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x5de6
    ? text.charCodeAt(at + 1) === 0x53f3
    : unit === 0x4e0a && text.charCodeAt(at + 1) === 0x4e0b;
}

function innerWord(text: string, from: number, end: number): readonly [number, number] {
  const at = from + text.slice(from, end).search(/[余餘多来來几幾]/);
  return [at, at + 1];
}
