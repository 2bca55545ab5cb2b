import type { Span } from '../text/span.ts';

/** How a heading is written. */
export type HeadingKind =
  /** Front matter's title, HTML's `<title>`, or the line a report begins with. */
  | 'title'
  /** The line above a title: the name of a column or series. */
  | 'kicker'
  | 'markdown'
  | 'html'
  /** A paragraph wholly in bold. */
  | 'bold'
  /** `A | …` */
  | 'labelled'
  /** `第一章`, `一、`, `（一）`, `1.`, `01` */
  | 'numbered'
  /** A short line between paragraphs. */
  | 'short';

/** A heading as it stands in the text, before its place in the tree is known. */
export interface Heading {
  readonly name: string;
  readonly kind: HeadingKind;
  /** Markdown and HTML: the level as written; else 0. */
  readonly written: number;
  /** Headings of one style have one level: the marker's style, `bold`, `spaced` or `short`. */
  readonly style: string;
  /** The marker's number; NaN for none. */
  readonly value: number;
  /** The heading with its markers and tags. */
  readonly full: Span;
  /** What is read of it. */
  readonly selection: Span;
  /** Units it consists of: one, or two where it is split over two lines; -1 for front matter. */
  readonly firstUnit: number;
  readonly lastUnit: number;
}

/** A heading with what stands under it. */
export interface OutlineNode {
  readonly name: string;
  readonly kind: HeadingKind;
  /** 1 for the title, as a reader would count. */
  readonly level: number;
  /** From the heading to the end of its section. */
  readonly range: Span;
  /** The heading's own text. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}
