// The front-matter port of a process that lints a few files and ends: a parser is loaded when the first text arrives
// that needs it. All of them together take longer to load than a report takes to lint.
import { type FrontMatterReader, findFrontMatter } from '../core/index.ts';
import { createReader, dataOf, type Parsers, type Read } from './frontMatterData.ts';
import { readSimpleYaml } from './frontMatterSimple.ts';

let readYaml: Read | undefined;
const parsers: Parsers = {
  yaml: (source, offset) =>
    readSimpleYaml(source, offset) ?? readYaml?.(source, offset) ?? dataOf(undefined, [], []),
};
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
 * The reader, with whatever `text` needs; the same object for every text. A text that will be repaired may come to
 * need more.
 */
export async function loadFrontMatterReader(text: string, willChange: boolean): Promise<FrontMatterReader> {
  const head = text.slice(0, 1 << 14);
  if (!readYaml && YAML.test(head) && (willChange || !isSimple(text)))
    readYaml = (await import('./frontMatterYaml.ts')).readYaml;
  if (TOML.test(head)) parsers.toml ??= (await import('./frontMatterToml.ts')).readToml;
  if (JSON_BLOCK.test(head)) parsers.json ??= (await import('./frontMatterJson.ts')).readJson;
  if (MAY_CHANGE.test(head) && YAML.test(head))
    parsers.generator ??= (await import('./generator.ts')).readAsGenerator;
  return reader;
}

function isSimple(text: string): boolean {
  const block = findFrontMatter(text);
  return (
    block?.language !== 'yaml' ||
    readSimpleYaml(text.slice(block.contentStart, block.contentEnd), block.contentStart) !== undefined
  );
}
