// The user's dictionary: words to keep (`词`) and words to put another for (`词=詞彙`).
import { Matcher } from './matcher.ts';

export interface UserWord {
  readonly word: string;
  /** What conversion writes instead; the word itself where it is kept. */
  readonly to: string;
}

/** Undefined where an entry is neither a word nor a word, an equals sign and another word on one line. */
export function parseUserWord(entry: string): UserWord | undefined {
  const parts = entry.split('=').map(part => part.trim());
  const [word = '', to = word] = parts;
  return parts.length > 2 || word === '' || to === '' || /[\t\r\n]/.test(entry) ? undefined : { word, to };
}

const NEWLINE = 0x0a;
const TAB = 0x09;

/** Finds the words of a dictionary; entries that are none were reported with the configuration and are left out. */
export function userWords(entries: readonly string[]): Matcher | undefined {
  const words = entries.map(parseUserWord).filter(word => word !== undefined);
  // Of two entries for one word the first counts, as everywhere in a group of dictionaries.
  const lines = words.reverse().map(({ word, to }) => `${word}\t${to}`);
  return lines.length > 0 ? new Matcher([lines.join('\n')], [NEWLINE, TAB]) : undefined;
}
