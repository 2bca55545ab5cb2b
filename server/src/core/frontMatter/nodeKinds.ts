// What a node of front matter is for, by its key.
import { type ExtraKeys, isKeyOf, type KeyKind } from './keys.ts';
import { type FrontMatterNode, nameOf } from './types.ts';

export const isNodeOf = (kind: KeyKind, node: FrontMatterNode, extra?: ExtraKeys): boolean =>
  isKeyOf(kind, nameOf(node), extra);
