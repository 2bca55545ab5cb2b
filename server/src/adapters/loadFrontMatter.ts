// The front-matter port of a process that lints a few files and ends: a parser is loaded when the first text arrives
// that needs it. All of them together take longer to load than a report takes to lint.
import type { FrontMatterBlock, FrontMatterData, FrontMatterReader } from '../core/index.ts';
import { createReader, dataOf, type Parsers, type Read } from './frontMatterData.ts';
import { readSimpleYaml } from './frontMatterSimple.ts';

let readYaml: Read | undefined;
const parsers: Parsers = {
  yaml: (source, offset) => simple(source, offset) ?? readYaml?.(source, offset) ?? dataOf(undefined, [], []),
};

let lastSource: string | undefined;
let lastOffset = 0;
let lastData: FrontMatterData | undefined;

// Whether a block is simple is found out by reading it, and the rules ask for what was read right after.
function simple(source: string, offset: number): FrontMatterData | undefined {
  if (source === lastSource && offset === lastOffset) return lastData;
  lastSource = source;
  lastOffset = offset;
  lastData = readSimpleYaml(source, offset);
  return lastData;
}

const reader = createReader(parsers);

const YAML = /^[\s\ufeff]*---/;
const TOML = /^[\s\ufeff]*\+\+\+/;
const JSON_BLOCK = /^[\s\ufeff]*(?:;;;|\{|---[ \t]*json)/i;
/**
 * Values that a generator may read as something else: numbers that are no date, switches. Where this misses one the
 * rules for js-yaml 3 answer in gray-matter's place, which say the same.
 */
const MAY_CHANGE = /[:[,-][ \t]+(?!\d{4}-\d|\d{1,9}[ \t]*[\r\n])(?:[-+.]?\d|(?:yes|no|on|off)\b)/i;

/**
 * The reader, with whatever `text` and its front matter need; the same object for every text. A text that will be
 * repaired may come to need more.
 */
export async function loadFrontMatterReader(
  text: string,
  block: FrontMatterBlock | undefined,
  willChange: boolean,
): Promise<FrontMatterReader> {
  const isYaml = block?.language === 'yaml';
  if (isYaml || YAML.test(text)) {
    const source = isYaml ? text.slice(block.contentStart, block.contentEnd) : undefined;
    if (
      !readYaml &&
      (willChange || (source !== undefined && simple(source, block!.contentStart) === undefined))
    )
      readYaml = (await import('./frontMatterYaml.ts')).readYaml;
    if (!parsers.generator && MAY_CHANGE.test(willChange ? text.slice(0, 1 << 14) : (source ?? '')))
      parsers.generator = (await import('./generator.ts')).readAsGenerator;
  }
  if (isYaml) return reader;
  if (TOML.test(text)) parsers.toml ??= (await import('./frontMatterToml.ts')).readToml;
  if (JSON_BLOCK.test(text)) parsers.json ??= (await import('./frontMatterJson.ts')).readJson;
  return reader;
}
