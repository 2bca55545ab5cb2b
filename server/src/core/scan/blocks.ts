/** The kinds of block a report is made of. */
export type BlockKind =
  | 'frontMatter'
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'quote'
  | 'tableRow'
  | 'code'
  | 'math'
  | 'comment'
  | 'definition'
  | 'rule';

/** A stretch of the text that stands on its own. Blocks are in order and do not overlap. */
export interface Block {
  readonly kind: BlockKind;
  /** Offsets of the whole block, its markers and tags included, its last line break excluded. */
  readonly start: number;
  readonly end: number;
  /** Offsets of what the block says: after the marker, before a closing marker or trailing space. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** 1–6 for headings, nesting depth for quotations, else 0. */
  readonly level: number;
  /** The HTML element that opened the block, in lower case, or ''. */
  readonly element: string;
}

/** Blocks that hold running text. */
export const isText = (block: Block): boolean =>
  block.kind === 'paragraph' ||
  block.kind === 'list' ||
  block.kind === 'quote' ||
  block.kind === 'heading' ||
  block.kind === 'tableRow';
