// Makes of a program's ES modules what starts fastest: CommonJS, in which a module runs when it is first asked for,
// with what nearly every run needs in one file and what linting needs in another, and beside each file V8's own code
// for it, so that a process neither parses nor compiles what it runs. node's module loader and a compile cache of
// node's own were measured against this: the first costs a millisecond for each file, the second is only in later
// versions and writes to disk.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';

/**
 * `starts` are the entry points of processes. `groups` are modules that are imported on demand, by what needs them: the
 * first group, with the starts, is what every run needs. Each becomes one file with all it imports that no group before
 * it has. `folder` holds the chunks; files are rewritten in place. `warmUp` has the arguments of two runs: one that
 * needs `all` tables, which are stored in the file `tables`, and one of the kind that should start fast.
 */
export async function mergeHotChunks(metafile, { common, folder, starts, groups, warmUp }) {
  const { outputs } = metafile;
  const files = Object.keys(outputs).filter(file => file.endsWith('.js'));
  const isStart = file => starts.includes(outputs[file].entryPoint);
  const keyOf = file => path.basename(file, '.js');
  /** For each joined chunk its group, a set of chunks. */
  const groupOf = new Map();
  const joined = groups.map((names, index) => {
    const group = new Set();
    const take = file => {
      if (groupOf.has(file) || !outputs[file]) return;
      group.add(file);
      groupOf.set(file, group);
      for (const { path: to, kind } of outputs[file].imports) if (kind === 'import-statement') take(to);
    };
    for (const file of files)
      if ((index === 0 && isStart(file)) || names.includes(outputs[file].entryPoint)) take(file);
    return group;
  });

  const cjs = {
    ...common,
    platform: 'node',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__url' },
  };
  /** For each group the name of its file, without the extension: known once its code is. */
  const names = new Map();
  // What a module of another group exports is copied: esbuild gives it out through two getters, which code that runs
  // for every character would call for every constant.
  const redirect = (text, from) =>
    text.replace(/(=?)\brequire\("(\.\.?\/[^"]+\.js)"\)/g, (whole, assigned, to) => {
      const group = groupOf.get(path.posix.join(path.posix.dirname(from), to));
      if (!group) return whole;
      const found = `require("./${names.get(group)}.js")[${JSON.stringify(keyOf(to))}]()`;
      return assigned ? `={...${found}}` : found;
    });
  // Later groups import from earlier ones and are imported by them: what a file is called does not depend on its code.
  const stamp = createHash('sha256');
  for (const file of files) stamp.update(readFileSync(file));
  const id = stamp.digest('hex').slice(0, 8);
  for (const [index, group] of joined.entries()) names.set(group, `hot-${id}-${index}`);
  for (const group of joined) {
    const code = await join(group, { cjs, folder });
    const text = `(function(exports,require,module,__url){${redirect(code, `${folder}/x.js`)}\n})`;
    writeFileSync(path.join(folder, `${names.get(group)}.js`), text, 'latin1');
  }

  for (const file of files) {
    if (groupOf.has(file)) continue;
    const { code: text } = await transform(readFileSync(file, 'utf8'), {
      ...Object.fromEntries(['minify', 'target', 'charset', 'legalComments'].map(key => [key, common[key]])),
      platform: 'node',
      format: 'cjs',
      supported: cjs.supported,
    });
    if (/import\.meta/.test(text)) throw new Error(`${file} asks for its own place`);
    writeFileSync(file, redirect(text, file));
  }
  for (const file of groupOf.keys()) rmSync(file);
  for (const file of files)
    if (isStart(file)) {
      const shebang = keyOf(file) === 'bin' ? '#!/usr/bin/env node\n' : '';
      const at = path.posix.relative(path.posix.dirname(file), folder);
      writeFileSync(file, `${shebang}${start(at, [...names.values()], keyOf(file))}`, { mode: 0o755 });
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
  record('code', `${process.version}-${process.platform}-${process.arch}`, warmUp.few);
}

/** One text of CommonJS with the chunks of a group, each run when it is asked for. */
async function join(group, { cjs, folder }) {
  const list = [...group].map(file => {
    const from = `./${path.posix.relative(folder, file)}`;
    return `${JSON.stringify(path.basename(file, '.js'))}: () => require(${JSON.stringify(from)})`;
  });
  const isInside = file => group.has(path.relative(process.cwd(), file).replaceAll('\\', '/'));
  const external = {
    name: 'external',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path: to, resolveDir }) =>
        isInside(path.resolve(resolveDir, to))
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
  return outputFiles[0].text.replace(
    /[^\0-\x7f]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A program: registers the files of all groups under their names, for each other and for the chunks that are loaded on
 * demand, each with what V8 has kept of it. V8 refuses what another version of it has kept; another system has no such
 * file. A group is read when something of it is first asked for.
 */
const start = (folder, names, key) => `'use strict';
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');
const folder = require('node:path').join(__dirname, '${folder}') + '/';
const load = id => require(id[0] === '.' ? folder + id.slice(2) : id);
const register = name => {
  const filename = folder + name + '.js';
  const module = { id: filename, filename, loaded: true, get exports() {
    const exports = {};
    Object.defineProperty(module, 'exports', { value: exports, writable: true });
    let cachedData;
    try { cachedData = readFileSync(folder + name + '.' + process.version + '-' + process.platform + '-' + process.arch); } catch {}
    const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
    script.runInThisContext()(exports, load, module, require('node:url').pathToFileURL(filename).href);
    return module.exports;
  } };
  require.cache[filename] = module;
  return module;
};
const groups = ${JSON.stringify(names)}.map(register);
groups[0].exports['${key}']();
`;
