// Finds, reads and merges configuration for a file. Files are reached through a port that may answer at once or
// later, so that the command line and a language server in a browser run the same code.
import ignore, { type Ignore } from 'ignore';
import { type ParseError, parse } from 'jsonc-parser';
import picomatch from 'picomatch';
import { errorCode } from '../adapters/systemErrors.ts';
import { DEFAULT_SETTINGS, PRESETS, ruleHeads } from '../core/basics.ts';
import type { Preset, RuleHead, Settings } from '../core/index.ts';
import { type AppliedLayer, mergeLayers } from './merge.ts';
import { joinPath, parentOf, relativeTo } from './paths.ts';
import { type ConfigSchema, configSchema } from './schema.ts';
import { CONFIG_FILE_NAME, type ConfigLayer, type ConfigProblem, type ResolvedConfig } from './types.ts';
import { parseConfig } from './validate.ts';

/** What the resolver asks of its host. Ids are described in paths.ts. */
export interface ConfigFiles {
  /** The text of a file, or undefined where there is none; throws or rejects where it cannot be read. */
  read(id: string): Promise<string | undefined> | string | undefined;
  /** True for a folder above which nothing is sought: a repository's root, the home folder, a workspace. */
  isRoot(folder: string): Promise<boolean> | boolean;
}

export interface ResolverOptions {
  readonly files: ConfigFiles;
  /** Use this file and look for no other. */
  readonly configFile?: string | undefined;
  /** Wins over every file: the editor's settings, the command line's flags. */
  readonly overlay?: ConfigLayer | undefined;
  /** Run these rules alone (ids or `group/*`), those that are off by default too. */
  readonly only?: readonly string[] | undefined;
  readonly rules?: readonly RuleHead[];
}

export interface ConfigResolver {
  /** Never rejects: what is wrong comes back as problems, and the rest applies. */
  resolve(fileId: string): Promise<ResolvedConfig>;
  /** Forgets everything read so far; call it when a configuration file or a schema changes. */
  reset(): void;
}

interface Override {
  readonly matches: (fileId: string) => boolean;
  readonly layer: ConfigLayer;
}

/** A configuration file with all it extends, ready to be applied. */
interface Loaded {
  readonly sources: readonly string[];
  readonly problems: readonly ConfigProblem[];
  readonly layers: readonly (AppliedLayer | Override)[];
  readonly schemas: readonly { readonly matches: (fileId: string) => boolean; readonly schema: unknown }[];
  readonly ignores: readonly { readonly folder: string; readonly rules: Ignore }[];
  /** Settings by the overrides and schemas that apply: files that share them share one object. */
  readonly settings: Map<string, Settings>;
}

const NOTHING: readonly ConfigProblem[] = [];

export function createConfigResolver(options: ResolverOptions): ConfigResolver {
  const { files, overlay, only } = options;
  let schema: ConfigSchema | undefined;
  let byFolder = new Map<string, Promise<Loaded | undefined>>();
  let byFile = new Map<string, Promise<Loaded>>();
  const fallback: Settings =
    overlay || only ? mergeLayers(overlay ? [{ layer: overlay }] : [], only) : DEFAULT_SETTINGS;

  const load = (id: string): Promise<Loaded> => {
    let loaded = byFile.get(id);
    if (!loaded) {
      schema ??= configSchema(options.rules ?? ruleHeads());
      loaded = loadConfig(id, files, schema, []);
      byFile.set(id, loaded);
    }
    return loaded;
  };

  const find = (folder: string): Promise<Loaded | undefined> => {
    let found = byFolder.get(folder);
    if (!found) {
      found = look(folder);
      byFolder.set(folder, found);
    }
    return found;
  };

  async function look(folder: string): Promise<Loaded | undefined> {
    const id = joinPath(folder, CONFIG_FILE_NAME);
    try {
      if ((await files.read(id)) !== undefined) return load(id);
    } catch {
      return load(id);
    }
    const parent = parentOf(folder);
    return parent === folder || (await files.isRoot(folder)) ? undefined : find(parent);
  }

  return {
    async resolve(fileId) {
      const loaded = options.configFile ? await load(options.configFile) : await find(parentOf(fileId));
      if (!loaded) return { settings: fallback, ignored: false, sources: [], problems: NOTHING };
      const { sources, problems } = loaded;
      const ignored = loaded.ignores.some(({ folder, rules }) => {
        const path = relativeTo(folder, fileId);
        return path !== undefined && rules.ignores(path);
      });
      return { settings: settingsOf(loaded, fileId, overlay, only), ignored, sources, problems };
    },
    reset() {
      byFolder = new Map();
      byFile = new Map();
    },
  };
}

