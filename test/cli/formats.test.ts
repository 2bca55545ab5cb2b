// Every format on one small corpus: its shape, and that what it says is what json says.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { type Schema, Validator } from '@cfworker/json-schema';
import { run, systemError } from '../support/memoryHost.ts';

const SARIF_SCHEMA = path.resolve(
  import.meta.dirname,
  '../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);

const RULES = ['--rule', 'punctuation/repeated,script/invisible', '--locale', 'en'];
const FILES = {
  'a.md': '# 水库\n\n今年，，蓄水<正常> & “安全”。\n',
  'b/一 份.txt': '𠮷隐\u200b形\n，，\n',
  'clean.md': '好。\n',
};
const report = async (format: string, more: readonly string[] = [], files: Record<string, string> = FILES) =>
  (await run(['.', '--format', format, ...RULES, ...more], files)).out;

interface JsonFile {
  filePath: string;
  messages: Record<string, unknown>[];
}

describe('formats', () => {
  it('json: the ESLint shape with levels and offsets', async () => {
    const files = JSON.parse(await report('json')) as JsonFile[];
    assert.deepEqual(
      files.map(f => [f.filePath, f.messages.length]),
      [
        ['/w/a.md', 1],
        ['/w/b/一 份.txt', 2],
        ['/w/clean.md', 0],
      ],
    );
    const { message, ...rest } = files[1]!.messages[0]!;
    assert.match(String(message), /U\+200B/);
    assert.deepEqual(rest, {
      ruleId: 'script/invisible',
      severity: 1,
      level: 'warning',
      line: 1,
      column: 4,
      endLine: 1,
      endColumn: 5,
      offset: 3,
      endOffset: 4,
      fix: { range: [3, 4], text: '' },
    });
    assert.deepEqual(Object.keys(files[0]!), [
      'filePath',
      'messages',
      'errorCount',
      'warningCount',
      'infoCount',
      'fixableErrorCount',
      'fixableWarningCount',
    ]);
  });

  it('jsonl: one file a line, json otherwise', async () => {
    const lines = (await report('jsonl')).trimEnd().split('\n');
    assert.deepEqual(
      lines.map(line => JSON.parse(line) as unknown),
      JSON.parse(await report('json')),
    );
  });

  it('concise: path:line:column', async () => {
    const lines = (await report('concise')).trimEnd().split('\n');
    assert.deepEqual(
      lines.map(line => line.split(' ').slice(0, 3).join(' ').replace(/ “.*/, '')),
      ['a.md:3:3: warning punctuation/repeated', 'b/一 份.txt:1:4: warning', 'b/一 份.txt:2:1: warning'],
    );
  });

  it('sarif: what the schema of SARIF 2.1.0 allows, for findings, failures and nothing at all', async () => {
    const schema = JSON.parse(readFileSync(SARIF_SCHEMA, 'utf8')) as Schema;
    const validator = new Validator(schema, '4', false);
    const unreadable = {
      before(operation: string, name: string) {
        if (operation === 'read' && name === '/w/a.md') throw systemError('EACCES');
      },
    };
    const examples = path.resolve(import.meta.dirname, '../../examples/reports');
    const damaged = Object.fromEntries(
      readdirSync(examples).map(name => [name, readFileSync(path.join(examples, name))]),
    );
    for (const [files, trouble, least] of [
      [damaged, {}, 50],
      [FILES, unreadable, 2],
      [{ 'clean.md': '好。\n' }, {}, 0],
    ] as const) {
      const { out } = await run(['.', '--format', 'sarif', '--locale', 'zh-CN'], files, trouble);
      const log = JSON.parse(out) as SarifLog;
      assert.deepEqual(validator.validate(log).errors, []);
      assert.ok(log.runs[0]!.results.length >= least);
    }
    // The schema is one that says no.
    const wrong = {
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: {} }] }],
    };
    assert.equal(validator.validate(wrong).valid, false);
  });

  it('sarif: places and repairs', async () => {
    const text = await report('sarif');
    const [result] = (JSON.parse(text) as SarifLog).runs[0]!.results.slice(1);
    assert.deepEqual(result!.locations[0]!.physicalLocation.artifactLocation, {
      uri: 'b/%E4%B8%80%20%E4%BB%BD.txt',
      uriBaseId: 'SRCROOT',
    });
    assert.equal(result!.locations[0]!.physicalLocation.region.startColumn, 4);
    assert.equal(result!.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent.text, '');
  });

  it('sarif: fingerprints survive edits elsewhere and tell repetitions apart', async () => {
    const prints = async (text: string) =>
      (JSON.parse(await report('sarif', [], { 'a.md': text })) as SarifLog).runs[0]!.results.map(
        r => r.partialFingerprints['corpusLint/v1'],
      );
    const before = await prints('# 题\n\n水库，，蓄水正常。\n');
    const after = await prints('# 新题\n\n新的一段。\n\n另有水库，，蓄水正常。\n');
    assert.deepEqual(after.length, 1);
    assert.deepEqual(await prints('# 新题\n\n新的一段。\n\n# 题\n\n水库，，蓄水正常。\n'), before);
    const [first, second] = await prints(
      '甲乙丙丁戊己庚辛，，甲乙丙丁戊己庚辛甲乙丙丁戊己庚辛，，甲乙丙丁戊己庚辛',
    );
    assert.notEqual(first, second);
  });

  it('github: annotations within the limits, the rest as lines, a summary', async () => {
    const many = { 'a.md': '水，，'.repeat(15) };
    const { out, host } = await run(['.', '--format', 'github', ...RULES], many, {
      env: { GITHUB_STEP_SUMMARY: '/w/summary.md' },
    });
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.filter(line => line.startsWith('::warning file=a.md,line=1,')).length, 10);
    assert.equal(lines.length, 15);
    assert.match(host.text('summary.md'), /0 errors, 15 warnings/);
    assert.match(host.text('summary.md'), /\| punctuation\/repeated \| 15 \| 15 \|/);
    const named = await report('github', [], { 'a,b:c.md': '水，，' });
    assert.match(named, /file=a%2Cb%3Ac\.md,/);
  });

  it('gitlab: unique fingerprints and relative paths', async () => {
    const issues = JSON.parse(await report('gitlab')) as {
      fingerprint: string;
      location: { path: string };
    }[];
    assert.equal(new Set(issues.map(i => i.fingerprint)).size, 3);
    assert.deepEqual(new Validator(GITLAB, '7', false).validate(issues).errors, []);
    assert.equal(issues[1]!.location.path, 'b/一 份.txt');
  });

  it('junit: counts that add up, a case for each finding', async () => {
    const text = await report('junit', [], { ...FILES, 'bad.md': '---js\n1\n---\n' });
    const suites = [...text.matchAll(/<testsuite ([^>]*)>([\s\S]*?)<\/testsuite>/g)];
    assert.equal(suites.length, 4);
    for (const [, attributes, body] of suites) {
      const count = (name: string): number =>
        Number(new RegExp(` ${name}="(\\d+)"`).exec(` ${attributes}`)![1]);
      assert.equal(body!.match(/<testcase /g)!.length, count('tests'));
      assert.equal(body!.match(/<failure /g)?.length ?? 0, count('failures'));
      assert.equal(body!.match(/<error /g)?.length ?? 0, count('errors'));
      // The schema of Ant's reports asks for these.
      for (const [element] of body!.matchAll(/<(?:testcase|failure|error) [^>]*>/g))
        assert.match(element, element.startsWith('<testcase') ? / classname=".* name=".* time="/ : / type="/);
    }
  });

  it('checkstyle: every error with the attributes that readers ask for', async () => {
    const errors = [...(await report('checkstyle')).matchAll(/<error ([^>]*)\/>/g)];
    assert.equal(errors.length, 3);
    for (const [, attributes] of errors)
      assert.match(
        attributes!,
        /^line="\d+" column="\d+" severity="(?:error|warning|info)" message="[^"]+" source="corpus-lint\.[a-z/-]+"$/,
      );
  });

  for (const format of ['junit', 'checkstyle'])
    it(`${format}: well-formed XML`, async () => {
      const text = await report(format, [], { ...FILES, 'c<&">.md': '水\u0001，，' });
      assert.deepEqual(unbalanced(text), []);
      assert.doesNotMatch(text, /[\u0000-\u0008]/);
      assert.equal(text.match(/punctuation\/repeated/g)!.length > 1, true);
    });

  it('rdjson: columns in UTF-8 bytes', async () => {
    const result: unknown = JSON.parse(await report('rdjson'));
    assert.deepEqual(new Validator(RDJSON, '7', false).validate(result).errors, []);
    const { diagnostics } = result as {
      diagnostics: { location: { range: unknown }; suggestions: unknown[] }[];
    };
    assert.deepEqual(diagnostics[1]!.location.range, {
      start: { line: 1, column: 8 },
      end: { line: 1, column: 11 },
    });
    assert.deepEqual(diagnostics[0]!.location.range, {
      start: { line: 3, column: 7 },
      end: { line: 3, column: 13 },
    });
    assert.equal(diagnostics[0]!.suggestions.length, 1);
  });

  it('markdown: a table that fits into a comment', async () => {
    assert.match(await report('markdown'), /\| a\.md:3:3 \| warning \| punctuation\/repeated \|/);
    const long = await report('markdown', [], { 'a.md': '水，，'.repeat(3000) });
    assert.ok(long.length < 65_536);
    assert.match(long, /… \d+ more/);
  });

  it('statistics: counts alone', async () => {
    const text = await report('pretty', ['--statistics']);
    assert.match(text, /^2 {2}punctuation\/repeated .*\[2 ✓\]$/m);
    assert.doesNotMatch(text, /a\.md/);
  });

  it('counts one as one', async () => {
    const one = await report('statistics', [], { 'a.md': '水，，库\n' });
    assert.match(one, /^0 errors, 1 warning, 0 notes in 1 of 1 file$/m);
    assert.match(one, /^1 can be repaired/m);
    assert.match(await report('statistics', [], { 'a.md': '好\n' }), /No findings in 1 file$/m);
    assert.match(await report('markdown'), /^0 errors, 3 warnings, 0 notes in 2 of 3 files$/m);
  });

  it('several formats in one run, some to files', async () => {
    const { out, host } = await run(
      ['.', '--format', 'concise', '--format', 'json=reports/all.json', ...RULES],
      FILES,
    );
    assert.match(out, /^a\.md:3:3/);
    assert.equal((JSON.parse(host.text('reports/all.json')) as unknown[]).length, 3);
    const single = await run(['.', '--format', 'json', '--output-file', 'x.json', ...RULES], FILES);
    assert.equal(single.out, '');
    assert.equal((JSON.parse(single.host.text('x.json')) as unknown[]).length, 3);
  });
});

