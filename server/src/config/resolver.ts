// Finds the configuration of a file and merges its layers into settings. Files are reached through a port that may
// answer at once or later, so that the command line and a language server in a browser run the same code.
import { DEFAULT_SETTINGS, ruleHeads } from '../core/basics.ts';
import type { RuleHead, Settings } from '../core/index.ts';
import { type ConfigFiles, type LoadedConfig, loadConfig } from './loadConfig.ts';
import { type AppliedLayer, mergeLayers } from './merge.ts';
import { joinPath, parentOf, relativeTo } from './paths.ts';
import { type ConfigSchema, configSchema } from './schema.ts';
import { CONFIG_FILE_NAME, type ConfigLayer, type ConfigProblem, type ResolvedConfig } from './types.ts';

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

const NOTHING: readonly ConfigProblem[] = [];

export function createConfigResolver(options: ResolverOptions): ConfigResolver {
  const { files, overlay, only } = options;
  let schema: ConfigSchema | undefined;
  let byFolder = new Map<string, Promise<LoadedConfig | undefined>>();
  let byFile = new Map<string, Promise<LoadedConfig>>();
  const fallback: Settings =
    overlay || only ? mergeLayers(overlay ? [{ layer: overlay }] : [], only) : DEFAULT_SETTINGS;

  const load = (id: string): Promise<LoadedConfig> => {
    let loaded = byFile.get(id);
    if (!loaded) {
      schema ??= configSchema(options.rules ?? ruleHeads());
      loaded = loadConfig(id, { files, schema, chain: [] });
      byFile.set(id, loaded);
    }
    return loaded;
  };

  const find = (folder: string): Promise<LoadedConfig | undefined> => {
    let found = byFolder.get(folder);
    if (!found) {
      found = look(folder);
      byFolder.set(folder, found);
    }
    return found;
  };

  async function look(folder: string): Promise<LoadedConfig | undefined> {
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
  loaded: LoadedConfig,
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
