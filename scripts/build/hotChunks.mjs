// Joins the chunks that nearly every run of a program loads into one file. esbuild makes a chunk for each set of entry
// points that share code, some thirty for the command line, and each costs a process about a millisecond.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * `starts` are the entry points of processes; `hot` the modules that are imported on demand and nearly always needed.
 * Files are rewritten in place; `target` is the file that holds what was joined.
 */
export async function mergeHotChunks(metafile, { common, target, starts, hot }) {
  const { outputs } = metafile;
  const files = Object.keys(outputs).filter(file => file.endsWith('.js'));
  const isStart = file => starts.includes(outputs[file].entryPoint);
  const joined = new Set();
  const take = file => {
    if (joined.has(file) || !outputs[file]) return;
    if (!isStart(file)) joined.add(file);
    for (const { path: to, kind } of outputs[file].imports) if (kind === 'import-statement') take(to);
  };
  for (const file of files) if (isStart(file) || hot.includes(outputs[file].entryPoint)) take(file);
  const names = new Map([...joined].map((file, index) => [file, name => `h${index}_${name}`]));
  const resolve = (from, to) => path.posix.join(path.posix.dirname(from), to);

  const entry = [...joined].map(file => {
    const list = outputs[file].exports.map(name => `${name} as ${names.get(file)(name)}`);
    return `export { ${list.join(', ')} } from './${path.posix.relative(path.posix.dirname(target), file)}';`;
  });
  const join = {
    name: 'join',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path: to, kind, resolveDir }) => {
        const file = path.resolve(resolveDir, to);
        return kind === 'dynamic-import' ? { path: to, external: true } : { path: file };
      });
      // What is imported on demand and joined is here already.
      onLoad({ filter: /\.js$/ }, ({ path: file }) => {
        const from = path.relative(process.cwd(), file).replaceAll('\\', '/');
        let head = '';
        const text = readFileSync(file, 'utf8').replace(DYNAMIC, (whole, to) => {
          const wanted = resolve(from, to);
          if (!joined.has(wanted)) return whole;
          const local = `__joined${[...joined].indexOf(wanted)}`;
          if (!head.includes(`${local} `)) head += `import * as ${local} from ${JSON.stringify(to)};`;
          return `Promise.resolve(${local})`;
        });
        return { contents: head + text, loader: 'js' };
      });
    },
  };
  await build({
    ...common,
    platform: 'node',
    format: 'esm',
    stdin: { contents: entry.join('\n'), resolveDir: path.dirname(target) },
    outfile: target,
    plugins: [join],
  });

  for (const file of files.filter(name => !joined.has(name))) {
    const to = JSON.stringify(`./${path.posix.relative(path.posix.dirname(file), target)}`);
    const text = readFileSync(file, 'utf8');
    const rewritten = text
      .replace(STATIC, (whole, list, from) => {
        const name = names.get(resolve(file, from));
        if (!name) return whole;
        const items = (list ?? '').split(',').filter(item => item.trim() !== '');
        const renamed = items.map(item => {
          const [theirs, ours = theirs] = item.trim().split(/\s+as\s+/);
          return `${name(theirs)} as ${ours}`;
        });
        return `import{${renamed.join(',')}}from${to}`;
      })
      .replace(DYNAMIC, (whole, from) => {
        const wanted = resolve(file, from);
        const name = names.get(wanted);
        if (!name) return whole;
        const members = outputs[wanted].exports.map(member => `${member}:m.${name(member)}`);
        return `import(${to}).then(m=>({${members.join(',')}}))`;
      });
    if (rewritten !== text) writeFileSync(file, rewritten);
  }
  for (const file of joined) rmSync(file);
}

const STATIC = /\bimport\s*(?:\{([^{}]*)\}\s*from\s*)?"(\.\.?\/[^"]+\.js)"/g;
const DYNAMIC = /\bimport\("(\.\.?\/[^"]+\.js)"\)/g;
