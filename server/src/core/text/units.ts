// Texts as arrays of UTF-16 code units: a loop over one costs half of what charCodeAt costs, and its parts are copied
// without strings in between.

export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** Arguments that every engine takes at once. */
const AT_ONCE = 8192;

export function textOfUnits(units: Uint16Array, from = 0, to = units.length): string {
  let text = '';
  for (let at = from; at < to; at += AT_ONCE)
    text += String.fromCharCode(...units.subarray(at, Math.min(to, at + AT_ONCE)));
  return text;
}
