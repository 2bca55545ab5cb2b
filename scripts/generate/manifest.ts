// The part of package.json that follows from rules and settings, and the manifest's texts in three languages.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { configSchema } from '../../server/src/config/index.ts';
import { LOCALES, type Locale, type Localized } from '../../server/src/core/index.ts';
import { RULES } from '../../server/src/core/rule/registry.gen.ts';
import { SETTINGS } from '../../server/src/lsp/settings.ts';
import { MANIFEST_TEXTS } from './manifestTexts.ts';
import { ROOT } from './root.ts';
import type { GeneratedFile } from './types.ts';

const PREFIX = 'corpusLint';

export function manifest(): GeneratedFile[] {
  const texts = new Map<string, Localized>(Object.entries(MANIFEST_TEXTS));
  const text = (key: string, localized: Localized): string => {
    texts.set(key, localized);
    return `%${key}%`;
  };
  const properties = Object.entries(SETTINGS).map(([name, setting], order) => {
    const { description, enumDescriptions, ...schema } = setting;
    return [
      `${PREFIX}.${name}`,
      {
        ...schema,
        order,
        markdownDescription: text(`setting.${name}`, description),
        ...(enumDescriptions
          ? { markdownEnumDescriptions: enumDescriptions.map((d, i) => text(`setting.${name}.${i}`, d)) }
          : {}),
        ...(name === 'rules' ? ruleProperties(text) : {}),
      },
    ];
  });
  const configuration = { title: '%displayName%', properties: Object.fromEntries(properties) };
  return [packageJson(configuration), ...LOCALES.map(locale => nls(locale, texts))];
}

/** Levels and options of each rule, as the configuration file takes them. */
function ruleProperties(text: (key: string, localized: Localized) => string): object {
  const schema = configSchema(RULES).properties!.rules!;
  const summaries = new Map(RULES.map(rule => [rule.meta.id as string, rule.meta.summary]));
  const properties = Object.entries(schema.properties!).map(([id, { anyOf, ...rest }]) => {
    const summary = summaries.get(id);
    const accepted = anyOf ? { anyOf: anyOf.map(withoutDescriptions) } : withoutDescriptions(rest);
    return [id, { ...(summary ? { markdownDescription: text(`rule.${id}`, summary) } : {}), ...accepted }];
  });
  return { properties: Object.fromEntries(properties), additionalProperties: true };
}

function withoutDescriptions<T>(schema: T): T {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => key !== 'description')
      .map(([key, value]) => [key, withoutDescriptions(value)]),
  ) as T;
}

// Compared as data: how JSON is laid out is the formatter's business.
function packageJson(configuration: object): GeneratedFile {
  const file = 'package.json';
  const current = readFileSync(path.join(ROOT, file), 'utf8');
  const data = JSON.parse(current);
  if (isDeepStrictEqual(data.contributes?.configuration, configuration)) return { path: file, text: current };
  data.contributes = { ...data.contributes, configuration };
  return { path: file, text: `${JSON.stringify(data, null, 2)}\n` };
}

function nls(locale: Locale, texts: ReadonlyMap<string, Localized>): GeneratedFile {
  const suffix = locale === 'en' ? '' : `.${locale.toLowerCase()}`;
  const data = Object.fromEntries([...texts].map(([key, localized]) => [key, localized[locale]]));
  return { path: `package.nls${suffix}.json`, text: `${JSON.stringify(data, null, 2)}\n` };
}
