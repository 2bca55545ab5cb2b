// Schemas that a document names by its `$schema` key, on a host with files. Only local ones: nothing is fetched.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SchemaChecker } from '../core/index.ts';
import { createSchemaChecker } from './schema.ts';

/** Bytes; no schema written by hand comes near it. */
const LARGEST = 4 << 20;

/** `readFile` may throw; document ids are paths or `file:` URIs. */
export const localSchemaChecker = (readFile: (path: string) => Uint8Array): SchemaChecker =>
  createSchemaChecker((reference, documentId) => {
    const file = localPath(reference, documentId);
    if (file === undefined) return undefined;
    const bytes = readFile(file);
    if (bytes.length > LARGEST) throw new Error('too large');
    return new TextDecoder().decode(bytes);
  });

function localPath(reference: string, documentId: string): string | undefined {
  const document = documentId.startsWith('file:') ? fileURLToPath(documentId) : documentId;
  if (/^file:/i.test(reference)) return fileURLToPath(reference);
  if (reference === '' || /^[a-z][a-z0-9+.-]+:/i.test(reference) || !path.isAbsolute(document))
    return undefined;
  return path.resolve(path.dirname(document), reference.replace(/#.*$/, ''));
}
