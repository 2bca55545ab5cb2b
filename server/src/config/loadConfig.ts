// One configuration file with all it extends, read and ready to be applied.
import ignore, { type Ignore } from 'ignore';
import { type ParseError, parse } from 'jsonc-parser';
import picomatch from 'picomatch';
import { errorCode } from '../adapters/systemErrors.ts';
import { PRESETS } from '../core/basics.ts';
import type { Preset, Settings } from '../core/index.ts';
import type { AppliedLayer } from './merge.ts';
import { joinPath, parentOf, relativeTo } from './paths.ts';
import type { ConfigSchema } from './schema.ts';
import type { ConfigFile, ConfigLayer, ConfigProblem } from './types.ts';
import { parseConfig } from './validate.ts';

/** What reading configuration asks of its host. Ids are described in paths.ts. */
export interface ConfigFiles {
  /** The text of a file, or undefined where there is none; throws or rejects where it cannot be read. */
  read(id: string): Promise<string | undefined> | string | undefined;
  /** True for a folder above which nothing is sought: a repository's root, the home folder, a workspace. */
  isRoot(folder: string): Promise<boolean> | boolean;
}

type Matcher = (fileId: string) => boolean;

export interface Override {
  readonly matches: Matcher;
  readonly layer: ConfigLayer;
}

interface FrontMatterSchema {
  readonly matches: Matcher;
  readonly schema: unknown;
}

export interface LoadedConfig {
  /** Ids of the files, nearest first. */
  readonly sources: readonly string[];
  readonly problems: readonly ConfigProblem[];
  readonly layers: readonly (AppliedLayer | Override)[];
  /** Of those that match the last one counts. */
  readonly schemas: readonly FrontMatterSchema[];
  readonly ignores: readonly { readonly folder: string; readonly rules: Ignore }[];
  /** Settings by the overrides and schemas that apply: files that share them share one object. */
  readonly settings: Map<string, Settings>;
}

interface Loading {
  readonly files: ConfigFiles;
  readonly schema: ConfigSchema;
  /** The files that led here, each extending the next. */
  readonly chain: readonly string[];
}

/** Never rejects: what is wrong comes back as problems. */
export async function loadConfig(id: string, { files, schema, chain }: Loading): Promise<LoadedConfig> {
  const open = await openConfig(id, files, schema);
  const { folder, config, problems } = open;
  const sources = [id];
  const layers: (AppliedLayer | Override)[] = [];
  const schemas: FrontMatterSchema[] = [];
  const ignores: { folder: string; rules: Ignore }[] = [];
  for (const base of list(config.extends)) {
    if ((PRESETS as readonly string[]).includes(base)) {
      layers.push({ preset: base as Preset });
      continue;
    }
    const extended = await loadBase(base, open, { files, schema, chain: [...chain, id] });
    if (!extended) continue;
    sources.push(...extended.sources);
    problems.push(...extended.problems);
    layers.push(...extended.layers);
    schemas.push(...extended.schemas);
    ignores.push(...extended.ignores);
  }
  layers.push({ layer: config });
  schemas.push(...(await schemasOf(config, open, files)));
  for (const { files: globs, ...layer } of config.overrides ?? []) {
    const matches = globMatcher(folder, list(globs));
    layers.push({ matches, layer });
    for (const inner of await schemasOf(layer, open, files))
      schemas.push({ matches: file => matches(file) && inner.matches(file), schema: inner.schema });
  }
  if (config.ignore && config.ignore.length > 0)
    ignores.push({ folder, rules: ignore().add([...config.ignore]) });
  return { sources, problems, layers, schemas, ignores, settings: new Map() };
}

/** A configuration file whose text was read. */
interface OpenConfig {
  readonly id: string;
  readonly folder: string;
  readonly config: ConfigFile;
  readonly problems: ConfigProblem[];
  /** Reports a string of the file, at its first place in the text. */
  complain(value: string, what: Pick<ConfigProblem, 'messageId' | 'args'>): void;
}

async function openConfig(id: string, files: ConfigFiles, schema: ConfigSchema): Promise<OpenConfig> {
  const { text, problem } = await readText(id, files);
  const { value: config, problems: wrong } = parseConfig(id, text ?? '{}', schema);
  const problems = problem ? [problem, ...wrong] : [...wrong];
  return {
    id,
    folder: parentOf(id),
    config,
    problems,
    complain(value, what) {
      const quoted = JSON.stringify(value);
      const start = Math.max(0, (text ?? '').indexOf(quoted));
      problems.push({ file: id, text, start, end: start + quoted.length, ...what });
    },
  };
}

/** What a file extends; undefined where that leads back to the file or there is no such file. */
async function loadBase(base: string, open: OpenConfig, loading: Loading): Promise<LoadedConfig | undefined> {
  const target = joinPath(open.folder, base);
  if (loading.chain.includes(target)) {
    open.complain(base, { messageId: 'circular', args: { file: base } });
    return undefined;
  }
  const extended = await loadConfig(target, loading);
  // A missing file is a fault of the one that names it.
  if (extended.problems.some(p => p.messageId === 'noSuchFile' && p.file === target)) {
    open.complain(base, { messageId: 'noSuchFile', args: { file: base } });
    return undefined;
  }
  return extended;
}

async function schemasOf(
  layer: ConfigLayer,
  open: OpenConfig,
  files: ConfigFiles,
): Promise<FrontMatterSchema[]> {
  const schemas: FrontMatterSchema[] = [];
  for (const [glob, source] of Object.entries(layer.frontMatter?.schemas ?? {})) {
    const schema = typeof source === 'string' ? await readSchema(source, open, files) : source;
    if (schema !== undefined) schemas.push({ matches: globMatcher(open.folder, [glob]), schema });
  }
  return schemas;
}

async function readSchema(source: string, open: OpenConfig, files: ConfigFiles): Promise<unknown> {
  const { text, problem } = await readText(joinPath(open.folder, source), files);
  if (problem) {
    const messageId = problem.messageId === 'cannotRead' ? 'unreadable' : problem.messageId;
    open.complain(source, { messageId, args: { ...problem.args, file: source } });
    return undefined;
  }
  const errors: ParseError[] = [];
  const schema: unknown = parse(text ?? '', errors);
  if (errors.length === 0) return schema;
  open.complain(source, { messageId: 'notJson', args: { file: source } });
  return undefined;
}

async function readText(
  id: string,
  files: ConfigFiles,
): Promise<{ readonly text?: string; readonly problem?: ConfigProblem }> {
  const at = { file: id, text: undefined, start: 0, end: 0 };
  try {
    const text = await files.read(id);
    if (text !== undefined) return { text: text.replace(/^\ufeff/, '') };
    return { problem: { ...at, messageId: 'noSuchFile', args: { file: id } } };
  } catch (error) {
    return { problem: { ...at, messageId: 'cannotRead', args: { code: errorCode(error) } } };
  }
}

/** Globs seen from a folder; one without a slash matches the name in any folder below. */
export function globMatcher(folder: string, globs: readonly string[]): Matcher {
  const matchers = globs.map(glob => {
    const pattern = glob.replace(/^\.\//, '');
    return picomatch(pattern.includes('/') ? pattern : `**/${pattern}`, { dot: true });
  });
  return fileId => {
    const path = relativeTo(folder, fileId);
    return path !== undefined && matchers.some(matches => matches(path));
  };
}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
