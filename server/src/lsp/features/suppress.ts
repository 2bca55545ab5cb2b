// Comments that silence a finding. They exist in Markdown and HTML only, and only where a comment is one.
import { type BlockKind, type Finding, type Locale, RegionKind, type TextEdit } from '../../core/index.ts';
import { say } from '../messages.ts';
import type { Snapshot } from '../session.ts';

/** Blocks inside which a comment would be text or would break the block. */
const NO_COMMENT = new Set<BlockKind | undefined>([
  undefined,
  'frontMatter',
  'code',
  'math',
  'tableRow',
  'definition',
  'comment',
]);

export function suppressionsOf(
  locale: Locale,
  snapshot: Snapshot,
  finding: Finding,
): { readonly title: string; readonly edits: readonly TextEdit[] }[] {
  const { doc, source } = snapshot;
  if (source.format === 'text') return [];
  const newline = newlineOf(source.text);
  const rule = finding.ruleId;
  const actions = [];
  const edit = commentHere(snapshot, finding);
  if (edit) actions.push({ title: say(locale, 'ignoreLine', { rule }), edits: [edit] });
  const { frontMatter } = doc;
  if (!frontMatter || frontMatter.closed) {
    const at = frontMatter ? frontMatter.end : 0;
    const comment = `<!-- corpus-lint-disable-file ${rule} -->`;
    const inserted = frontMatter ? `${newline}${comment}` : `${comment}${newline}`;
    actions.push({
      title: say(locale, 'ignoreFile', { rule }),
      edits: [{ start: at, end: at, text: inserted }],
    });
  }
  return actions;
}

/**
 * A line of its own above a paragraph or a heading. Above any other line a comment would cut a paragraph, a list or a
 * quotation in two, so there it stands at the end of the line.
 */
function commentHere({ doc, source: { text, lines } }: Snapshot, finding: Finding): TextEdit | undefined {
  const { start: at, ruleId } = finding;
  // A finding in a gap between blocks concerns the one before it.
  const index = doc.blockIndexAt(at) < 0 ? doc.blockIndexAt(at - 1) : doc.blockIndexAt(at);
  const block = doc.blocks[index];
  if (!block || NO_COMMENT.has(block.kind)) return undefined;
  const line = lines.lineAt(at);
  const start = lines.starts[line]!;
  const stands = block.kind === 'paragraph' || block.kind === 'heading';
  if (stands && block.start === start) {
    const comment = `<!-- corpus-lint-disable-next-line ${ruleId} -->${newlineOf(text)}`;
    return { start, end: start, text: comment };
  }
  let end = lines.starts[line + 1] ?? text.length;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  // Inside a tag, a code span or a formula that goes on in the next line a comment would be none.
  const kind = doc.regions.kindAt(Math.max(start, end - 1));
  if (end < at || !COMMENTABLE.has(kind)) return undefined;
  return { start: end, end, text: ` <!-- corpus-lint-disable-line ${ruleId} -->` };
}

/** Where text may be followed by a comment; in a URL or a path it would become part of it. */
const COMMENTABLE = new Set<RegionKind>([
  RegionKind.Layout,
  RegionKind.Prose,
  RegionKind.Heading,
  RegionKind.Markup,
  RegionKind.HtmlTag,
  RegionKind.Comment,
  RegionKind.Entity,
]);

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
