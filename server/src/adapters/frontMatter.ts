// The front-matter port: one reader for each notation, and the only importer of gray-matter. That answers one question,
// what a generator reads, and is fenced: no engine that runs code is ever reached.
import matter from 'gray-matter';
import type {
  FrontMatterBlock,
  FrontMatterData,
  FrontMatterReader,
  GeneratorReading,
} from '../core/index.ts';
import { dataOf } from './frontMatterData.ts';
import { readJson } from './frontMatterJson.ts';
import { readToml } from './frontMatterToml.ts';
import { readYaml } from './frontMatterYaml.ts';

/** Load this module when the first document with front matter arrives: it brings four parsers with it. */
export const frontMatterReader: FrontMatterReader = {
  read(text, block) {
    const source = text.slice(block.contentStart, block.contentEnd);
    switch (block.language) {
      case 'yaml':
        return guarded(block, () => readYaml(source, block.contentStart));
      case 'toml':
        return guarded(block, () => readToml(source, block.contentStart));
      case 'json':
        return guarded(block, () => readJson(source, block.contentStart));
      default:
        return dataOf(undefined, [], []);
    }
  },
  readAsGenerator,
};

// A parser that gives up (nesting too deep for its recursion) is a finding, not a failure.
function guarded(block: FrontMatterBlock, read: () => FrontMatterData): FrontMatterData {
  try {
    return read();
  } catch (error) {
    const start = block.contentStart;
    const code = error instanceof RangeError ? 'too-deep' : 'other';
    const end = Math.max(start, Math.min(block.contentEnd, start + 1));
    return dataOf(undefined, [], [{ start, end, code, message: String(error) }]);
  }
}

function refuse(): never {
  throw new Error('code in front matter is never run');
}

const REFUSED = { parse: refuse, stringify: refuse };

/** Every name under which gray-matter, or a plugin's habit, would run code. */
const ENGINES = Object.fromEntries(
  ['javascript', 'js', 'JS', 'coffee', 'coffeescript', 'cson', 'node', 'ts', 'typescript', 'mjs', 'cjs'].map(
    name => [name, REFUSED],
  ),
);

function readAsGenerator(text: string, block: FrontMatterBlock): GeneratorReading {
  const isYaml = block.language === 'yaml' && text.startsWith('---', block.start);
  const isJson = block.language === 'json' && text.startsWith('---', block.start);
  if (!isYaml && !isJson) return { ok: false, message: 'gray-matter does not read this block' };
  // Only the block: the body may be megabytes long. The language is stated by us, never taken from the text.
  const content = text.slice(block.contentStart, block.contentEnd);
  try {
    const block = `---\n${content}${/(?:^|[\r\n])$/.test(content) ? '' : '\n'}---\n`;
    const file = matter({ content: asBuffer(block) } as { content: string }, {
      language: isJson ? 'json' : 'yaml',
      engines: ENGINES,
    });
    return { ok: true, data: file.data };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

// gray-matter keeps a Buffer of whatever text it is given, and a browser has none. What it takes for one need only say
// so and give its text.
const asBuffer = (text: string): unknown => ({
  constructor: { isBuffer: () => true },
  toString: () => text,
});
