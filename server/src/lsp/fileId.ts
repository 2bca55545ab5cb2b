// Documents are URIs to an editor and paths to the configuration: a file on disk is named by its path, so that globs
// match what people write, and everything else by its URI without percent-encoding.
import { URI } from 'vscode-uri';

export function fileIdOf(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme === 'file') return parsed.fsPath.replace(/\\/g, '/');
  return `${parsed.scheme}://${parsed.authority}${parsed.path}`;
}

export function uriOf(id: string): string {
  const parts = /^([a-z][a-z0-9+.-]+):\/\/([^/]*)(.*)$/i.exec(id);
  if (!parts) return URI.file(id).toString();
  return URI.from({ scheme: parts[1]!, authority: parts[2]!, path: parts[3]! }).toString();
}
