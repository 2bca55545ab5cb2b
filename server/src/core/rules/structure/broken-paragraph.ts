import { headingsOf } from '../../outline/headings.ts';
import type { Gap } from '../../paragraphs/cues.ts';
import { gapsOf } from '../../paragraphs/gaps.ts';
import { headingHintsOf } from '../../paragraphs/shapes.ts';
import { unitsOf } from '../../paragraphs/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Report } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'structure/broken-paragraph',
    level: 'warning',
    fix: 'safe',
    regions: Regions.structure,
    summary: {
      en: 'A sentence cut by a line break or a blank line',
      'zh-CN': '句子被换行或空行截断',
      'zh-TW': '句子被換行或空行截斷',
    },
    messages: {
      found: {
        en: 'The sentence goes on after this break, left over from columns or pages; it splits words for search and segmentation. Join the two halves.',
        'zh-CN': '句子在此被截断，是分栏或分页的残留，会把词语切开，影响检索与分词。应接合前后两段。',
        'zh-TW': '句子在此被截斷，是分欄或分頁的殘留，會把詞語切開，影響檢索與斷詞。應接合前後兩段。',
      },
      furniture: {
        en: 'A page number, a running head or a drawn line stands inside this sentence. Remove it and join the two halves.',
        'zh-CN': '页码、页眉或分隔线夹在句子中间。应删去并接合前后两段。',
        'zh-TW': '頁碼、頁眉或分隔線夾在句子中間。應刪去並接合前後兩段。',
      },
      interrupted: {
        en: 'A caption or a credit stands inside this sentence. Move it to its picture and join the two halves.',
        'zh-CN': '图片说明或署名夹在句子中间。应移到图片处，并接合前后两段。',
        'zh-TW': '圖片說明或署名夾在句子中間。應移到圖片處，並接合前後兩段。',
      },
      heading: {
        en: 'The heading goes on in the next line. Join the two lines.',
        'zh-CN': '标题分成了两行。应接合为一行。',
        'zh-TW': '標題分成了兩行。應接合為一行。',
      },
      join: { en: 'Join the two halves', 'zh-CN': '接合前后两段', 'zh-TW': '接合前後兩段' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, report }) {
      for (const gap of doc.share(gapsOf)) report(asReport(gap));
      if (!doc.share(headingHintsOf).letters) return;
      const units = doc.share(unitsOf);
      for (const { kind, firstUnit, lastUnit } of doc.share(headingsOf)) {
        if (kind !== 'labelled' || firstUnit === lastUnit) continue;
        // The heading is marked, not the gap: a person looks for it by its first character.
        const [a, b] = [units[firstUnit]!, units[lastUnit]!];
        const data: Joint = {
          start: a.fullEnd,
          end: b.fullStart,
          join: ' ',
          safe: false,
          interrupted: false,
        };
        report({ start: a.start, end: b.end, messageId: 'heading', level: 'info', data });
      }
    },
  },
  fix(_, finding) {
    const { start, end, join, safe, interrupted } = finding.data as Joint;
    if (interrupted) return [];
    return [{ titleId: 'join', edits: [{ start, end, text: join }], safety: safe ? 'safe' : 'unsafe' }];
  },
});

/** What is replaced, and by what. */
type Joint = Pick<Gap, 'start' | 'end' | 'join' | 'safe' | 'interrupted'>;

const asReport = ({ start, end, join, safe, interrupted, cues }: Gap): Report => {
  const data: Joint = { start, end, join, safe, interrupted };
  return {
    start,
    end,
    messageId: cues.includes('aside') ? 'interrupted' : cues.includes('furniture') ? 'furniture' : 'found',
    data,
  };
};
