/** What became of a mark that opens or closes. */
export const Partner = {
  /** Not a mark that pairs, or one that needs no partner: an apostrophe, 1), a continued quotation. */
  None: -1,
  Missing: -2,
  /** One of the marks of a text that opens and closes its quotations with the same curly mark. */
  Same: -3,
} as const;
