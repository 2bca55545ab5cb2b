// Rule fixtures: Markdown files whose cases carry their expectations in the text.
//
//   ## Why this case exists
//   format: html            (optional lines; also: script, region, options, with, preset-free settings)
//   ```report
//   今天⟦,|punctuation/halfwidth→，⟧我们
//   ```
//
// A mark is ⟦span|rule(level)→safe fix⟧ or ⟦span|rule⇢unsafe fix⇢another⟧; an empty rule means the fixture's own.
// A fix is written as the span's text after the repair. \u{200B} stands for a character one cannot see.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Expectations, Format, Options } from '../../server/src/core/index.ts';

export interface ExpectedFinding {
  readonly start: number;
  readonly end: number;
  readonly ruleId: string;
  readonly level?: string;
  /** Undefined where the case does not speak of repairs of another rule. */
  readonly repairs: readonly { readonly safety: 'safe' | 'unsafe'; readonly text: string }[];
}

export interface FixtureCase {
  readonly why: string;
  readonly line: number;
  readonly format: Format;
  readonly text: string;
  readonly expectations: Expectations;
  readonly options: Options;
  /** Rules that run beside the fixture's own. */
  readonly with: readonly string[];
  readonly expected: readonly ExpectedFinding[];
}

export interface Fixture {
  readonly ruleId: string;
  readonly file: string;
  readonly cases: readonly FixtureCase[];
}

const ROOT = path.resolve(import.meta.dirname, '../fixtures/rules');

export function readFixtures(root = ROOT): Fixture[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => {
      const ruleId = file.slice(0, -3).split(path.sep).join('/');
      return { ruleId, file, cases: parseFixture(ruleId, readFileSync(path.join(root, file), 'utf8')) };
    });
}

function parseFixture(ruleId: string, source: string): FixtureCase[] {
  const cases: FixtureCase[] = [];
  const lines = source.split('\n');
  let why = '';
  let settings: Record<string, string> = {};
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const heading = /^## (.+)$/.exec(line);
    if (heading) {
      why = heading[1]!;
      settings = {};
      continue;
    }
    const setting = /^([a-z]+): (.+)$/.exec(line);
    if (setting) settings[setting[1]!] = setting[2]!;
    const fence = /^(`{3,}|~{3,})report$/.exec(line);
    if (!fence) continue;
    const body: string[] = [];
    const at = i + 1;
    for (i++; i < lines.length && lines[i] !== fence[1]; i++) body.push(lines[i]!);
    if (i === lines.length) throw new Error(`${ruleId}: fence of line ${at} is not closed`);
    const { text, expected } = parseMarks(decodeEscapes(body.join('\n')), ruleId);
    cases.push({
      why: why || `case at line ${at}`,
      line: at,
      format: (settings.format ?? 'markdown') as Format,
      text,
      expected,
      expectations: {
        ...(settings.script ? { script: settings.script as 'simplified' } : {}),
        ...(settings.region ? { region: settings.region as 'CN' } : {}),
        ...(settings.keys ? { keys: JSON.parse(settings.keys) } : {}),
        ...(settings.schema ? { frontMatterSchema: JSON.parse(settings.schema) } : {}),
      },
      options: settings.options ? (JSON.parse(settings.options) as Options) : {},
      with: settings.with ? settings.with.split(/,\s*/) : [],
    });
  }
  return cases;
}

const MARK = /⟦([^⟦⟧]*?)\|((?:[a-z-]+\/[\w-]+)?)(?:\((error|warning|info)\))?((?:[→⇢][^⟧→⇢]*)*)⟧/g;

/** Takes the marks out of a text. */
export function parseMarks(marked: string, ownRule: string): { text: string; expected: ExpectedFinding[] } {
  const expected: ExpectedFinding[] = [];
  let text = '';
  let from = 0;
  for (const mark of marked.matchAll(MARK)) {
    text += marked.slice(from, mark.index);
    from = mark.index + mark[0].length;
    const [, covered, ruleId, level, fixes] = mark;
    expected.push({
      start: text.length,
      end: text.length + covered!.length,
      ruleId: ruleId || ownRule,
      ...(level ? { level } : {}),
      repairs: [...fixes!.matchAll(/([→⇢])([^→⇢]*)/g)].map(([, arrow, fix]) => ({
        safety: arrow === '→' ? 'safe' : 'unsafe',
        text: fix!,
      })),
    });
    text += covered;
  }
  text += marked.slice(from);
  if (/[⟦⟧]/.test(text)) throw new Error(`${ownRule}: a mark is malformed in: ${text.slice(0, 200)}`);
  return { text, expected };
}

const decodeEscapes = (text: string): string =>
  text.replace(/\\u\{([0-9A-Fa-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
