/** "U+200B U+FEFF": the distinct code points of a text, for messages about what cannot be shown. */
export function codePointsOf(text: string): string {
  // Mostly it is one character.
  if (text.length === 1) return named(text.charCodeAt(0));
  return [...new Set(text)].map(char => named(char.codePointAt(0)!)).join(' ');
}

const named = (point: number): string => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
