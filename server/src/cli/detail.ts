/** What a report needs beyond places and words; repairs cost as much as the findings themselves. */
export interface Detail {
  readonly repairs: boolean;
  readonly excerpts: boolean;
  readonly fingerprints: boolean;
  /** Columns in UTF-8 bytes beside those in UTF-16 code units. */
  readonly byteColumns?: boolean;
}

/** Whatever any format may need. */
export const ALL_DETAIL: Detail = { repairs: true, excerpts: true, fingerprints: true, byteColumns: true };

/** What several formats need together. */
export const combine = (details: readonly Detail[]): Detail => ({
  repairs: details.some(d => d.repairs),
  excerpts: details.some(d => d.excerpts),
  fingerprints: details.some(d => d.fingerprints),
  byteColumns: details.some(d => d.byteColumns),
});
