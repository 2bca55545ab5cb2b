// Preloaded into a run of a program by scripts/build/hotChunks.mjs. RECORD=tables stores the tables that the run has
// made, RECORD=code what V8 has compiled of the program.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

/** Bytes at the start of the file for its index. */
exports.HEAD_SIZE = 8192;
/** Bytes; larger tables are rarely needed and not worth their place. */
const LARGEST = 1 << 22;

if (process.env.RECORD === 'tables') {
  const tables = new Map();
  globalThis.corpusLintTables = tables;
  process.on('exit', () => {
    const index = {};
    const parts = [];
    let at = 0;
    const store = value => {
      if (typeof value === 'number') return value;
      if (ArrayBuffer.isView(value)) {
        const place = [value.constructor.name, at, value.length];
        const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
        const padding = Buffer.alloc((8 - (bytes.length % 8)) % 8);
        parts.push(bytes, padding);
        at += bytes.length + padding.length;
        return place;
      }
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, store(part)]));
    };
    for (const [name, value] of tables) if (size(value) < LARGEST) index[name] = store(value);
    const head = Buffer.alloc(exports.HEAD_SIZE);
    const text = JSON.stringify(index);
    new Uint32Array(head.buffer, head.byteOffset, 1)[0] = text.length;
    if (head.latin1Write(text, 4) !== text.length) throw new Error('the index of the tables is too long');
    fs.writeFileSync(process.env.RECORD_TO, Buffer.concat([head, ...parts]));
  });
}

/** Bytes of a table; Infinity for what is no plain table. */
function size(value) {
  if (typeof value === 'number') return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return Infinity;
  return Object.values(value).reduce((sum, part) => sum + size(part), 0);
}

if (process.env.RECORD === 'code') {
  const { Script } = vm;
  vm.Script = class extends Script {
    constructor(code, options) {
      super(code, options);
      if (path.basename(options.filename).startsWith('hot-'))
        process.on('exit', () =>
          fs.writeFileSync(options.filename.replace(/js$/, process.env.RECORD_TO), this.createCachedData()),
        );
    }
  };
}
