// What the argument parser complains of, in the user's language: it says its own in English alone.
import type { CommanderError } from 'commander';
import type { CliMessageId, Say } from './messages.ts';

/** By code of the parser: our words, and where the parser's sentence holds what goes into them. */
const COMPLAINTS: Readonly<Record<string, readonly [CliMessageId, RegExp]>> = {
  'commander.unknownOption': [
    'unknownOption',
    /option '(?<option>[^']+)'(?:\s+\(Did you mean (?<near>.+)\?\))?/,
  ],
  'commander.invalidArgument': [
    'invalidArgument',
    /option '(?<option>[^' ]+)[^']*' argument '(?<value>[^']*)' is invalid\. (?:Allowed choices are )?(?<choices>.+?)\.?$/s,
  ],
  'commander.missingMandatoryOptionValue': ['missingOption', /option '(?<option>[^']+)'/],
  'commander.optionMissingArgument': ['missingValue', /option '(?<option>[^']+)'/],
  'commander.missingArgument': ['missingArgument', /argument '(?<argument>[^']+)'/],
  'commander.excessArguments': ['excessArguments', /(?:)/],
};

export function usageWords({ code, message }: CommanderError, say: Say): string {
  const [id, pattern] = COMPLAINTS[code] ?? [];
  const found = pattern?.exec(message);
  if (!id || !found) return message;
  const { near, ...args } = found.groups ?? {};
  return `${say(id, args)}${near ? say('didYouMean', { near }) : ''}`;
}
