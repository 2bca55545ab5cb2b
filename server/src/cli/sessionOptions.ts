// What every command that lints says of itself to a session: where it stands, which configuration and rules it was
// given.
import path from 'node:path';
import { errorCode } from '../adapters/systemErrors.ts';
import type { ConfigLayer } from '../config/index.ts';
import { names, nearest, ruleHeads } from '../core/basics.ts';
import type { Locale, Safety } from '../core/index.ts';
import type { Detail } from './detail.ts';
import type { Host } from './host.ts';
import { sayIn } from './messages.ts';
import { UsageError } from './usageError.ts';

/** Structured data: it is sent to worker threads. */
export interface SessionOptions {
  readonly cwd: string;
  readonly home: string | undefined;
  readonly locale: Locale;
  readonly detail: Detail;
  readonly configFile?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly overlay?: ConfigLayer | undefined;
  readonly encoding?: string | undefined;
  readonly honourIgnores: boolean;
  /** Repairs files, or only says what repair would change. */
  readonly fix?: Safety | undefined;
  readonly write: boolean;
}

interface Given {
  readonly host: Host;
  readonly locale: Locale;
  /** --config, as typed. */
  readonly config?: string | undefined;
  /** --rule; throws a UsageError for a name that no rule has. */
  readonly rules?: readonly string[] | undefined;
}

export function sessionBasics({
  host,
  locale,
  config,
  rules,
}: Given): Pick<SessionOptions, 'cwd' | 'home' | 'locale' | 'configFile' | 'only'> {
  for (const rule of rules ?? []) checkRule(rule, locale);
  if (config !== undefined) {
    try {
      host.fs.stat(path.resolve(host.cwd, config));
    } catch (error) {
      throw new UsageError(`--config ${config}: ${sayIn(locale)('cannotRead', { code: errorCode(error) })}`);
    }
  }
  return {
    cwd: host.cwd,
    home: host.env.HOME ?? host.env.USERPROFILE,
    locale,
    configFile: config === undefined ? undefined : path.resolve(host.cwd, config),
    only: rules,
  };
}

function checkRule(rule: string, locale: Locale): void {
  if (rule.startsWith('terms/') || ruleHeads().some(known => names(rule, known))) return;
  const say = sayIn(locale);
  const near = nearest(
    rule,
    ruleHeads().map(known => known.meta.id),
  );
  throw new UsageError(`--rule: ${say('unknownRule', { rule })}${near ? say('didYouMean', { near }) : ''}`);
}