function settingsOf(
  loaded: Loaded,
  fileId: string,
  overlay: ConfigLayer | undefined,
  only: readonly string[] | undefined,
): Settings {
  let key = '';
  const applied: AppliedLayer[] = [];
  for (const layer of loaded.layers) {
    if (!('matches' in layer)) applied.push(layer);
    else {
      const matches = layer.matches(fileId);
      key += matches ? '1' : '0';
      if (matches) applied.push({ layer: layer.layer });
    }
  }
  const schema = loaded.schemas.findLastIndex(({ matches }) => matches(fileId));
  key += `/${schema}`;
  const known = loaded.settings.get(key);
  if (known) return known;
  if (schema >= 0) applied.push({ frontMatterSchema: loaded.schemas[schema]!.schema });
  if (overlay) applied.push({ layer: overlay });
  const settings = mergeLayers(applied, only);
  loaded.settings.set(key, settings);
  return settings;
}

async function loadConfig(
  id: string,
  files: ConfigFiles,
  schema: ConfigSchema,
  chain: readonly string[],
): Promise<Loaded> {
  const problems: ConfigProblem[] = [];
  const text = await readText(id, files, problems);
  const { value, problems: wrong } = parseConfig(id, text ?? '{}', schema);
  problems.push(...wrong);
  const folder = parentOf(id);
  const place = (needle: string): { start: number; end: number } => {
    const start = Math.max(0, (text ?? '').indexOf(JSON.stringify(needle)));
    return { start, end: start + JSON.stringify(needle).length };
  };
  const result = {
    sources: [id],
    problems,
    layers: [] as (AppliedLayer | Override)[],
    schemas: [] as { matches: (fileId: string) => boolean; schema: unknown }[],
    ignores: [] as { folder: string; rules: Ignore }[],
    settings: new Map<string, Settings>(),
  };
  for (const base of list(value.extends)) {
    if ((PRESETS as readonly string[]).includes(base)) {
      result.layers.push({ preset: base as Preset });
      continue;
    }
    const target = joinPath(folder, base);
    if (target === id || chain.includes(target)) {
      problems.push({ file: id, text, ...place(base), messageId: 'circular', args: { file: base } });
      continue;
    }
    const extended = await loadConfig(target, files, schema, [...chain, id]);
    // A missing file is a fault of the one that names it.
    if (extended.problems.some(p => p.messageId === 'noSuchFile' && p.file === target)) {
      problems.push({ file: id, text, ...place(base), messageId: 'noSuchFile', args: { file: base } });
      continue;
    }
    result.sources.push(...extended.sources);
    problems.push(...extended.problems);
    result.layers.push(...extended.layers);
    result.schemas.push(...extended.schemas);
    result.ignores.push(...extended.ignores);
  }
  result.layers.push({ layer: value });
  await addSchemas(value, () => true);
  for (const { files: globs, ...layer } of value.overrides ?? []) {
    const matches = globMatcher(folder, list(globs));
    result.layers.push({ matches, layer });
    await addSchemas(layer, matches);
  }
  if (value.ignore && value.ignore.length > 0)
    result.ignores.push({ folder, rules: ignore().add([...value.ignore]) });
  return result;

  async function addSchemas(layer: ConfigLayer, within: (fileId: string) => boolean): Promise<void> {
    for (const [glob, source] of Object.entries(layer.frontMatter?.schemas ?? {})) {
      const matches = globMatcher(folder, [glob]);
      const parsed = typeof source === 'string' ? await readSchema(source) : source;
      if (parsed !== undefined)
        result.schemas.push({ matches: file => within(file) && matches(file), schema: parsed });
    }
  }

  async function readSchema(source: string): Promise<unknown> {
    const missing: ConfigProblem[] = [];
    const json = await readText(joinPath(folder, source), files, missing);
    const errors: ParseError[] = [];
    const parsed: unknown = json === undefined ? undefined : parse(json, errors);
    if (json !== undefined && errors.length === 0) return parsed;
    const [problem] = missing;
    problems.push({
      file: id,
      text,
      ...place(source),
      messageId: !problem ? 'notJson' : problem.messageId === 'cannotRead' ? 'unreadable' : problem.messageId,
      args: { ...problem?.args, file: source },
    });
    return undefined;
  }
}

async function readText(
  id: string,
  files: ConfigFiles,
  problems: ConfigProblem[],
): Promise<string | undefined> {
  const at = { file: id, text: undefined, start: 0, end: 0 };
  try {
    const text = await files.read(id);
    if (text === undefined) problems.push({ ...at, messageId: 'noSuchFile', args: { file: id } });
    return text?.replace(/^\ufeff/, '');
  } catch (error) {
    problems.push({ ...at, messageId: 'cannotRead', args: { code: errorCode(error) } });
    return undefined;
  }
}

/** Globs seen from a folder; one without a slash matches the name in any folder below. */
export function globMatcher(folder: string, globs: readonly string[]): (fileId: string) => boolean {
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
