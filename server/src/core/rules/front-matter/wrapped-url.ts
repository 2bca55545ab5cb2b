import { innerSpan } from '../../frontMatter/types.ts';
import { unwrapUrl } from '../../frontMatter/urls.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/wrapped-url',
    level: 'info',
    fix: 'unsafe',
    regions: Regions.frontMatter,
    summary: {
      en: 'A URL that goes through a proxy',
      'zh-CN': '经代理中转的网址',
      'zh-TW': '經代理中轉的網址',
    },
    messages: {
      found: {
        en: 'This address asks a proxy for {url}; the day the proxy stops, the file is lost. Write the address itself.',
        'zh-CN': '此地址经代理取 {url}，代理一停便失效。应直接写原地址。',
        'zh-TW': '此地址經代理取 {url}，代理一停便失效。應直接寫原地址。',
      },
      replace: { en: 'Write {url}', 'zh-CN': '改为 {url}', 'zh-TW': '改為 {url}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      for (const node of doc.frontMatterData?.nodes ?? []) {
        if (typeof node.value !== 'string' || node.style === 'block' || node.style === 'alias') continue;
        const span = innerSpan(text, node);
        const url = unwrapUrl(text.slice(span.start, span.end));
        if (url) report({ ...span, messageId: 'found', args: { url } });
      }
    },
  },
  fix({ text }, { start, end }) {
    const url = unwrapUrl(text.slice(start, end));
    return url
      ? [{ titleId: 'replace', args: { url }, edits: [{ start, end, text: url }], safety: 'unsafe' }]
      : [];
  },
});
