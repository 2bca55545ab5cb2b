/** Elements of an array from which on it is written one by one. */
const MANY = 256;

/**
 * Writes an object as JSON.stringify would, its long lists piece by piece: the report of one file may be longer than
 * the longest string.
 */
export function writeJson(write: (text: string) => void, object: object): void {
  let separator = '{';
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    write(`${separator}${JSON.stringify(key)}:`);
    separator = ',';
    if (Array.isArray(value) && value.length > MANY) {
      for (let i = 0; i < value.length; i++) write((i === 0 ? '[' : ',') + JSON.stringify(value[i] ?? null));
      write(']');
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) writeJson(write, value);
    else write(JSON.stringify(value));
  }
  write(separator === '{' ? '{}' : '}');
}
