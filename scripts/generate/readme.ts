// What the READMEs derive: the table of rules, from the rules themselves, and the output of a real run.
import { spawnSync } from 'node:child_process';
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
  'zh-TW': '| 規則 | 等級 | 修復 | 發現 |',
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
  const text = replaceSection(readFileSync(path.join(ROOT, file), 'utf8'), 'rules', table, file);
  return { path: file, text: replaceSection(text, 'output', `\`\`\`text\n${output(locale)}\`\`\``, file) };
}

const order = (meta: RuleMeta): number => GROUPS.findIndex(group => meta.id.startsWith(`${group}/`));

const SHOWN = [
  'number/fullwidth-separator',
  'number/impossible-percent',
  'number/lookalike',
  'number/broken',
];
const REPORT = 'examples/reports/06-recycling-numbers.md';

// The command line as a user runs it, on one of the sample reports; the language is the page's.
function output(locale: Locale): string {
  const rules = SHOWN.flatMap(id => ['--rule', id]);
  const args = [
    '--import',
    'tsx',
    'server/src/cli/bin.ts',
    '--no-ignore',
    '--locale',
    locale,
    ...rules,
    REPORT,
  ];
  const run = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
  });
  if (run.status !== 1) throw new Error(`the example gave exit code ${run.status}: ${run.stderr}`);
  return `$ corpus-lint ${REPORT}\n${run.stdout}`;
}
