// npm run pictures: the README's pictures of the terminal, from real runs, and the extension's icon, drawn by Chromium.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Convert from 'ansi-to-html';
import { chromium } from 'playwright-core';
import stringWidth from 'string-width';
import { ROOT } from './generate/root.ts';

const SHOTS: readonly { readonly file: string; readonly args: readonly string[] }[] = [
  {
    file: 'terminal.png',
    args: ['examples/reports/06-recycling-numbers.md', 'examples/reports/03-trees-traditional.md'],
  },
  {
    file: 'terminal-zh.png',
    args: [
      '--locale',
      'zh-CN',
      'examples/reports/06-recycling-numbers.md',
      'examples/reports/03-trees-traditional.md',
    ],
  },
];

const COLOURS = { 1: '#f14c4c', 2: '#23d18b', 3: '#e5b95c', 4: '#3b8eea', 6: '#29b8db' };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1000, height: 400 }, deviceScaleFactor: 1.2 });
mkdirSync(path.join(ROOT, 'docs/images'), { recursive: true });
for (const { file, args } of SHOTS) {
  const run = spawnSync('node', ['dist/cli/bin.js', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1', COLUMNS: '110', LANG: 'en_US.UTF-8' },
  });
  const html = new Convert({ escapeXML: true, fg: '#d4d4d4', bg: '#1e1e1e', colors: COLOURS })
    .toHtml(`$ corpus-lint ${args.join(' ')}\n${run.stdout}`)
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => cell(String.fromCodePoint(Number.parseInt(hex, 16))));
  await page.setContent(
    `<style>body{margin:0;background:#1e1e1e;color:#d4d4d4;padding:16px;width:max-content}
     pre{margin:0;font:15px/1.45 "DejaVu Sans Mono","WenQuanYi Micro Hei Mono",monospace}
     i{display:inline-block;font-style:normal;text-align:center;white-space:nowrap;font-size:17px;line-height:1}</style><pre>${html}</pre>`,
  );
  await page.locator('body').screenshot({ path: path.join(ROOT, 'docs/images', file) });
}
// The extensions view takes no SVG.
const icon = await browser.newPage({ viewport: { width: 256, height: 256 } });
await icon.setContent(
  `<style>body{margin:0}svg{display:block}</style>${readFileSync(path.join(ROOT, 'docs/images/icon.svg'), 'utf8')}`,
);
await icon.screenshot({ path: path.join(ROOT, 'docs/images/icon.png'), omitBackground: true });
await browser.close();

// A terminal gives every character whole cells; a browser's fonts do not agree on that by themselves.
function cell(char: string): string {
  return `<i style="width:${stringWidth(char) * 9.03}px">${char}</i>`;
}
