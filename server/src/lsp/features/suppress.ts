// Comments that silence a finding. They exist in Markdown and HTML only, and only where a comment is one.
import type { Finding, Locale, TextEdit } from '../../core/index.ts';
import { say } from '../messages.ts';
import type { Snapshot } from '../session.ts';

/** Blocks inside which a comment would be text or would break the block. */
const NO_COMMENT = new Set(['frontMatter', 'code', 'math', 'tableRow', 'definition']);

export function suppressionsOf(
  locale: Locale,
  { doc, source }: Snapshot,
  finding: Finding,
): { readonly title: string; readonly edits: readonly TextEdit[] }[] {
  if (source.format === 'text') return [];
  const { text, lines } = source;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const rule = finding.ruleId;
  const actions = [];
  const block = doc.blocks[doc.blockIndexAt(finding.start)];
  if (!NO_COMMENT.has(block?.kind ?? 'frontMatter')) {
    const start = lines.starts[lines.lineAt(finding.start)]!;
    const indent = /^[ \t]*/.exec(text.slice(start, start + 200))![0];
    const comment = `${indent}<!-- corpus-lint-disable-next-line ${rule} -->${newline}`;
    actions.push({
      title: say(locale, 'ignoreLine', { rule }),
      edits: [{ start, end: start, text: comment }],
    });
  }
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
