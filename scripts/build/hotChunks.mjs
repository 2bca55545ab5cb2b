// Makes of a program's ES modules what starts fastest: CommonJS, in which a module runs when it is first asked for,
// with all that nearly every run needs in one file, and beside that file V8's own code for it, so that a process
// neither parses nor compiles what it runs. node's module loader and a compile cache of node's own were measured
// against this: the first costs a millisecond for each file, the second is only in later versions and writes to disk.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';

/**
 * `starts` are the entry points of processes; `hot` the modules that are imported on demand and nearly always needed.
 * `folder` holds the chunks; files are rewritten in place. `warmUp` has the arguments of two runs: one that needs `all`
 * tables, which are stored in the file `tables`, and one of the kind that should start fast.
 */
export async function mergeHotChunks(metafile, { common, folder, starts, hot, warmUp }) {
  const { outputs } = metafile;
  const files = Object.keys(outputs).filter(file => file.endsWith('.js'));
  const isStart = file => starts.includes(outputs[file].entryPoint);
  const joined = new Set();
  const take = file => {
    if (joined.has(file) || !outputs[file]) return;
    joined.add(file);
    for (const { path: to, kind } of outputs[file].imports) if (kind === 'import-statement') take(to);
  };
  for (const file of files) if (isStart(file) || hot.includes(outputs[file].entryPoint)) take(file);
  const keyOf = file => path.basename(file, '.js');

  const cjs = {
    ...common,
    platform: 'node',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__url' },
  };
  const list = [...joined].map(file => {
    const from = `./${path.posix.relative(folder, file)}`;
    return `${JSON.stringify(keyOf(file))}: () => require(${JSON.stringify(from)})`;
  });
  const isJoined = file => joined.has(path.relative(process.cwd(), file).replaceAll('\\', '/'));
  const external = {
    name: 'external',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path: to, resolveDir }) =>
        isJoined(path.resolve(resolveDir, to))
          ? { path: path.resolve(resolveDir, to) }
          : { path: `./${path.basename(to)}`, external: true },
      );
    },
  };
  const { outputFiles } = await build({
    ...cjs,
    // One byte for each character: read without decoding.
    charset: 'ascii',
    stdin: { contents: `module.exports = {${list.join(',')}};`, resolveDir: path.resolve(folder) },
    write: false,
    plugins: [external],
  });
  // What charset leaves is in regular expressions.
  const ascii = outputFiles[0].text.replace(
    /[^\0-\x7f]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const code = `(function(exports,require,module,__url){${ascii}\n})`;
  const name = `hot-${createHash('sha256').update(code).digest('hex').slice(0, 8)}`;
  writeFileSync(path.join(folder, `${name}.js`), code, 'latin1');

  for (const file of files) {
    if (joined.has(file)) continue;
    const { code: text } = await transform(readFileSync(file, 'utf8'), {
      ...Object.fromEntries(['minify', 'target', 'charset', 'legalComments'].map(key => [key, common[key]])),
      platform: 'node',
      format: 'cjs',
      supported: cjs.supported,
    });
    const rewritten = text.replace(/\brequire\("(\.\.?\/[^"]+\.js)"\)/g, (whole, to) =>
      joined.has(path.posix.join(path.posix.dirname(file), to))
        ? `require("./${name}.js")[${JSON.stringify(keyOf(to))}]()`
        : whole,
    );
    if (/import\.meta/.test(rewritten)) throw new Error(`${file} asks for its own place`);
    writeFileSync(file, rewritten);
  }
  for (const file of joined) rmSync(file);
  for (const file of files)
    if (isStart(file)) {
      const shebang = keyOf(file) === 'bin' ? '#!/usr/bin/env node\n' : '';
      const at = path.posix.relative(path.posix.dirname(file), folder);
      writeFileSync(file, `${shebang}${start(`${at}/${name}`, keyOf(file))}`, { mode: 0o755 });
      writeFileSync(path.join(path.dirname(file), 'package.json'), '{ "type": "commonjs" }\n');
    }
  if (!warmUp) return;
  const entry = files.find(file => isStart(file) && keyOf(file) === 'bin');
  const record = (what, to, runs) => {
    const { status } = spawnSync(
      process.execPath,
      ['-r', path.join(import.meta.dirname, 'record.cjs'), entry, ...runs],
      {
        env: { ...process.env, RECORD: what, RECORD_TO: to },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (status !== 0) throw new Error(`${entry} does not run`);
  };
  // Tables first: what makes them is then no longer among the code that runs.
  record('tables', warmUp.tables, warmUp.all);
  record(
    'code',
    path.join(folder, `${name}.${process.version}-${process.platform}-${process.arch}`),
    warmUp.few,
  );
}

/**
 * A program: reads the code and what V8 kept of it, and registers it under its file's name for the chunks that are
 * loaded on demand. V8 refuses what another version of it has kept; another system has no such file.
 */
const start = (name, key) => `'use strict';
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');
const file = require('node:path').join(__dirname, '${name}.js');
const cache = file.slice(0, -2) + process.version + '-' + process.platform + '-' + process.arch;
let cachedData;
try { cachedData = readFileSync(cache); } catch {}
const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData });
const module_ = { id: file, filename: file, loaded: true, exports: {} };
require.cache[file] = module_;
const load = id => require(id[0] === '.' ? './${path.posix.dirname(name)}' + id.slice(1) : id);
script.runInThisContext()(module_.exports, load, module_, require('node:url').pathToFileURL(file).href);
module_.exports['${key}']();
`;
