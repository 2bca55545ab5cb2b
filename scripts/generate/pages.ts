// The head of each rule page: level, fix and summary, from the rule's own declaration.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../server/src/core/rule/registry.gen.ts';
import type { Rule } from '../../server/src/core/rule/types.ts';
import { ROOT } from './root.ts';
import type { GeneratedFile } from './types.ts';

export function pages(): GeneratedFile[] {
  return RULES.map(rule => {
    const file = `docs/rules/${rule.meta.id}.md`;
    return {
      path: file,
      text: replaceSection(readFileSync(path.join(ROOT, file), 'utf8'), 'head', head(rule), file),
    };
  });
}

/** Replaces what stands between `<!-- generated: name -->` and `<!-- /generated -->`. */
export function replaceSection(text: string, name: string, content: string, file: string): string {
  const start = `<!-- generated: ${name} -->`;
  const end = '<!-- /generated -->';
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${file} has no section "${name}"`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

function head({ meta }: Rule): string {
  const fix = { safe: 'safe', unsafe: 'unsafe (offered, not applied by `--fix`)', none: 'none' }[meta.fix];
  const lines = [
    `${meta.summary.en} · ${meta.summary['zh-CN']} · ${meta.summary['zh-TW']}`,
    '',
    `Level: **${meta.level}** · Fix: **${fix}**`,
  ];
  const options = Object.entries(meta.options ?? {});
  if (options.length > 0) {
    lines.push('', '| option | default | meaning |', '|---|---|---|');
    for (const [name, option] of options)
      lines.push(`| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.description.en} |`);
  }
  return lines.join('\n');
}
