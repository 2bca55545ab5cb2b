import { inWords } from '../adapters/systemErrors.ts';
import { fillIn } from '../core/basics.ts';
import type { ConfiguredLevel, Locale, MessageArgs, Preset, Settings, Term } from '../core/index.ts';
import { CONFIG_MESSAGES, type ConfigMessageId } from './messages.ts';

/** The name under which a configuration file is looked for in each folder. */
export const CONFIG_FILE_NAME = 'corpus-lint.jsonc';

/** `"off"`, `"warning"` …, or options with or without a level beside them. */
export type ConfigRule =
  | ConfiguredLevel
  | ({ readonly level?: ConfiguredLevel } & { readonly [option: string]: unknown });

export interface ConfigScript {
  readonly expected?: 'simplified' | 'traditional';
  readonly region?: 'CN' | 'TW' | 'HK';
  /** Words that are right as they stand; `script/*` leaves them alone. */
  readonly dictionary?: readonly string[];
}

export interface ConfigFrontMatter {
  /** JSON Schema by glob: a file beside the configuration, or the schema itself. The last match counts. */
  readonly schemas?: Readonly<Record<string, string | object>>;
  /** More keys whose values are dates, people or URLs. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

/** What may stand at the top of a configuration file and in each of its overrides. */
export interface ConfigLayer {
  readonly rules?: Readonly<Record<string, ConfigRule>>;
  readonly script?: 'simplified' | 'traditional' | ConfigScript;
  readonly frontMatter?: ConfigFrontMatter;
  readonly terms?: readonly Term[];
}

export interface ConfigOverride extends ConfigLayer {
  readonly files: string | readonly string[];
}

export interface ConfigFile extends ConfigLayer {
  readonly $schema?: string;
  /** Presets and files, the later over the earlier. */
  readonly extends?: string | readonly string[];
  readonly overrides?: readonly ConfigOverride[];
  /** What is not linted, in the syntax of .gitignore. */
  readonly ignore?: readonly string[];
}

/** Something wrong with a configuration file, at `[start, end)` (UTF-16 code units of that file). */
export interface ConfigProblem {
  readonly file: string;
  /** The text the offsets count; undefined where the file could not be read. */
  readonly text: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly messageId: ConfigMessageId;
  readonly args?: MessageArgs;
}

export const configMessage = (problem: ConfigProblem, locale: Locale): string =>
  fillIn(CONFIG_MESSAGES[problem.messageId][locale], inWords(problem.args, locale));

/** What a file is linted with. The same `settings` object comes back for files that share it. */
export interface ResolvedConfig {
  readonly settings: Settings;
  /** True when the configuration's `ignore` leaves the file out. */
  readonly ignored: boolean;
  /** Ids of the configuration files that had a say, nearest first. */
  readonly sources: readonly string[];
  /** What is wrong with them; the rest of each file still counts. */
  readonly problems: readonly ConfigProblem[];
}

export type { Preset };
