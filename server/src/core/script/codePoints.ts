/** "U+200B U+FEFF": the distinct code points of a text, for messages about what cannot be shown. */
export const codePointsOf = (text: string): string =>
  [...new Set(text)]
    .map(char => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
