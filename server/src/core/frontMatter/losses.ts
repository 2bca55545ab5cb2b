// Where a reader's value differs from what was typed. gray-matter is asked only when the rules of js-yaml 3, or of
// YAML 1.1, say that something may be lost: in nearly every block nothing is.
import type { Document } from '../document/document.ts';
import type { Span } from '../text/span.ts';
import { isKeyOf } from './keys.ts';
import { isNodeOf } from './nodeKinds.ts';
import { type FrontMatterNode, nameOf } from './types.ts';
import { isFaithful, jsYaml3, psych, pyYaml, showValue } from './yamlProfiles.ts';

export interface Loss extends Span {
  readonly kind: 'both' | 'each' | 'generator' | 'yaml11' | 'zero' | 'cut' | 'key';
  readonly written: string;
  /** What gray-matter reads, and what YAML 1.1 reads, as they would print it. */
  readonly generator: string;
  readonly yaml11: string;
  /** What is left of a value that is cut. */
  readonly kept?: string;
  /** True where quoting is certainly what was meant. */
  readonly isCertain: boolean;
  /** The boolean that was probably meant, under a key for switches. */
  readonly boolean?: boolean;
}

export const lossesOf = (doc: Document): readonly Loss[] => doc.share(find);

/** The loss that begins at an offset. */
export const lossAt = (doc: Document, start: number): Loss | undefined => doc.share(byStart).get(start);

const byStart = (doc: Document): ReadonlyMap<number, Loss> =>
  new Map(lossesOf(doc).map(loss => [loss.start, loss]));

function find(doc: Document): readonly Loss[] {
  const block = doc.frontMatter;
  const data = doc.frontMatterData;
  if (!block || !data || data.errors.length > 0) return [];
  const losses: Loss[] = [];
  if (block.language === 'json') {
    for (const node of data.nodes) {
      const written = doc.text.slice(node.valueSpan.start, node.valueSpan.end);
      if (node.style === 'plain' && /^-?\d{16,}$/.test(written) && String(node.value) !== written)
        losses.push({
          ...node.valueSpan,
          kind: 'generator',
          written,
          generator: String(node.value),
          yaml11: '',
          isCertain: true,
        });
    }
    return losses;
  }
  if (block.language !== 'yaml') return losses;
  let comments: number | undefined;
  const countComments = (): number => {
    comments ??= doc.text.slice(block.contentStart, block.contentEnd).match(/\S[ \t]+#/g)?.length ?? 0;
    return comments;
  };
  for (const node of data.nodes) {
    if (node.key) {
      const loss = lostKey(doc.text, node);
      if (loss) losses.push(loss);
    }
    const loss = lostScalar(doc, node) ?? cutValue(doc, node, countComments);
    if (loss) losses.push(loss);
  }
  return losses;
}

const SWITCH = /^(?:true|false|yes|no|on|off)$/i;

function lostKey(text: string, { key }: FrontMatterNode): Loss | undefined {
  const written = text.slice(key!.start, key!.end);
  if (!SWITCH.test(written)) return undefined;
  const yaml11 = pyYaml(written);
  if (!/^(?:true|false)$/.test(yaml11) || written.toLowerCase() === yaml11) return undefined;
  return { ...key!, kind: 'key', written, generator: JSON.stringify(written), yaml11, isCertain: true };
}

function lostScalar(doc: Document, node: FrontMatterNode): Loss | undefined {
  if (node.style !== 'plain' || node.isTagged) return undefined;
  const { start, end } = node.valueSpan;
  // Only what begins like a number or spells a switch can be read as anything but text.
  if (end - start > 60 || !/[\d.+\-yYnNoO]/.test(doc.text[start]!)) return undefined;
  const written = doc.text.slice(start, end);
  const keys = doc.expectations.keys;
  if (isNodeOf('date', node, keys)) return undefined;
  const isText = isKeyOf('text', nameOf(node), keys);
  const faithful = (reading: string): boolean => isFaithful(written, reading, isText);
  const python = pyYaml(written);
  const ruby = psych(written);
  const yaml11 = python === ruby ? python : `${python} (PyYAML), ${ruby} (Ruby)`;
  const isLost = !faithful(python) || !faithful(ruby);
  const byRule = jsYaml3(written);
  if (!isLost && faithful(byRule)) {
    if (!/^[-+]?0\d*[89]\d*$/.test(written)) return undefined;
    const number = String(BigInt(written.replace(/^\+/, '')));
    return { start, end, kind: 'zero', written, generator: number, yaml11, isCertain: true };
  }
  const generator = readByGenerator(doc, node) ?? byRule;
  const isLostThere = !faithful(generator);
  if (!isLost && !isLostThere) return undefined;
  const kind = !isLostThere ? 'yaml11' : !isLost ? 'generator' : generator === yaml11 ? 'both' : 'each';
  const loss = { start, end, kind, written, generator, yaml11 } as const;
  const isSwitch = /^(?:true|false)$/.test(python) && isKeyOf('boolean', nameOf(node), keys);
  return isSwitch ? { ...loss, isCertain: false, boolean: python === 'true' } : { ...loss, isCertain: true };
}

/** What gray-matter reads at the node, as it would be printed; undefined where it did not read the block. */
export function readByGenerator(doc: Document, node: FrontMatterNode): string | undefined {
  const reading = doc.generatorReading;
  if (!reading?.ok) return undefined;
  let at: unknown = reading.data;
  for (const step of node.path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return showValue(at);
}

// " #" ends a value. Whether what follows was meant as a comment shows in how it is written: nobody writes a comment
// as "#3", and in a block of settings with a comment on every line it is one.
function cutValue(doc: Document, node: FrontMatterNode, countComments: () => number): Loss | undefined {
  if (node.style !== 'plain' && node.style !== 'empty') return undefined;
  const { text } = doc;
  const { start, end } = node.valueSpan;
  if (!' \t#'.includes(text[end] ?? '-')) return undefined;
  const line = /^([ \t]*)(#[^\r\n]*)/.exec(text.slice(end, Math.min(text.length, end + 400)));
  if (!line || (line[1] === '' && node.style !== 'empty')) return undefined;
  const comment = line[2]!.trimEnd();
  const from = node.style === 'empty' ? end + line[1]!.length : start;
  const written = text.slice(from, end + line[1]!.length + comment.length);
  const kept = text.slice(start, end);
  if (/[\r\n]/.test(written)) return undefined;
  const isColour = node.style === 'empty' && /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(comment);
  const isNumber = /^#\d/.test(comment) && !/^[-+\d.]+$/.test(kept);
  const isProse =
    isNodeOf('prose', node, doc.expectations.keys) || isNodeOf('list', node, doc.expectations.keys);
  const isTag =
    isProse && /^#[\p{L}\p{N}_]/u.test(comment) && countComments() === 1 && /[\u4e00-\u9fff]|^$/.test(kept);
  if (!isColour && !isNumber && !isTag) return undefined;
  const loss = { start: from, end: from + written.length, kind: 'cut', written, kept } as const;
  const reading = kept === '' ? 'null' : JSON.stringify(kept);
  return { ...loss, generator: reading, yaml11: reading, isCertain: isColour || isNumber };
}
