// The rule tables of the READMEs, from the rules themselves.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../server/src/core/rule/registry.gen.ts';
import { GROUPS, type Locale, type RuleMeta } from '../../server/src/core/rule/types.ts';
import { replaceSection } from './pages.ts';
import { ROOT } from './root.ts';
import type { GeneratedFile } from './types.ts';

const HEADS: Readonly<Record<Locale, string>> = {
  en: '| rule | level | fix | finds |',
  'zh-CN': '| 规则 | 级别 | 修复 | 发现 |',
  'zh-TW': '| 規則 | 級別 | 修復 | 發現 |',
};

export function readmes(): GeneratedFile[] {
  return [readme('README.md', 'en'), readme('README.zh-CN.md', 'zh-CN'), readme('README.zh-TW.md', 'zh-TW')];
}

function readme(file: string, locale: Locale): GeneratedFile {
  const rows = [...RULES]
    .map(rule => rule.meta)
    .sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
    .map(
      ({ id, level, fix, summary }) =>
        `| [\`${id}\`](docs/rules/${id}.md) | ${level === 'off' ? '–' : level} | ${fix === 'none' ? '–' : fix} | ${summary[locale]} |`,
    );
  const table = [HEADS[locale], '|---|---|---|---|', ...rows].join('\n');
  return {
    path: file,
    text: replaceSection(readFileSync(path.join(ROOT, file), 'utf8'), 'rules', table, file),
  };
}

const order = (meta: RuleMeta): number => GROUPS.findIndex(group => meta.id.startsWith(`${group}/`));
