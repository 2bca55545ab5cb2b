// Han outside the Basic Multilingual Plane that belong to one script. They have no place in HAN_FORMS, and a text has
// so few of them that each is looked up by itself.
import type { Script } from './evidence.ts';
import { levelOf } from './hanLevels.ts';
import { partnersIn } from './hanPairs.ts';

/**
 * True when an astral character is not right in a text of `script`: one that is simplified by analogy in Traditional
 * text; in Simplified text one whose Simplified form 通用规范汉字表 lists.
 */
export function isAstralForeign(char: string, script: Script): boolean {
  const partners = partnersIn(script, char);
  if (partners.length === 0 || partners.includes(char)) return false;
  return script === 'traditional' || partners.some(partner => levelOf(partner.codePointAt(0)!) !== undefined);
}
