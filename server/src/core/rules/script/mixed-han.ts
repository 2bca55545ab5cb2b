import type { Document } from '../../document/document.ts';
import { LandmarkKind } from '../../document/landmarks.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { RuleContext } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isAstralForeign } from '../../script/astralForms.ts';
import { inDocument } from '../../script/documentForms.ts';
import { isInEndonym } from '../../script/endonyms.ts';
import { judgedScript, type Script } from '../../script/evidence.ts';
import { HAN_FORMS, OLD_PRINT_FORMS } from '../../script/hanForms.ts';
import { partnersIn } from '../../script/hanPairs.ts';
import { isOldCharacter } from '../../script/oldTexts.ts';
import { QUOTATION_OPTIONS, quotations } from '../../script/quotations.ts';
import { isExplained, isOriginalSpelling, isShownBeside, isSpokenOf } from '../../script/spokenOf.ts';
import { isKept, isPrinted, readingsAt } from '../../script/wordEvidence.ts';
import { isHan } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'script/mixed-han',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A character of the other script',
      'zh-CN': '繁简混用',
      'zh-TW': '繁簡混用',
    },
    messages: {
      simplified: {
        en: '“{char}” in “{word}” is a Simplified form in a Traditional text; searches for the word miss it. Write {candidates}.',
        'zh-CN': '“{word}”中的“{char}”是简化字，而本文用繁体字，检索会漏掉该词。应作{candidates}。',
        'zh-TW': '「{word}」中的「{char}」是簡化字，而本文用繁體字，檢索會漏掉該詞。應作{candidates}。',
      },
      traditional: {
        en: '“{char}” in “{word}” is a Traditional form in a Simplified text; searches for the word miss it. Write {candidates}.',
        'zh-CN': '“{word}”中的“{char}”是繁体字，而本文用简化字，检索会漏掉该词。应作{candidates}。',
        'zh-TW': '「{word}」中的「{char}」是繁體字，而本文用簡化字，檢索會漏掉該詞。應作{candidates}。',
      },
      replace: {
        en: 'Replace “{char}” with “{with}”',
        'zh-CN': '将“{char}”改为“{with}”',
        'zh-TW': '將「{char}」改為「{with}」',
      },
    },
    options: QUOTATION_OPTIONS,
  },
  trigger: {
    on: 'document',
    check(context) {
      const { doc } = context;
      const { script } = doc.share(judgedScript);
      if (!script) return;
      const minority = script === 'traditional' ? doc.counts.simplifiedOnly : doc.counts.traditionalOnly;
      // Front matter is not counted, so it is looked at whenever there is some; it is short.
      if (minority > 0 || doc.landmarks.counts[LandmarkKind.AstralHan]! > 0)
        find(context, script, Regions.prose);
      else if (doc.frontMatter) find(context, script, Regions.frontMatter);
    },
  },
  fix({ doc, text }, { start, end }) {
    const { script } = doc.share(judgedScript);
    if (!script) return [];
    const char = text.slice(start, end);
    const candidates = candidatesFor(doc, script, text, start, char);
    return candidates.map(candidate => ({
      titleId: 'replace',
      args: { char, with: candidate },
      edits: [{ start, end, text: candidate }],
      safety: candidates.length === 1 ? ('safe' as const) : ('unsafe' as const),
    }));
  },
});

function find(context: RuleContext, script: Script, mask: number): void {
  const { doc, text, options, report } = context;
  const { regions } = doc;
  const foreign = script === 'traditional' ? 1 : 2;
  const keeps = quotations(doc, script, options.checkQuotes);
  const judge = (at: number, char: string): void => {
    if (isInEndonym(text, at) || isSpokenOf(text, at) || isExplained(doc, char) || keeps(at)) return;
    if (isOriginalSpelling(doc, at) || isDialect(doc, at)) return;
    if (isShownBeside(text, at, at + char.length, partnersIn(script, char))) return;
    const candidates = candidatesFor(doc, script, text, at, char);
    if (candidates.length === 0 || (script === 'simplified' && isKept(text, at, script))) return;
    if (
      script === 'traditional' &&
      (isHouseStyle(doc, char) || isOldCharacter(doc, char) || isPlace(text, at) || isPrinted(text, at))
    )
      return;
    report({
      start: at,
      end: at + char.length,
      messageId: script === 'traditional' ? 'simplified' : 'traditional',
      args: { char, word: wordAround(text, at, char.length), candidates: candidates.join('、') },
    });
  };
  for (let r = 0; r < regions.count; r++) {
    if ((Regions.prose & mask & (1 << regions.kinds[r]!)) === 0) continue;
    const stop = regions.endOf(r);
    for (let at = regions.starts[r]!; at < stop; at++) {
      if (HAN_FORMS[text.charCodeAt(at)] === foreign) judge(at, text[at]!);
    }
  }
  if (mask === Regions.prose)
    eachAstralHan(doc, (at, char) => isAstralForeign(char, script) && judge(at, char));
}

