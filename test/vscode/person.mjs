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
    const seen = await page
      .locator(
        '.editor-instance .view-line, .notification-list-item, .markers-panel-container .monaco-list-row',
      )
      .allInnerTexts()
      .catch(() => []);
    for (const line of seen) console.log(`    | ${line.replaceAll('\n', ' ')}`);
    await page.screenshot({ path: path.join(ROOT, 'out/person-failed.png') }).catch(() => {});
  }
}

const picture = name => {
  const folder = keepsImages && SHOWN.has(name) ? 'docs/images' : 'out/person';
  return page.screenshot({ path: path.join(ROOT, folder, `${name}.png`) });
};
const press = keys => page.keyboard.press(keys);
const squiggles = '.editor-instance [class*="squiggly-"]';
const quickInput = page.locator('.quick-input-widget');
/** Entries of a list whose label is `text`, or holds it where it is a pattern. */
const rows = text => {
  const hasText =
    text instanceof RegExp ? text : new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  const label = page.locator('.label-name', { hasText });
  return page.locator('.quick-input-list .monaco-list-row', { has: label });
};

/** Milliseconds for what is certain to come; a busy machine may take its time. */
const LONG = 60_000;

const happens = wait =>
  wait.then(
    () => true,
    () => false,
  );

/**
 * Does what a person does who sees nothing happen: the same again. VS Code loses keys and clicks while something opens,
 * closes or takes the focus.
 */
async function again(act, wait) {
  for (let tries = 0; tries < 10; tries++) {
    await act();
    if (await happens(wait({ timeout: 5000 }))) return;
  }
  await wait({ timeout: LONG });
}

/**
 * Opens the palette or a list of files and gives its input. A key pressed while the one before is still closing is lost,
 * so each press waits for a closed palette.
 */
async function open(keys) {
  const input = quickInput.locator('input').first();
  await again(
    async () => {
      if (await quickInput.isVisible()) await press('Escape');
      await quickInput.waitFor({ state: 'hidden', timeout: LONG });
      await press(keys);
    },
    options => input.waitFor({ state: 'visible', ...options }),
  );
  return input;
}

/** Picks the entry `label`: `keys` opens the list, `query` narrows it. */
async function pick(keys, query, label) {
  const input = await open(keys);
  const row = rows(label);
  await again(
    async () => {
      // The list may be gone by itself: the click before was only slow.
      if (!(await quickInput.isVisible())) return;
      await input.fill(query, { timeout: 5000 }).catch(() => undefined);
      await row.click({ timeout: 5000 }).catch(() => undefined);
    },
    options => row.waitFor({ state: 'hidden', ...options }),
  );
}

const command = name => pick('F1', `>${name}`, name);

await step('open a damaged report and see squiggles', async () => {
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server.host, ROOT)],
    ['openFile', remoteUri(server.host, FIRST)],
  ];
  await page.goto(workbenchUrl(server.host, { folder: workspace, payload }));
  await page.waitForSelector('.monaco-workbench', { timeout: LONG });
  await page.waitForSelector(squiggles, { timeout: 2 * LONG });
  await page.locator('.editor-instance .view-line').first().click();
});

await step('see the findings in the Problems panel', async () => {
  const found = page.locator('.markers-panel-container .monaco-list-row');
  await again(
    () => press('Control+Shift+M'),
    options => found.nth(3).waitFor(options),
  );
  await page
    .locator('.markers-panel-container >> text=punctuation/halfwidth')
    .first()
    .waitFor({ timeout: LONG });
  await page.waitForTimeout(500);
  await picture('findings');
});

const markBox = async () => {
  const box = await page.locator(squiggles).first().boundingBox();
  return { x: box.x + Math.max(2, box.width - 3), y: box.y + box.height / 2 - 4 };
};

await step('hover over a finding: message, repair, rule', async () => {
  await again(
    async () => {
      const { x, y } = await markBox();
      await page.mouse.move(x + 200, y + 100);
      await page.mouse.move(x - 1, y);
      await page.mouse.move(x, y);
    },
    options => page.waitForSelector('.monaco-hover:not(.hidden) >> text=→', options),
  );
  await picture('hover');
});

