// The language server, measured at the protocol over stdio: from a keystroke to its published diagnostics, hovers and
// symbols, in clean and in damaged reports of several sizes; memory with 50 reports open. p50 and p95, after warming
// up; the cold figures go to stderr.
//   node esbuild.mjs && node --import tsx test/bench/lsp.ts [folder with reports]
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type LspClient, startClient } from '../support/lspClient.ts';
import { newsReports } from '../support/news.ts';
import { createRandom } from '../support/random.ts';

const KEYSTROKES = 120;
const WARM_UP = 30;

/** A Han character is three bytes: a file of a megabyte holds about 350,000 characters. */
const SIZES = [
  ['100,000 characters', 100_000],
  ['1 MB', 350_000],
  ['1,000,000 characters', 1_000_000],
] as const;

const percentile = (times: readonly number[], p: number): string =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))]!.toFixed(1);
const row = (name: string, times: readonly number[]): void =>
  console.log(`| ${name} | ${percentile(times, 0.5)} | ${percentile(times, 0.95)} |`);
const report = (length: number): string => newsReports(1, 7, { length })[0]!.text;

/** One defect for about so many characters, besides marks folded to half width throughout. */
const DEFECT_EVERY = 500;
const DEFECTS = [
  '，，',
  '２０２１年',
  '锟斤拷锟斤拷',
  '圖書館',
  '\u200b',
  '2月30日',
  '\n\n\n',
  '3.1.4万',
  '<b>',
];

/** The text as a bad scraper leaves it: every mark folded, and other damage in between. */
function damaged(text: string): string {
  const random = createRandom(7);
  const folded = text.replace(/[，：；？！]/g, mark => ',:;?!'['，：；？！'.indexOf(mark)]!);
  const parts: string[] = [];
  for (let from = 0; from < folded.length; ) {
    const to = from + Math.ceil(random() * 2 * DEFECT_EVERY);
    parts.push(folded.slice(from, to), DEFECTS[Math.floor(random() * DEFECTS.length)]!);
    from = to;
  }
  return parts.join('');
}

/** Megabytes of resident memory of the server. */
function memory(client: LspClient): number {
  const status = readFileSync(`/proc/${client.process.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1000;
}

/** Keystrokes in the middle of the text, each as soon as the one before is answered. */
async function typing(client: LspClient, uri: string, text: string): Promise<number[]> {
  const lines = text.split('\n');
  let line = Math.floor(lines.length / 2);
  while (lines[line]!.length < 40) line++;
  const at = { line, character: 20 };
  const times: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    const start = performance.now();
    const version = client.change(uri, [{ range: { start: at, end: at }, text: '水库，'[i % 3]! }]);
    await client.pushed(uri, version);
    if (i >= WARM_UP) times.push(performance.now() - start);
  }
  return times;
}

async function asking(client: LspClient, method: string, params: unknown, runs = 60): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await client.request(method, params);
    times.push(performance.now() - start);
  }
  console.error(`${method}: first ${times[0]!.toFixed(1)} ms`);
  return times.slice(10);
}

async function measure(name: string, text: string, converts: boolean): Promise<void> {
  const client = await startClient();
  const uri = 'file:///bench/report.md';
  client.open(uri, text);
  const found = await client.pushed(uri);
  console.error(`${name}: ${Buffer.byteLength(text)} bytes, ${found.length} diagnostics`);
  const textDocument = { uri };
  row(`keystroke to diagnostics, ${name}`, await typing(client, uri, text));
  const position = { line: 12, character: 10 };
  row(`hover, ${name}`, await asking(client, 'textDocument/hover', { textDocument, position }));
  row(`symbols, ${name}`, await asking(client, 'textDocument/documentSymbol', { textDocument }));
  if (converts) {
    const conversion = { uri, conversion: 's2twp' };
    row(`conversion, ${name}`, await asking(client, 'corpusLint/convert', conversion, 25));
  }
  await client.stop();
}

async function main(): Promise<void> {
  console.log('| milliseconds | p50 | p95 |\n|---|---:|---:|');
  for (const [size, length] of SIZES) {
    const text = report(length);
    await measure(`${size}, clean`, text, length === 100_000);
    await measure(`${size}, damaged`, damaged(text), false);
  }

  const client = await startClient();
  const folder = process.argv[2];
  const reports = folder
    ? readdirSync(folder)
        .slice(0, 50)
        .map(name => readFileSync(path.join(folder, name), 'utf8'))
    : newsReports(50, 3, { length: 4000 }).map(r => r.text);
  for (const [index, text] of reports.entries()) {
    client.open(`file:///bench/${index}.md`, text);
    await client.pushed(`file:///bench/${index}.md`);
  }
  console.log(`\n${reports.length} reports open: ${memory(client).toFixed(0)} MB resident`);
  await client.stop();
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
