// The examples of every rule page are run: each `bad` block yields a finding of its rule and its repair gives the
// `good` block that follows; each `good` block yields none. Info string: ```bad [text|html|markdown] [script=…]
// [region=…] [with=rule,…]
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  applyEdits,
  type Collected,
  collectCorpus,
  concludeCorpus,
  createSourceText,
  type Expectations,
  type Format,
  type Linter,
  RULES,
} from '../../server/src/core/index.ts';
import { linterOf } from '../support/lint.ts';

const ROOT = path.resolve(import.meta.dirname, '../../docs/rules');
const only = process.env.RULE;

for (const rule of RULES) {
  const { id } = rule.meta;
  if (only && !id.startsWith(only)) continue;
  describe(`page of ${id}`, () => {
    const blocks = readBlocks(readFileSync(path.join(ROOT, `${id}.md`), 'utf8'));
    it('shows a defect and a clean text', () => {
      assert.ok(blocks.some(b => b.kind === 'bad') && blocks.some(b => b.kind === 'good'));
    });
    blocks.forEach((block, index) => {
      it(`${block.kind} block at line ${block.line}`, () => {
        const linter = linterOf([id, ...block.with], {}, block.expectations);
        if (rule.trigger.on === 'corpus') {
          assert.equal(corpusFindings(linter, block), block.kind === 'good' ? 0 : 1);
          return;
        }
        const {
          doc,
          findings: all,
          faults,
        } = linter.lint(createSourceText('page', block.format, block.text), block.bytes);
        assert.deepEqual(faults, []);
        const findings = all.filter(f => f.ruleId === id);
        if (block.kind === 'good') {
          assert.deepEqual(
            findings.map(f => block.text.slice(f.start, f.end)),
            [],
          );
          return;
        }
        assert.ok(findings.length > 0, 'no finding');
        const repairs = findings.map(f => linter.repairs(doc, f)[0]).filter(r => r !== undefined);
        const good = blocks[index + 1];
        if (repairs.length > 0 && good?.kind === 'good') {
          assert.equal(
            applyEdits(
              block.text,
              repairs.flatMap(r => r.edits),
            ),
            good.text,
          );
        }
      });
    });
  });
}

/** How many findings a corpus rule has for a block that holds documents, apart by lines of five equals signs. */
function corpusFindings(linter: Linter, block: PageBlock): number {
  const documents = new Map<string, Collected>();
  block.text.split(/^={5}\n/m).forEach((text, index) => {
    const result = linter.lint(createSourceText(String(index), block.format, text));
    const collected = collectCorpus(linter, result, []);
    if (collected) documents.set(String(index), collected);
  });
  const { findings } = concludeCorpus(RULES, documents);
  return [...findings.values()].flat().length;
}

interface PageBlock {
  readonly kind: 'bad' | 'good';
  readonly line: number;
  readonly format: Format;
  readonly expectations: Expectations;
  /** Rules that run beside the page's own. */
  readonly with: readonly string[];
  readonly text: string;
  readonly bytes?: {
    hasBom: boolean;
    encoding: string;
    undecodable?: { byteOffset: number; textOffset: number; likely: string; evidence: string };
  };
}

function readBlocks(page: string): PageBlock[] {
  const blocks: PageBlock[] = [];
  const lines = page.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(`{3,}|~{3,})(bad|good)\b(.*)$/.exec(lines[i]!);
    if (!fence) continue;
    const line = i + 1;
    const body: string[] = [];
    for (i++; i < lines.length && lines[i] !== fence[1]; i++) body.push(lines[i]!);
    const words = fence[3]!.trim().split(/\s+/).filter(Boolean);
    const attribute = (name: string): string | undefined =>
      words.find(w => w.startsWith(`${name}=`))?.slice(name.length + 1);
    const format = (words.find(w => ['text', 'html', 'markdown'].includes(w)) ?? 'markdown') as Format;
    const script = attribute('script') as 'simplified' | 'traditional' | undefined;
    const region = attribute('region') as 'CN' | 'TW' | 'HK' | undefined;
    const text = body
      .join('\n')
      .replace(/\\u\{([0-9A-Fa-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
    const encoding = attribute('bytes');
    const bytes =
      encoding === 'bom'
        ? { hasBom: true, encoding: 'utf-8' }
        : encoding
          ? {
              hasBom: false,
              encoding,
              undecodable: { byteOffset: 0, textOffset: 0, likely: encoding, evidence: '' },
            }
          : undefined;
    blocks.push({
      kind: fence[2] as 'bad',
      line,
      format,
      with: attribute('with')?.split(',') ?? [],
      expectations: { ...(script && { script }), ...(region && { region }) },
      text,
      ...(bytes && { bytes }),
    });
  }
  return blocks;
}
