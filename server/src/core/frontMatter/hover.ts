import type { Document } from '../document/document.ts';
import type { Localized } from '../rule/types.ts';
import type { Span } from '../text/span.ts';
import { readDate } from './dates.ts';
import { readByGenerator } from './losses.ts';
import { isNodeOf } from './nodeKinds.ts';
import { REPORT_SCHEMA } from './reportSchema.ts';
import { schemaFacts } from './schemaLookup.ts';
import { type FrontMatterNode, innerSpan, nameOf } from './types.ts';
import { jsYaml3, psych, pyYaml, showValue } from './yamlProfiles.ts';

/** What is known of a key and its value, for a host to show. */
export interface FrontMatterHover extends Span {
  readonly key: string;
  /** From the user's schema, in its language; else the built-in one. */
  readonly description?: string | Localized;
  readonly types: readonly string[];
  /** The value as typed; undefined for mappings and sequences. */
  readonly written?: string;
  /** What gray-matter (js-yaml 3) and YAML 1.1 (PyYAML, Ruby) read, as they would print it. */
  readonly generator?: string;
  readonly yaml11?: string;
  /** A date in ISO 8601. */
  readonly date?: string;
}

/** What to show at an offset inside front matter; undefined between its values. */
export function hoverFrontMatter(doc: Document, offset: number): FrontMatterHover | undefined {
  const block = doc.frontMatter;
  if (!block || offset < block.contentStart || offset > block.contentEnd) return undefined;
  const holds = (span: Span | undefined): boolean =>
    span !== undefined && span.start <= offset && offset <= span.end;
  const nodes = doc.frontMatterData?.nodes ?? [];
  const node = nodes.find(n => holds(n.key)) ?? nodes.findLast(n => isScalar(n) && holds(n.valueSpan));
  if (!node) return undefined;
  const span = node.key && holds(node.key) ? node.key : node.valueSpan;
  const facts =
    doc.frontMatterSchema === undefined ? undefined : schemaFacts(doc.frontMatterSchema, node.path);
  const key = nameOf(node);
  const own = node.path.length === 1 && Object.hasOwn(REPORT_SCHEMA, key) ? REPORT_SCHEMA[key] : undefined;
  const description = facts?.description ?? own?.description;
  const types = facts && facts.types.length > 0 ? facts.types : (own?.type ?? []);
  return { ...span, key, types, ...(description ? { description } : {}), ...factsOf(doc, node) };
}

const isScalar = (node: FrontMatterNode): boolean =>
  node.style === 'plain' || node.style === 'single' || node.style === 'double' || node.style === 'block';

function factsOf(doc: Document, node: FrontMatterNode): Partial<FrontMatterHover> {
  if (!isScalar(node)) return {};
  const written = doc.text.slice(node.valueSpan.start, node.valueSpan.end);
  const inner = innerSpan(doc.text, node);
  const reading = isNodeOf('date', node, doc.expectations.keys)
    ? readDate(doc.text.slice(inner.start, inner.end))
    : undefined;
  const date =
    reading?.kind === 'convertible' || reading?.kind === 'epoch'
      ? reading.iso
      : reading?.kind === 'standard'
        ? doc.text.slice(inner.start, inner.end).trim()
        : undefined;
  const isPlain = node.style === 'plain' && !node.isTagged && doc.frontMatter?.language === 'yaml';
  const python = pyYaml(written);
  const ruby = psych(written);
  return {
    written,
    ...(date ? { date } : {}),
    generator: readByGenerator(doc, node) ?? (isPlain ? jsYaml3(written) : showValue(node.value)),
    yaml11: !isPlain
      ? showValue(node.value)
      : python === ruby
        ? python
        : `${python} (PyYAML), ${ruby} (Ruby)`,
  };
}
