// Links that an editor does not find by itself: the address inside a proxy's address, and the page of a rule that a
// suppression comment names.
import type { DocumentLink } from 'vscode-languageserver';
import { RegionKind, RULES, unwrapUrl } from '../../core/index.ts';
import { say } from '../messages.ts';
import type { Session } from '../session.ts';

const COMMENT = /^<!--\s*corpus-lint-(?:disable|enable)/;

export async function documentLinks(session: Session, uri: string): Promise<DocumentLink[]> {
  const snapshot = await session.snapshot(uri);
  if (snapshot?.state !== 'checked') return [];
  const { doc, positions } = snapshot;
  const { regions, text } = doc;
  const links: DocumentLink[] = [];
  const addProxied = (from: number, to: number): void => {
    for (const match of text.slice(from, to).matchAll(/https?:\/\/[^\s"'<>，。；）】》]+/g)) {
      const target = unwrapUrl(match[0]);
      if (!target) continue;
      const start = from + match.index;
      const range = positions.range({ start, end: start + match[0].length });
      links.push({ range, target, tooltip: say(session.locale, 'unwrapped') });
    }
  };
  for (let r = 0; r < regions.count; r++) {
    const start = regions.starts[r]!;
    const end = regions.endOf(r);
    switch (regions.kinds[r]) {
      case RegionKind.Url:
      case RegionKind.FrontMatterSyntax:
      case RegionKind.HtmlTag:
        addProxied(start, end);
        break;
      case RegionKind.Comment: {
        const comment = text.slice(start, Math.min(end, start + 2000));
        if (!COMMENT.test(comment)) break;
        for (const match of comment.matchAll(/[a-z-]+\/[a-z-]+/g)) {
          const page = RULES.some(rule => rule.meta.id === match[0]) ? session.pageOf(match[0]) : undefined;
          if (!page) continue;
          const from = start + match.index;
          links.push({ range: positions.range({ start: from, end: from + match[0].length }), target: page });
        }
      }
    }
  }
  return links;
}