describe('pretty', () => {
  const pretty = async (text: string, locale = 'en', columns = 60) => {
    const argv = ['a.md', '--rule', 'punctuation/repeated,script/invisible', '--locale', locale];
    return (await run(argv, { 'a.md': text }, { columns })).out;
  };

  it('marks the span under Han of double width', async () => {
    const [, , , line, marks] = (await pretty('今天，我们，，去\n')).split('\n');
    assert.equal(line, '    │ 今天，我们，，去');
    assert.equal(marks, '    │           ^^^^ repair: ，');
  });

  it('shows what cannot be seen', async () => {
    assert.match(await pretty('隐\u200b形\n'), /│ 隐‹200B›形\n {4}│ {3}\^{6} repair: \(delete\)/);
  });

  it('cuts a long line to the terminal', async () => {
    const out = await pretty(`${'水'.repeat(5000)}，，${'库'.repeat(5000)}\n`);
    for (const line of out.split('\n').slice(3, 5))
      assert.ok(stripVTControlCharacters(line).length < 60, line);
  });

  it('speaks the language asked for', async () => {
    assert.match(
      await pretty('水，，库\n', 'zh-CN'),
      /警告 punctuation\/repeated[\s\S]*修复: ，[\s\S]*1 个文件中/,
    );
    assert.match(await pretty('水，，库\n', 'zh-TW'), /標點重複[\s\S]*修復: ，[\s\S]*1 個檔案中/);
  });

  it('uses colours only on a terminal', async () => {
    const argv = ['a.md', ...RULES];
    const files = { 'a.md': '水，，库' };
    assert.doesNotMatch((await run(argv, files)).out, /\u001b\[/);
    assert.match((await run(argv, files, { env: { FORCE_COLOR: '1' } })).out, /\u001b\[/);
    const both = { env: { FORCE_COLOR: '1', NO_COLOR: '1' } };
    assert.doesNotMatch((await run(argv, files, both)).out, /\u001b\[/);
  });
});

const POSITION: Schema = {
  type: 'object',
  required: ['line', 'column'],
  additionalProperties: false,
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
};
const RANGE: Schema = {
  type: 'object',
  required: ['start', 'end'],
  additionalProperties: false,
  properties: { start: POSITION, end: POSITION },
};
/** Reviewdog Diagnostic Format as its protocol buffers define it (DiagnosticResult), as far as we use it. */
const RDJSON: Schema = {
  type: 'object',
  required: ['source', 'diagnostics'],
  additionalProperties: false,
  properties: {
    source: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'location', 'severity', 'code'],
        additionalProperties: false,
        properties: {
          message: { type: 'string', minLength: 1 },
          location: {
            type: 'object',
            required: ['path', 'range'],
            additionalProperties: false,
            properties: { path: { type: 'string' }, range: RANGE },
          },
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: { type: 'object', required: ['value'], properties: { value: { type: 'string' } } },
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              required: ['range', 'text'],
              additionalProperties: false,
              properties: { range: RANGE, text: { type: 'string' } },
            },
          },
        },
      },
    },
  },
};
/** What GitLab's documentation of Code Quality reports asks for. */
const GITLAB: Schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'location', 'severity'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^[^/]' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

interface SarifLog {
  runs: {
    results: {
      partialFingerprints: Record<string, string>;
      locations: {
        physicalLocation: { artifactLocation: unknown; region: { startColumn: number } };
      }[];
      fixes?: { artifactChanges: { replacements: { insertedContent: { text: string } }[] }[] }[];
    }[];
  }[];
}

/** Names of elements that are not closed in order; empty for well-formed markup. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name, self] of xml.matchAll(/<(\/?)([a-z][\w-]*)(?:\s+[\w-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (self) continue;
    if (!close) open.push(name!);
    else if (open.pop() !== name) wrong.push(name!);
  }
  return [...wrong, ...open];
}
