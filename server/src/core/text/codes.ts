// Texts as arrays of UTF-16 code units, for passes that look at all of them: reading one costs a third to a half of what
// `charCodeAt` does, so the copy is paid for by the second pass; and parts of them are copied without strings in between.

export function codesOf(text: string): Uint16Array {
  const { length } = text;
  const codes = new Uint16Array(length);
  for (let at = 0; at < length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

/** Arguments that every engine takes at once. */
const AT_ONCE = 8192;

export function textOfCodes(codes: Uint16Array, from = 0, to = codes.length): string {
  let text = '';
  for (let at = from; at < to; at += AT_ONCE)
    text += String.fromCharCode(...codes.subarray(at, Math.min(to, at + AT_ONCE)));
  return text;
}
