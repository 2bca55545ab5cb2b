/** What a stretch of a report is; regions partition the text (ARCHITECTURE.md, Regions). */
export const RegionKind = {
  /** Between blocks: blank lines, indentation, trailing space outside a block. */
  Layout: 0,
  Prose: 1,
  Heading: 2,
  TableCell: 3,
  /** A string value of front matter that holds Han and is no URL, date or enumeration. */
  FrontMatterProse: 4,
  /** Fences, keys, punctuation and other values of front matter. */
  FrontMatterSyntax: 5,
  /** Markdown's own characters: `#`, `>`, list markers, emphasis, brackets of links, table bars. */
  Markup: 6,
  Code: 7,
  HtmlTag: 8,
  Comment: 9,
  /** A character reference such as `&nbsp;`. */
  Entity: 10,
  /** URLs, e-mail addresses and link targets. */
  Url: 11,
  /** Paths, file names, identifiers with `_`, options: tokens of a machine. */
  Token: 12,
  Math: 13,
  /** Reference labels and footnote labels. */
  Label: 14,
} as const;
export type RegionKind = (typeof RegionKind)[keyof typeof RegionKind];

const bit = (...kinds: RegionKind[]): number => kinds.reduce<number>((mask, kind) => mask | (1 << kind), 0);

/** Sets of region kinds, as bit masks, for a rule's `regions`. */
export const Regions = {
  /** Every place where Chinese is written for people. */
  prose: bit(RegionKind.Prose, RegionKind.Heading, RegionKind.TableCell, RegionKind.FrontMatterProse),
  /** As `prose`, without front matter. */
  body: bit(RegionKind.Prose, RegionKind.Heading, RegionKind.TableCell),
  frontMatter: bit(RegionKind.FrontMatterProse, RegionKind.FrontMatterSyntax),
  /** Prose and what shapes it: for rules on blocks, lines and blank space. */
  structure: bit(
    RegionKind.Layout,
    RegionKind.Prose,
    RegionKind.Heading,
    RegionKind.TableCell,
    RegionKind.Markup,
    RegionKind.HtmlTag,
    RegionKind.Comment,
    RegionKind.Entity,
    RegionKind.Url,
    RegionKind.Token,
    RegionKind.Label,
  ),
  all: 0x7fff,
} as const;
