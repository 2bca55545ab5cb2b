import type { Format } from '../text/sourceText.ts';
import { type FrontMatterBlock, findFrontMatter } from './frontMatter.ts';

/**
 * The format of a report, by its name and content: a `.txt` may hold front matter and HTML, or ATX headings, and is
 * then read as Markdown. `name` may be a path or a URI; only its extension counts. `frontMatter` is what the text has
 * of it, where that is known.
 */
export function detectFormat(name: string, text: string, frontMatter?: FrontMatterBlock): Format {
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml') return 'html';
  if (extension === 'md' || extension === 'markdown' || extension === 'mdx') return 'markdown';
  const head = text.slice(0, 20_000);
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(head)) return 'html';
  if (frontMatter ?? findFrontMatter(head)) return 'markdown';
  if ((head.match(/^#{1,6} \S/gm)?.length ?? 0) >= 2) return 'markdown';
  if ((head.match(/<\/?(?:p|div|br|span|strong|td|li|h[1-6])(?:\s[^<>]*)?\/?>/gi)?.length ?? 0) >= 4)
    return 'markdown';
  return 'text';
}
