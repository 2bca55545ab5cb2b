import { wantedPlaces } from '../../encoding/survey.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Report, RuleContext } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { inDocument } from '../../script/documentForms.ts';
import { judgedScript, type Script } from '../../script/evidence.ts';
import { keepsOldForm } from '../../script/oldTexts.ts';
import { PARTICLE_AS_AUTHOR, particleAt } from '../../script/particle.ts';
import { QUOTATION_OPTIONS, quotations } from '../../script/quotations.ts';
import { isClassical, singleCharacterAt, singleUnits } from '../../script/singleEvidence.ts';
import { firstLook, wrongWordAt } from '../../script/wordEvidence.ts';

export const rule = defineRule({
  meta: {
    id: 'script/wrong-conversion',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A character left unconverted, or converted to the wrong one',
      'zh-CN': '漏转或误转的字',
      'zh-TW': '漏轉或誤轉的字',
    },
    messages: {
      word: {
        en: '“{word}” should be “{with}”: a conversion between the scripts went by characters, not by words; searches miss the word. Write “{with}”.',
        'zh-CN': '“{word}”应作“{with}”：繁简转换时只按字、未按词，检索会漏掉该词。请改正。',
        'zh-TW': '「{word}」應作「{with}」：繁簡轉換時只按字、未按詞，檢索會漏掉該詞。請改正。',
      },
      standard: {
        en: '“{word}” is “{with}” here in Simplified text, by the standard table of characters; searches miss the other form. Write “{with}”.',
        'zh-CN': '按《通用规范汉字表》，此处“{word}”应作“{with}”，否则检索会漏掉。请改正。',
        'zh-TW': '按大陸《通用規範漢字表》，此處「{word}」應作「{with}」，否則檢索會漏掉。請改正。',
      },
      replace: {
        en: 'Replace “{word}” with “{with}”',
        'zh-CN': '将“{word}”改为“{with}”',
        'zh-TW': '將「{word}」改為「{with}」',
      },
    },
    options: QUOTATION_OPTIONS,
  },
  trigger: {
    on: 'document',
    check(context) {
      const { script } = context.doc.share(judgedScript);
      if (script) find(context, script);
    },
  },
  fix({ text }, { start, end, data }: Report) {
    const word = text.slice(start, end);
    const candidates = data as readonly string[];
    return candidates.map(candidate => ({
      titleId: 'replace',
      args: { word, with: candidate },
      edits: differences(word, candidate).map(i => ({
        start: start + i,
        end: start + i + 1,
        text: candidate[i]!,
      })),
      safety: candidates.length === 1 ? ('safe' as const) : ('unsafe' as const),
    }));
  },
});

function find({ doc, text, options, report }: RuleContext, script: Script): void {
  const { regions } = doc;
  const look = firstLook(script);
  const { units } = look;
  const singles = singleUnits(script);
  const keeps = quotations(doc, script, options.checkQuotes);
  let reported = 0;
  let region = 0;
  for (const at of wantedPlaces(doc, script)) {
    if (at < reported) continue;
    while (regions.endOf(region) <= at) region++;
    if ((Regions.prose & (1 << regions.kinds[region]!)) === 0) continue;
    const unit = text.charCodeAt(at);
    const isParticle = script === 'simplified' && unit === PARTICLE;
    const mayBeWrong =
      !isParticle &&
      units[unit] === 1 &&
      look.mayBeWrong(text.charCodeAt(at - 1) || 0, unit, text.charCodeAt(at + 1) || 0);
    if (!mayBeWrong && singles[unit] === 0) continue;
    const inWord = isParticle ? particleAt(text, at) : mayBeWrong ? wrongWordAt(text, at, script) : undefined;
    const found =
      inWord ?? (singles[unit] === 1 && !isParticle ? singleCharacterAt(doc, at, script) : undefined);
    if (!found || found.start < reported || keeps(at)) continue;
    if (unit === CONJUNCTION && doc.share(isClassical)) continue;
    if (script === 'traditional' && keepsOldForm(doc, at, found.start, found.end)) continue;
    const word = text.slice(found.start, found.end);
    const words = found.words.map(w => localized(doc, script, word, w));
    report({
      start: found.start,
      end: found.end,
      // 藉由 and the like are as often a writer's habit as the trace of a converter.
      messageId: inWord || script === 'traditional' ? 'word' : 'standard',
      args: { word, with: words.join('/') },
      data: words,
    });
    reported = found.end;
  }
}

const PARTICLE = PARTICLE_AS_AUTHOR.charCodeAt(0);

/** 并: in classical text 并入 is as good as 併入. */
const CONJUNCTION = '并'.charCodeAt(0);

const localized = (doc: RuleContext['doc'], script: Script, word: string, right: string): string =>
  script === 'simplified'
    ? right
    : [...right].map((char, i) => (char === word[i] ? char : inDocument(doc, char))).join('');

const differences = (a: string, b: string): number[] =>
  Array.from({ length: a.length }, (_, i) => i).filter(i => a[i] !== b[i]);
