// Paths and URIs as plain strings with forward slashes, because this code also runs in a browser. A file's id is an
// absolute path (/a/b, C:/a/b) or a URI (file:///a/b, vscode-vfs://host/a/b); both are cut at slashes alone.

/** The folder of a file or folder, without a closing slash; the same string at a root. */
export function parentOf(id: string): string {
  const slash = id.lastIndexOf('/');
  if (slash < 0) return id;
  if (slash === 0) return '/';
  const parent = id.slice(0, slash);
  return parent.endsWith('/') || parent.endsWith(':') ? id : parent;
}

export const baseName = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** `path` seen from `folder`, dots resolved; an absolute path or URI stays what it is. */
export function joinPath(folder: string, path: string): string {
  if (/^(?:\/|[a-zA-Z]:[\\/]|[a-z][a-z0-9+.-]+:\/\/)/i.test(path)) return path.replace(/\\/g, '/');
  let at = folder;
  for (const part of path.replace(/\\/g, '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') at = parentOf(at);
    else at = at.endsWith('/') ? at + part : `${at}/${part}`;
  }
  return at;
}

/** `id` as seen from `folder`, or undefined outside it. */
export function relativeTo(folder: string, id: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}
