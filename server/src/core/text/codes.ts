/**
 * The code units of a text as an array, for passes that look at all of them: reading one costs a third of what
 * `charCodeAt` does, so the copy is paid for by the second pass.
 */
export function codesOf(text: string): Uint16Array {
  const { length } = text;
  const codes = new Uint16Array(length);
  for (let i = 0; i < length; i++) codes[i] = text.charCodeAt(i);
  return codes;
}
