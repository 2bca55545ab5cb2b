// node test/vscode/person.mjs [--images]: the extension used as a person would, in the workbench: squiggles, Problems,
// hover, quick fix, fix all, conversion, outline, status item. With --images the pictures go to docs/images.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../scripts/bootstrap.mjs';
import { launchBrowser, newPage, remoteUri, startServer, workbenchUrl } from '../../scripts/vscode/host.mjs';
import { installHost } from '../../scripts/vscode/install.mjs';

const host = installHost();
if ('reason' in host) {
  console.log(`skipped: ${host.reason}`);
  console.log('vscode: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
const keepsImages = process.argv.includes('--images');
/** Pictures that the README and the walkthrough show; the others are only looked at. */
const SHOWN = new Set(['findings', 'problems', 'convert', 'status']);
mkdirSync(path.join(ROOT, 'out/person'), { recursive: true });
const workspace = mkdtempSync(path.join(tmpdir(), 'corpus-lint-person-'));
cpSync(path.join(ROOT, 'examples'), workspace, { recursive: true });
const FIRST = path.join(workspace, 'reports/01-library-folded.md');

const server = await startServer({
  settings: {
    'editor.fontSize': 14,
    'editor.minimap.enabled': false,
    'breadcrumbs.enabled': false,
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'files.autoSave': 'off',
  },
});
const browser = await launchBrowser();
const page = await newPage(browser, { size: { width: 1000, height: 620 } });
let passed = 0;
let failed = 0;

async function step(name, run) {
  if (failed > 0) return;
  try {
    await run();
    passed++;
    console.log(`  ✔ ${name}`);
  } catch (error) {
    failed++;
    console.log(`  ✖ ${name}: ${error.message}`);
    await page.screenshot({ path: path.join(ROOT, 'out/person-failed.png') }).catch(() => {});
  }
}

const picture = name => {
  const folder = keepsImages && SHOWN.has(name) ? 'docs/images' : 'out/person';
  return page.screenshot({ path: path.join(ROOT, folder, `${name}.png`) });
};
const press = keys => page.keyboard.press(keys);
const squiggles = '.editor-instance [class*="squiggly-"]';
const command = async name => {
  await press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
};
const editorText = () =>
  page.evaluate(() => document.querySelector('.editor-instance .view-lines')?.textContent ?? '');

await step('open a damaged report and see squiggles', async () => {
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server.host, ROOT)],
    ['openFile', remoteUri(server.host, FIRST)],
  ];
  await page.goto(workbenchUrl(server.host, { folder: workspace, payload }));
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  await page.waitForSelector(squiggles, { timeout: 60_000 });
  await page.locator('.editor-instance .view-line').first().click();
});

await step('see the findings in the Problems panel', async () => {
  await press('Control+Shift+M');
  const rows = page.locator('.markers-panel-container .monaco-list-row');
  await rows.nth(3).waitFor({ timeout: 20_000 });
  assert.match((await rows.allInnerTexts()).join('\n'), /punctuation\/halfwidth/);
  await page.waitForTimeout(500);
  await picture('findings');
});

const markBox = async () => {
  const box = await page.locator(squiggles).first().boundingBox();
  return { x: box.x + Math.max(2, box.width - 3), y: box.y + box.height / 2 - 4 };
};

await step('hover over a finding: message, repair, rule', async () => {
  const { x, y } = await markBox();
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  await page.waitForSelector('.monaco-hover:not(.hidden) >> text=→', { timeout: 20_000 });
  await picture('hover');
});

await step('open the quick fixes', async () => {
  const { x, y } = await markBox();
  await page.mouse.click(x, y);
  await press('Control+.');
  await page.waitForSelector('.action-widget .monaco-list-row', { timeout: 20_000 });
  await page.waitForTimeout(300);
  const titles = (await page.locator('.action-widget .monaco-list-row').allInnerTexts()).join('\n');
  assert.match(titles, /Fix all \d+ findings of punctuation\/halfwidth/);
  assert.match(titles, /Ignore punctuation\/halfwidth here/);
  await picture('problems');
});

await step('apply the first quick fix', async () => {
  const before = await editorText();
  await press('Enter');
  await page.waitForFunction(
    text => document.querySelector('.editor-instance .view-lines')?.textContent !== text,
    before,
    { timeout: 20_000 },
  );
});

await step('fix all safe findings by command, and save', async () => {
  await command('Fix All Safe Findings');
  await page.waitForFunction(selector => !document.querySelector(selector), squiggles, { timeout: 20_000 });
  await press('Control+S');
  await page.waitForFunction(() => !document.querySelector('.tab.dirty'), null, { timeout: 10_000 });
  assert.match(readFileSync(FIRST, 'utf8'), /去年，市图书馆.*；电子书/);
});

await step('see the state of the file in the status item', async () => {
  await page.locator('.editor-instance .view-line').first().click();
  const item = page.locator('#status\\.languageStatus').first();
  await item.hover();
  await page.waitForSelector('.monaco-hover >> text=Simplified', { timeout: 20_000 });
  await page.waitForTimeout(300);
  await picture('status');
  await page.mouse.move(500, 300);
});

await step('convert the script from a list of directions', async () => {
  await command('Convert Script');
  await page.waitForSelector('.quick-input-list .monaco-list-row >> text=s2twp', { timeout: 20_000 });
  await picture('convert');
  await page.locator('.quick-input-widget input').first().fill('s2twp');
  await press('Enter');
  const preview = page.locator('.refactor-preview');
  await Promise.race([
    preview.waitFor({ timeout: 20_000 }),
    page.waitForFunction(
      () => document.querySelector('.editor-instance .view-lines')?.textContent?.includes('圖書館'),
      null,
      { timeout: 20_000 },
    ),
  ]);
  if (await preview.isVisible()) await page.locator('.refactor-preview >> text=Apply').first().click();
  await page.waitForFunction(
    () => document.querySelector('.editor-instance .view-lines')?.textContent?.includes('圖書館'),
    null,
    { timeout: 20_000 },
  );
});

await step('see headings of a plain text in the outline', async () => {
  // The palette of the step before must be gone, or it swallows the keys.
  await page.keyboard.press('Escape');
  await page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout: 10_000 });
  for (
    let tries = 0;
    tries < 3 && !(await page.locator('.quick-input-widget input').first().isVisible());
    tries++
  ) {
    await page.keyboard.press('Control+P');
    await page.waitForTimeout(1000);
  }
  await page.locator('.quick-input-widget input').first().fill('02-reservoirs');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '02-reservoirs' }).first().click();
  await command('Explorer: Focus on Outline View');
  await page.waitForSelector('.outline-tree .monaco-list-row >> text=先把底数摸清', { timeout: 20_000 });
  await page.waitForTimeout(500);
  await picture('outline');
});

console.log(`vscode: ${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;
await browser.close();
await server.stop();
rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
