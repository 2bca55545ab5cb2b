import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'encoding/bom',
    level: 'info',
    fix: 'safe',
    regions: Regions.all,
    summary: {
      en: 'A byte order mark at the start of the file',
      'zh-CN': '文件开头的字节顺序标记',
      'zh-TW': '檔案開頭的位元組順序記號',
    },
    messages: {
      found: {
        en: 'The file starts with a byte order mark; many readers take it for text and miss the front matter. Remove it.',
        'zh-CN': '文件以字节顺序标记开头，不少程序会把它当作正文，从而认不出文档头。应删除。',
        'zh-TW': '檔案以位元組順序記號開頭，不少程式會把它當作內文，因而認不出文件頭。應刪除。',
      },
      remove: {
        en: 'Remove the byte order mark',
        'zh-CN': '删除字节顺序标记',
        'zh-TW': '刪除位元組順序記號',
      },
    },
  },
  trigger: {
    on: 'bytes',
    // The mark of UTF-16 goes with its encoding, which is another finding.
    check({ report }, { hasBom, encoding }) {
      if (hasBom && !encoding.startsWith('utf-16')) report({ start: 0, end: 0, messageId: 'found' });
    },
  },
  // The mark is not part of the text: the edit changes nothing there and tells the host to write the file without.
  fix: () => [{ titleId: 'remove', edits: [{ start: 0, end: 0, text: '' }], safety: 'safe' }],
});
