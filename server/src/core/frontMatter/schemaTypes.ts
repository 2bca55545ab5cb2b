// What the core asks of a JSON Schema validator. It must interpret: a workspace's schema is data, never code.

export interface SchemaChecker {
  /** The problems of `value` under `schema` (drafts 2020-12 and 07), each at the deepest place; never throws. */
  check(schema: unknown, value: unknown): readonly SchemaProblem[];
  /** The schema a document names by `$schema`; undefined where it is no local file or cannot be read. */
  load?(reference: string, documentId: string): unknown;
}

export interface SchemaProblem {
  /** Keys and indexes of the value that is wrong; for a missing key, of the mapping that lacks it. */
  readonly path: readonly (string | number)[];
  /** The keyword that is violated; `unknown` for a key the schema does not allow, `schema` for a faulty schema. */
  readonly keyword: string;
  /** The keyword's value: the types, the choices, the limit. */
  readonly expected: unknown;
  /** The missing key. */
  readonly property?: string;
  /** The schema of the value, or of the missing key, where it can be told. */
  readonly schema?: unknown;
  /** The validator's words, in English. */
  readonly words: string;
}