function eachAstralHan({ text, landmarks }: Document, visit: (at: number, char: string) => void): void {
  const { count, kind, start, end } = landmarks;
  for (let i = 0; i < count; i++) {
    if (kind[i] !== LandmarkKind.AstralHan) continue;
    for (let at = start[i]!; at < end[i]!; at += 2) visit(at, text.slice(at, at + 2));
  }
}

// One partner, or the one that the word has, or all of them.
function candidatesFor(
  doc: Document,
  script: Script,
  text: string,
  at: number,
  char: string,
): readonly string[] {
  const partners = partnersIn(script, char).filter(partner => partner !== char);
  // Further Simplified partners are surnames and rare words: 线 and 缐. One beyond the first plane, as that of 頔, few
  // fonts and no GBK text can show, so that a name keeps its Traditional form.
  if (script === 'simplified')
    return partners.slice(0, 1).filter(p => p.length === 1 || doc.text.includes(p));
  const readings =
    partners.length > 1 ? readingsAt(text, at).filter(reading => partners.includes(reading)) : [];
  return [...new Set((readings.length > 0 ? readings : partners).map(partner => inDocument(doc, partner)))];
}

// 决 况 强 were printed in Traditional texts before the reform. A document that has several of them, and hardly any of
// the forms that replaced them, is in that style; a single one, or one among 決 and 減, is not.
function isHouseStyle(doc: Document, char: string): boolean {
  if (OLD_PRINT_FORMS.includes(char) && doc.share(printsOldForms)) return true;
  // 恒生, 烟花, 親昵, 求祢: Hong Kong and Taiwan print these beside the standard form; only a document that has both is
  // mixed.
  return (
    IN_USE.includes(char) && !partnersIn('traditional', char).some(p => p !== char && doc.text.includes(p))
  );
}

// 後庄, 頂庄, 街庄: a place in Taiwan; 莊 has its own words.
const isPlace = (text: string, at: number): boolean =>
  text[at] === '庄' && !/[村山農]/.test(text[at - 1] ?? '') && !/[嚴園稼重家子]/.test(text[at + 1] ?? '');

// 恁兩个, 𠊎个: Taiwan's Ministry of Education writes Southern Min and Hakka so. 諗吓: Hong Kong writes Cantonese so, and
// 嚇 there frightens. Their pronouns and particles stand near.
function isDialect(doc: Document, at: number): boolean {
  const near = (): string => doc.text.slice(Math.max(0, at - NEAR), at + NEAR);
  if (doc.text[at] === '个') return DIALECT.test(near()) || doc.share(isInDialect);
  return doc.text[at] === '吓' && !FRIGHT.test(doc.text.slice(at - 1, at + 2)) && CANTONESE.test(near());
}
const DIALECT = /[恁阮毋攏佮囡咧]|𪜶|𠊎|𠢕|啥物|遮爾|細妹|細倈/;
const FRIGHT = /[驚恐威]吓|吓[得人到倒壞死跑]/;
const CANTONESE = /[嘅咗喺唔冇啲嗰嚟咁噉諗睇哋啱㗎喇]/;
// A text that has several of their words, few of which occur by chance.
const isInDialect = ({ text }: Document): boolean =>
  DIALECT_WORDS.filter(word => text.includes(word)).length >= SEVERAL;
const DIALECT_WORDS =
  '阮 毋 攏 佮 囡仔 咧 𪜶 𠊎 𠢕 𨑨迌 啥物 逐家 按怎 佇 蹛 予人 細妹 細倈 毋過 摎 尞'.split(' ');
const SEVERAL = 4;
const NEAR = 16;

const IN_USE = '恒烟脚却泪猫猪脉凄昵羡炖瓮洒栖洼厦祢疱糍腼栀笋碱秆籼猬';

function printsOldForms({ text }: Document): boolean {
  let old = 0;
  let standard = 0;
  for (const char of OLD_PRINT_FORMS) {
    old += countOf(text, char);
    for (const partner of partnersIn('traditional', char))
      if (partner !== char) standard += countOf(text, partner);
  }
  return old > 1 && old > standard * 4;
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0 && count < ENOUGH; at = text.indexOf(char, at + 1)) count++;
  return count;
}

const ENOUGH = 1000;
const AROUND = 2;

/** The Han around `at`, two on each side at most: enough to recognise the word in a list of findings. */
function wordAround(text: string, at: number, size: number): string {
  let start = at;
  let end = at + size;
  while (start > at - AROUND && start > 0 && isHan(text.charCodeAt(start - 1))) start--;
  while (end < at + size + AROUND && isHan(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}
