// npm run generate             write every derived file
// npm run generate -- --check  fail when one is not current; changes nothing
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.ts';
import type { GeneratedFile } from './types.ts';

type Generator = () => GeneratedFile | GeneratedFile[] | Promise<GeneratedFile | GeneratedFile[]>;

// Tables first, then the registry, then what is derived from the rules themselves.
const STEPS: readonly (() => Promise<readonly Generator[]>)[] = [
  async () => [
    (await import('./charClass.ts')).charClass,
    (await import('./hanForms.ts')).hanForms,
    (await import('./bigrams.ts')).bigrams,
    (await import('./hanPairs.ts')).hanPairs,
    (await import('./hanLevels.ts')).hanLevels,
    (await import('./encodings.ts')).encodings,
    (await import('./readings.ts')).readings,
  ],
  // What reads the tables above.
  async () => [
    (await import('./japaneseForms.ts')).japaneseForms,
    (await import('./words.ts')).wordTables,
    (await import('./lexicon.ts')).lexicon,
  ],
  async () => [(await import('./registry.ts')).registry],
  async () => [
    (await import('./catalogue.ts')).catalogue,
    (await import('./manifest.ts')).manifest,
    (await import('./pages.ts')).pages,
    (await import('./readme.ts')).readmes,
    (await import('./configSchema.ts')).configurationSchema,
  ],
  // What the bundles hold.
  async () => [(await import('./notice.ts')).notice],
];

const check = process.argv.includes('--check');
let stale = 0;
for (const step of STEPS) {
  for (const generate of await step()) {
    for (const file of [await generate()].flat()) {
      const target = path.join(ROOT, file.path);
      if (read(target) === file.text) continue;
      stale++;
      console.log(`${check ? 'stale' : 'wrote'} ${file.path}`);
      if (check) continue;
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, file.text);
    }
  }
}
if (check && stale > 0) {
  console.error(`${stale} derived files are not current; run "npm run generate".`);
  process.exitCode = 1;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
