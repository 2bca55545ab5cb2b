// What the bundles need done to other people's modules and to our tables on the way in.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { transform } from 'esbuild';
import { HEAD_SIZE } from './record.cjs';

const patch = (name, filter, from, to) => ({
  name,
  setup({ onLoad }) {
    onLoad({ filter }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const contents = text.replaceAll(from, to);
      if (contents === text) throw new Error(`${name}: ${file} is not what it was`);
      return { contents, loader: 'js' };
    });
  },
});

/**
 * js-yaml 3 looks for esprima, to read functions out of YAML, in whatever node_modules it runs near. Nothing in a
 * corpus is ever executed, and the search costs a tenth of a small run.
 */
export const withoutEsprima = patch(
  'without-esprima',
  /js-yaml[\\/]lib[\\/]js-yaml[\\/]type[\\/]js[\\/]function\.js$/,
  "_require('esprima')",
  'undefined',
);

/** Commander starts no program for us; node's child_process takes a fifth of node's own start to load. */
export const withoutChildProcess = patch(
  'without-child-process',
  /commander[\\/]lib[\\/]command\.js$/,
  "const childProcess = require('node:child_process');",
  'const childProcess = undefined;',
);

/** Shorter strings stay in the code. */
const LONG = 2000;

/**
 * In programs for node a packed table is a file beside the code, read when the table is first decoded: code that a
 * process never reads costs it nothing. Browsers get the strings as they are.
 */
export const tablesAsFiles = folder => ({
  name: 'tables-as-files',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^table-file$/ }, () => ({ path: 'table-file', namespace: 'table-file' }));
    onLoad({ filter: /.*/, namespace: 'table-file' }, () => ({ contents: READ_TABLE, resolveDir: folder }));
    // A namespace of its own: in ours, package.json says, every file is an ES module, whose exports are not lazy.
    onResolve({ filter: /\.gen\.ts$/ }, ({ path: to, resolveDir }) => {
      const file = path.resolve(resolveDir, to);
      const isTable = !/^import /m.test(readFileSync(file, 'utf8'));
      return isTable ? { path: file, namespace: 'tables' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'tables' }, async ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const module = { exports: {} };
      const { code } = await transform(text, { loader: 'ts', format: 'cjs' });
      runInNewContext(code, { module, exports: module.exports });
      let contents = '';
      mkdirSync(folder, { recursive: true });
      for (const [name, value] of Object.entries(module.exports)) {
        if (typeof value !== 'string' || value.length < LONG) {
          contents += `exports.${name} = ${JSON.stringify(value)};\n`;
          continue;
        }
        const table = `${path.basename(file, '.gen.ts')}.${name}.txt`;
        const encoding = /[^\0-\x7f]/.test(value) ? 'utf8' : 'latin1';
        writeFileSync(path.join(folder, table), value, encoding);
        contents += `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require('table-file').readTable('${table}', '${encoding}') });\n`;
      }
      return { contents, loader: 'js', resolveDir: folder };
    });
  },
});

/** Beside the folder of the program, cli/ or server/; what both stand in may have any name. */
const TABLES_FOLDER = `
const here = fileURLToPath(import.meta.url).replaceAll('\\\\', '/');
const folder = here.slice(0, Math.max(here.lastIndexOf('/cli/'), here.lastIndexOf('/server/'))) + '/tables/';
`;

const READ_TABLE = `
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
${TABLES_FOLDER}
export const readTable = (name, encoding) => readFileSync(folder + name, encoding);
`;

/** In the place of core/text/madeTable.ts: tables that record.cjs has stored are read when they are asked for. */
export const tablesMade = {
  name: 'tables-made',
  setup({ onLoad }) {
    onLoad({ filter: /core[\\/]text[\\/]madeTable\.ts$/ }, () => ({ contents: MADE_TABLE, loader: 'js' }));
  },
};

const MADE_TABLE = `
import { openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const types = { Uint8Array, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array, Float32Array, Float64Array };
let file;
let base;
let index;
const open = () => {
  index = {};
  try {
    ${TABLES_FOLDER}
    file = openSync(folder + 'made.bin', 'r');
    const head = Buffer.alloc(${HEAD_SIZE});
    readSync(file, head, 0, head.length, 0);
    // The first four bytes are the length of the index as a process of this byte order writes it.
    const length = new Uint32Array(head.buffer, head.byteOffset, 1)[0];
    if (length + 4 > head.length) return;
    base = head.length;
    index = JSON.parse(head.latin1Slice(4, 4 + length));
  } catch {
    // They are made, then.
  }
};
const read = of => {
  if (typeof of === 'number') return of;
  if (!Array.isArray(of)) return Object.fromEntries(Object.entries(of).map(([key, part]) => [key, read(part)]));
  const array = new types[of[0]](of[2]);
  const bytes = new Uint8Array(array.buffer);
  for (let at = 0; at < bytes.length; ) {
    const size = readSync(file, bytes, at, bytes.length - at, base + of[1] + at);
    if (size === 0) throw new Error('made.bin is too short');
    at += size;
  }
  return array;
};
export const madeTable = (name, make) => {
  if (index === undefined) open();
  if (Object.hasOwn(index, name)) return read(index[name]);
  const table = make();
  globalThis.corpusLintTables?.set(name, table);
  return table;
};
`;
