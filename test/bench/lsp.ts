// The language server, measured at the protocol over stdio: from a keystroke to its published diagnostics, requests on
// a document of 100,000 characters and one of a million, memory with 50 reports open. p50 and p95, after warming up.
//   node esbuild.mjs && node --import tsx test/bench/lsp.ts [folder with reports]
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type LspClient, startClient } from '../support/lspClient.ts';
import { newsReports } from '../support/news.ts';

const KEYSTROKES = 120;
const WARM_UP = 30;

const percentile = (times: readonly number[], p: number): string =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))]!.toFixed(1);
const row = (name: string, times: readonly number[]): void =>
  console.log(`| ${name} | ${percentile(times, 0.5)} | ${percentile(times, 0.95)} |`);
const report = (length: number): string => newsReports(1, 7, { length })[0]!.text;

/** Megabytes of resident memory of the server. */
function memory(client: LspClient): number {
  const status = readFileSync(`/proc/${client.process.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1000;
}

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

async function main(): Promise<void> {
  console.log('| milliseconds | p50 | p95 |\n|---|---:|---:|');
  for (const [name, length] of [
    ['100,000 characters', 100_000],
    ['1,000,000 characters', 1_000_000],
  ] as const) {
    const client = await startClient();
    const uri = 'file:///bench/report.md';
    const text = report(length);
    client.open(uri, text);
    await client.pushed(uri);
    const textDocument = { uri };
    row(`keystroke to diagnostics, ${name}`, await typing(client, uri, text));
    const position = { line: 12, character: 10 };
    row(`hover, ${name}`, await asking(client, 'textDocument/hover', { textDocument, position }));
    row(`symbols, ${name}`, await asking(client, 'textDocument/documentSymbol', { textDocument }));
    if (length === 100_000) {
      const conversion = { uri, conversion: 's2twp' };
      row(`conversion, ${name}`, await asking(client, 'corpusLint/convert', conversion, 25));
    }
    await client.stop();
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
