import type { Document } from '../../document/document.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { RuleContext } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { judgedScript, scriptOf } from '../../script/evidence.ts';
import { inRegion, partnersIn } from '../../script/hanPairs.ts';
import { speaksOfJapan, TRADITIONAL_OF } from '../../script/japanese.ts';
import { isClassical } from '../../script/oldTexts.ts';
import { passagesInSimplified, passagesInTraditional } from '../../script/passages.ts';
import { isShownBeside, isSpokenOf } from '../../script/spokenOf.ts';
import { CharClass, CLASS_OF, isHanAt } from '../../text/charClass.ts';

/** Japanese places and surnames that Chinese texts print in their own spelling. */
const NAMES = new Set(
  (
    '広島 広瀬 広田 広末 渋谷 渋沢 滝沢 滝川 大滝 桜井 桜木 桜田 桜島 斎藤 斉藤 渡辺 田辺 川辺 関西 関東 関根 関口 塩田 塩野 塩谷 ' +
    '竜馬 竜也 亀山 亀田 亀井 栄一 栄作 徳川 徳永 徳島 武蔵 蔵王 蔵前 黒田 黒木 黒川 目黒 石黒 増田 増井 円山 円谷 稲田 稲垣 ' +
    '稲葉 稲森 稲盛 沖縄 対馬 瀬戸 瀬川 早瀬 綾瀬 長瀬 瀬名'
  ).split(' '),
);

export const rule = defineRule({
  meta: {
    id: 'script/japanese-form',
    level: 'warning',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'A Japanese form in Chinese text',
      'zh-CN': '中文里的日本新字体',
      'zh-TW': '中文裡的日本新字體',
    },
    messages: {
      found: {
        en: '“{char}” is the Japanese form of “{with}”; searches for the Chinese word miss it. Write “{with}”.',
        'zh-CN': '“{char}”是“{with}”的日本新字体，检索会漏掉。应作“{with}”。',
        'zh-TW': '「{char}」是「{with}」的日本新字體，檢索會漏掉。應作「{with}」。',
      },
      replace: { en: 'Replace with “{with}”', 'zh-CN': '改为“{with}”', 'zh-TW': '改為「{with}」' },
    },
  },
  trigger: {
    on: 'char',
    chars: [...TRADITIONAL_OF.keys()].join(''),
    check(context, at) {
      const { doc, text, report } = context;
      if (
        isName(text, at) ||
        isWeight(text, at) ||
        isPrice(text, at) ||
        isShownBeside(text, at, at + 1, counterparts(doc, text[at]!)) ||
        isSpokenOf(text, at) ||
        hasKanaNear(context, at) ||
        doc.share(isClassical) ||
        isQuoted(doc, at)
      )
        return;
      const char = text[at]!;
      const candidates = chineseForms(doc, char);
      report({ start: at, end: at + 1, messageId: 'found', args: { char, with: candidates.join('/') } });
    },
  },
  fix({ doc, text }, { start, end }) {
    return chineseForms(doc, text.slice(start, end)).map(form => ({
      titleId: 'replace',
      args: { with: form },
      edits: [{ start, end, text: form }],
      safety: 'unsafe' as const,
    }));
  },
});

// The form in the document's script; both where that is not known.
function chineseForms(doc: Document, char: string): readonly string[] {
  const traditional = inRegion(TRADITIONAL_OF.get(char)!, doc.expectations.region);
  const simplified = partnersIn('simplified', TRADITIONAL_OF.get(char)!)[0] ?? traditional;
  const { script } = doc.share(scriptOf);
  if (script) return [script === 'simplified' ? simplified : traditional];
  return [...new Set([simplified, traditional])];
}

// 対 shows 對, and 発 what Simplified writing merged as well: 發 and 髮.
function counterparts(doc: Document, char: string): readonly string[] {
  const traditional = TRADITIONAL_OF.get(char)!;
  const simplified = partnersIn('simplified', traditional)[0] ?? traditional;
  return [traditional, ...chineseForms(doc, char), ...partnersIn('traditional', simplified)];
}

// 日本語訳 stands in language menus; 沢 and 県 hardly occur but in names; the others are names in the company that the list
// gives them.
const isName = (text: string, at: number): boolean =>
  text.startsWith('日本語訳', at - 3) ||
  text[at] === '沢' ||
  (text[at] === '県' && isHanAt(text, at - 1)) ||
  NAMES.has(text.slice(at, at + 2)) ||
  NAMES.has(text.slice(at - 1, at + 1));

// 12両, 半斤八両: Hong Kong prints its ounce so (HKSCS), and counts nothing else with it.
const isWeight = (text: string, at: number): boolean =>
  text[at] === '両' &&
  /[\d０-９½¼¾一二三四五六七八九十百半幾斤每毎]\s?$/.test(text.slice(Math.max(0, at - 2), at));

// 500円: a price as the shop has it, an amount of its currency.
const isPrice = (text: string, at: number): boolean =>
  text[at] === '円' && /[\d０-９萬万億亿千百十][+＋]?\s?$/.test(text.slice(Math.max(0, at - 3), at));

// 「東京駅」 in an article on Japan is quoted as it is written there.
function isQuoted(doc: Document, at: number): boolean {
  if (!doc.share(speaksOfJapan)) return false;
  const { script } = doc.share(judgedScript);
  return doc.share(script === 'traditional' ? passagesInTraditional : passagesInSimplified).isQuoted(at);
}

const NEAR = 12;

// Kana in the neighbourhood: the passage is Japanese.
function hasKanaNear({ text }: RuleContext, at: number): boolean {
  const end = Math.min(text.length, at + NEAR);
  for (let i = Math.max(0, at - NEAR); i < end; i++) {
    const unit = text.charCodeAt(i);
    if (CLASS_OF[unit] === CharClass.Kana && unit !== 0x30fb) return true;
  }
  return false;
}