await step('open the quick fixes', async () => {
  // The hover may still cover the mark, or the key come before the editor has the focus.
  const row = page.locator('.action-widget .monaco-list-row').first();
  await again(
    async () => {
      await press('Escape');
      const { x, y } = await markBox();
      await page.mouse.click(x, y);
      await press('Control+.');
    },
    options => row.waitFor(options),
  );
  await page.waitForTimeout(300);
  const titles = (await page.locator('.action-widget .monaco-list-row').allInnerTexts()).join('\n');
  assert.match(titles, /Fix all \d+ findings of punctuation\/halfwidth/);
  assert.match(titles, /Ignore punctuation\/halfwidth here/);
  await picture('problems');
});

await step('apply the first quick fix', async () => {
  const halfWidth = () =>
    page.evaluate(
      () => document.querySelector('.editor-instance .view-lines')?.textContent.match(/[,;:?!]/g).length,
    );
  const before = await halfWidth();
  const offered = page.locator('.action-widget .monaco-list-row').first();
  await again(
    async () => {
      if (await offered.isVisible()) await press('Enter');
    },
    options =>
      page.waitForFunction(
        count =>
          document.querySelector('.editor-instance .view-lines')?.textContent.match(/[,;:?!]/g).length <
          count,
        before,
        options,
      ),
  );
});

await step('apply all safe fixes by command, and save', async () => {
  await command('Corpus Lint: Apply All Safe Fixes');
  await page.waitForFunction(selector => !document.querySelector(selector), squiggles, { timeout: LONG });
  await again(
    () => press('Control+S'),
    options => page.waitForFunction(() => !document.querySelector('.tab.dirty'), null, options),
  );
  assert.match(readFileSync(FIRST, 'utf8'), /去年，市图书馆.*；电子书/);
});

await step('see the state of the file in the status item', async () => {
  await page.locator('.editor-instance .view-line').first().click();
  const item = page.locator('#status\\.languageStatus').first();
  await again(
    async () => {
      await page.mouse.move(500, 300);
      await item.hover();
    },
    options => page.waitForSelector('.monaco-hover >> text=Simplified', options),
  );
  await page.waitForTimeout(300);
  await picture('status');
  await page.mouse.move(500, 300);
});

const shows = (text, options = { timeout: LONG }) =>
  page.waitForFunction(
    wanted => document.querySelector('.editor-instance .view-lines')?.textContent?.includes(wanted),
    text,
    options,
  );
const preview = page.locator('.bulk-edit-panel');
const direction = id =>
  page.locator('.quick-input-list .monaco-list-row', {
    has: page.locator('.label-description', { hasText: new RegExp(`^${id}$`) }),
  });
const choose = id =>
  again(
    () =>
      direction(id)
        .click({ timeout: 5000 })
        .catch(() => undefined),
    options => direction(id).waitFor({ state: 'hidden', ...options }),
  );
const confirm = text =>
  again(
    () =>
      preview
        .getByText('Apply', { exact: true })
        .click({ timeout: 5000 })
        .catch(() => undefined),
    options => shows(text, options),
  );

await step('convert the script from a list of directions', async () => {
  await command('Corpus Lint: Convert Script…');
  await direction('s2twp').waitFor({ timeout: LONG });
  await page.waitForTimeout(500);
  await picture('convert');
  await choose('s2twp');
  // A character that no word decides opens the preview; the rest is accepted there already.
  await Promise.race([preview.waitFor({ timeout: LONG }), shows('圖書館')]);
  if (await preview.isVisible()) await confirm('圖書館');
  await shows('圖書館');
});

await step('look at every change before it is made', async () => {
  await command('Corpus Lint: Convert Script with Preview…');
  await choose('tw2sp');
  await preview.waitFor({ timeout: LONG });
  await preview.locator('.edit-checkbox').first().click();
  await page.waitForTimeout(500);
  await picture('preview');
  await confirm('图书馆');
});

await step('see headings of a plain text in the outline', async () => {
  await pick('Control+P', '02-reservoirs', /^02-reservoirs/);
  await page.waitForSelector('.tab.active >> text=02-reservoirs', { timeout: LONG });
  await command('Explorer: Focus on Outline View');
  await page.waitForSelector('.outline-tree .monaco-list-row >> text=先把底数摸清', { timeout: LONG });
  await page.waitForTimeout(500);
  await picture('outline');
});

console.log(`vscode: ${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;
await browser.close();
await server.stop();
rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
