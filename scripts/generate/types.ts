/** One derived file: what it must hold, byte for byte. */
export interface GeneratedFile {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
