import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from './host.ts';

export function packageVersion(host: Pick<Host, 'packageRoot'>): string {
  const text = readFileSync(path.join(host.packageRoot, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
