// npm run measure: lints clean text that Debian ships in both scripts and writes the counts per rule into
// docs/clean-text.md. Needs the packages named there; what is not installed is left out and said.
//   npm run measure -- --list script/mixed-han    prints the findings of one rule, to be read one by one
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceSection } from '../../scripts/generate/pages.ts';
import { ROOT } from '../../scripts/generate/root.ts';
import { createSourceText, detectFormat, type Finding } from '../../server/src/core/index.ts';
import { recommended } from '../support/lint.ts';

interface Source {
  readonly name: string;
  readonly files: readonly string[];
  read(file: string): string;
}

const below = (folder: string, accept: (file: string) => boolean): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map(file => path.join(folder, file))
        .filter(accept)
        .sort()
    : [];
const plain = (file: string): string => readFileSync(file, 'utf8');
// Unwrapped, because a manual page's line breaks are the formatter's.
const manual = (file: string): string =>
  spawnSync('man', ['-E', 'UTF-8', '-l', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, MANWIDTH: '2000', GROFF_NO_SGR: '1', LANG: 'C.UTF-8' },
  }).stdout.replace(/.\x08/g, '');

const sources: readonly Source[] = ['zh-CN', 'zh-TW'].flatMap(script => {
  const lower = script.toLowerCase();
  const under = script.replace('-', '_');
  return [
    {
      name: `debian-reference-${lower}`,
      files: below('/usr/share/debian-reference', file => file.endsWith(`.${lower}.html`)),
      read: plain,
    },
    {
      name: `libreoffice-help-${lower}`,
      files: below(`/usr/share/libreoffice/help/${script}/text`, file => file.endsWith('.html')),
      read: plain,
    },
    {
      name: `manpages-zh (${under})`,
      files: below(`/usr/share/man/${under}`, file => file.endsWith('.gz')),
      read: manual,
    },
  ];
});

const listed = process.argv.includes('--list') ? process.argv[process.argv.indexOf('--list') + 1] : undefined;
const linter = recommended();
const counts = new Map<string, Map<string, number>>();
const sizes = new Map<string, number>();
for (const source of sources) {
  let han = 0;
  for (const file of source.files) {
    const text = source.read(file);
    const name = file.replace(/\.gz$/, '.txt');
    const { doc, findings } = linter.lint(createSourceText(file, detectFormat(name, text), text));
    han += doc.counts.han;
    for (const finding of findings) {
      if (listed) list(source.name, file, text, finding);
      else count(source.name, finding);
    }
  }
  sizes.set(source.name, han);
}
if (!listed) write();

function list(source: string, file: string, text: string, { ruleId, start, end }: Finding): void {
  if (ruleId !== listed) return;
  const context = `${text.slice(Math.max(0, start - 14), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 14)}`;
  console.log(`${source}\t${path.basename(file)}\t${JSON.stringify(context)}`);
}

function count(source: string, { ruleId, level }: Finding): void {
  const key = `${level === 'info' ? 2 : 1} ${ruleId} ${level}`;
  const row = counts.get(key) ?? new Map<string, number>();
  row.set(source, (row.get(source) ?? 0) + 1);
  counts.set(key, row);
}

function write(): void {
  const present = sources.filter(source => source.files.length > 0);
  const lines = [
    `| | level | ${present.map(s => s.name).join(' | ')} |`,
    `|---|---|${present.map(() => '--:').join('|')}|`,
    `| thousand Han characters | | ${present.map(s => Math.round(sizes.get(s.name)! / 1000)).join(' | ')} |`,
    ...[...counts.keys()].sort().map(key => {
      const [, id, level] = key.split(' ');
      return `| \`${id}\` | ${level} | ${present.map(s => counts.get(key)!.get(s.name) ?? '').join(' | ')} |`;
    }),
  ];
  const absent = sources.filter(source => source.files.length === 0).map(source => source.name);
  if (absent.length > 0) lines.push('', `Not installed when this was measured: ${absent.join(', ')}.`);
  const file = path.join(ROOT, 'docs/clean-text.md');
  writeFileSync(file, replaceSection(readFileSync(file, 'utf8'), 'counts', lines.join('\n'), file));
  console.log(lines.join('\n'));
}
