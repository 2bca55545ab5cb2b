// The floor: a node process that reads, decodes and scans every character of every file once.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

let sum = 0;
const visit = folder => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) visit(full);
    else if (process.argv[3] === 'read') sum += readFileSync(full).length;
    else {
      const text = readFileSync(full, 'utf8');
      for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x4e00) sum++;
    }
  }
};
visit(process.argv[2]);
console.log(sum);
