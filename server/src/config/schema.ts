// The JSON Schema of corpus-lint.jsonc, made from the rules' own declarations. The same object validates files here,
// completes them in an editor and is written to dist/ for others: there is no second list of keys.
import { PRESETS } from '../core/basics.ts';
import type { Localized, OptionSchema, RuleHead } from '../core/index.ts';

export interface ConfigSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'boolean' | 'integer' | 'number';
  readonly enum?: readonly string[];
  readonly anyOf?: readonly ConfigSchema[];
  readonly properties?: Readonly<Record<string, ConfigSchema>>;
  readonly patternProperties?: Readonly<Record<string, ConfigSchema>>;
  readonly additionalProperties?: boolean | ConfigSchema;
  readonly required?: readonly string[];
  readonly items?: ConfigSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly default?: unknown;
  /** Not JSON Schema: completions that are no restriction. */
  readonly examples?: readonly unknown[];
}

const STRINGS: ConfigSchema = { type: 'array', items: { type: 'string' } };
const LEVEL: ConfigSchema = { type: 'string', enum: ['off', 'info', 'warning', 'error'] };
const SCRIPT: ConfigSchema = { type: 'string', enum: ['simplified', 'traditional'] };

export function configSchema(rules: readonly RuleHead[]): ConfigSchema {
  const layer = layerProperties(rules);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Corpus Lint',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      extends: {
        description: `Presets (${PRESETS.join(', ')}) and other configuration files; the later over the earlier.`,
        anyOf: [{ type: 'string', examples: PRESETS }, STRINGS],
      },
      ...layer,
      overrides: {
        description: 'What differs for some files; a later override wins over an earlier one.',
        type: 'array',
        items: {
          type: 'object',
          properties: {
            files: {
              description:
                'Globs, seen from the folder of this file; without a slash they match in any folder.',
              anyOf: [{ type: 'string' }, STRINGS],
            },
            ...layer,
          },
          required: ['files'],
          additionalProperties: false,
        },
      },
      ignore: {
        description: 'Files that are not linted, in the syntax of .gitignore.',
        ...STRINGS,
      },
    },
    additionalProperties: false,
  };
}

function layerProperties(rules: readonly RuleHead[]): Readonly<Record<string, ConfigSchema>> {
  return {
    rules: {
      description: 'Level and options of rules, by id or "group/*"; later keys win over earlier ones.',
      type: 'object',
      properties: ruleProperties(rules),
      patternProperties: { '^terms/[a-z0-9-]+$': LEVEL },
      additionalProperties: false,
    },
    script: {
      description: 'The script the text is expected to be in, where it is not to be judged from the text.',
      anyOf: [
        SCRIPT,
        {
          type: 'object',
          properties: {
            expected: SCRIPT,
            region: { type: 'string', enum: ['CN', 'TW', 'HK'] },
            dictionary: {
              description:
                'Words that are right as they stand; script/* and conversion leave them alone. “word=other” makes conversion write the other word.',
              ...STRINGS,
            },
          },
          additionalProperties: false,
        },
      ],
    },
    frontMatter: {
      type: 'object',
      properties: {
        schemas: {
          description:
            'JSON Schema by glob: a file beside this one, or the schema itself. The last match counts.',
          type: 'object',
          additionalProperties: { anyOf: [{ type: 'string' }, { type: 'object' }] },
        },
        keys: {
          description: 'More keys whose values are dates, people or URLs.',
          type: 'object',
          properties: { date: STRINGS, person: STRINGS, url: STRINGS },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
    terms: {
      description: 'Words of your own: each makes a rule terms/<name>.',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', pattern: '^[a-z0-9-]+$' },
          match: {
            description: 'A word, or a pattern between slashes, whose + and * reach 2000 characters at most.',
            type: 'string',
          },
          message: { type: 'string' },
          level: LEVEL,
          replacement: { type: 'string' },
        },
        required: ['name', 'match'],
        additionalProperties: false,
      },
    },
  };
}

function ruleProperties(rules: readonly RuleHead[]): Readonly<Record<string, ConfigSchema>> {
  const properties: Record<string, ConfigSchema> = { '*': LEVEL };
  for (const { meta } of rules) {
    properties[`${meta.id.slice(0, meta.id.indexOf('/'))}/*`] ??= LEVEL;
    const schema: ConfigSchema = {
      description: text(meta.summary),
      anyOf: [
        LEVEL,
        {
          type: 'object',
          properties: {
            level: LEVEL,
            ...Object.fromEntries(
              Object.entries(meta.options ?? {}).map(([name, option]) => [name, optionSchema(option)]),
            ),
          },
          additionalProperties: false,
        },
      ],
    };
    for (const id of [meta.id, ...(meta.aliases ?? [])]) properties[id] = schema;
  }
  return properties;
}

const optionSchema = ({ description, ...schema }: OptionSchema): ConfigSchema => ({
  description: text(description),
  ...schema,
});

const text = (localized: Localized): string => `${localized.en} · ${localized['zh-CN']}`;
