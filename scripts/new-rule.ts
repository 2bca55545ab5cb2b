// npm run new-rule -- group/name: a rule, its page and its fixture, ready to be filled in.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GROUPS } from '../server/src/core/rule/types.ts';
import { ROOT } from './generate/root.ts';

const id = process.argv[2] ?? '';
const match = /^([a-z-]+)\/([a-z][a-z-]*)$/.exec(id);
if (!match || !(GROUPS as readonly string[]).includes(match[1]!)) {
  console.error(`usage: npm run new-rule -- group/name      groups: ${GROUPS.join(', ')}`);
  process.exit(2);
}

const todo = (text: string): string => `{ en: '${text}', 'zh-CN': '${text}', 'zh-TW': '${text}' }`;
const files: Record<string, string> = {
  [`server/src/core/rules/${id}.ts`]: `import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: '${id}',
    level: 'warning',
    fix: 'none',
    regions: Regions.prose,
    summary: ${todo('Name the defect')},
    messages: {
      found: ${todo('What, why, what to do')},
    },
  },
  trigger: {
    on: 'document',
    check() {},
  },
});
`,
  [`docs/rules/${id}.md`]: `# ${id}

<!-- generated: head -->
<!-- /generated -->

Why it is a defect.

\`\`\`bad
\`\`\`

\`\`\`good
\`\`\`

## What is left alone

\`\`\`good
\`\`\`

## Source
`,
  [`test/fixtures/rules/${id}.md`]: `# ${id}

## Why this case exists
\`\`\`report
\`\`\`
`,
};
for (const [file, text] of Object.entries(files)) {
  const target = path.join(ROOT, file);
  if (existsSync(target)) {
    console.error(`${file} is there already`);
    process.exit(2);
  }
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(file);
}
console.log('Fill them in, then: npm run generate && RULE=%s npm test -- unit', id);
