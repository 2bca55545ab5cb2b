// The only importer of gray-matter. It answers one question, what a generator reads, and is fenced: no engine that runs
// code is ever reached, the language is stated by us, and options are always given (without them it caches for ever).
import matter from 'gray-matter';
import type { FrontMatterBlock, GeneratorReading } from '../core/index.ts';

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

export function readAsGenerator(text: string, block: FrontMatterBlock): GeneratorReading {
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
