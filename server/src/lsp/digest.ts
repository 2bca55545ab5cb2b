/**
 * A short name for a long text. Settings are long; what travels with each report, to say what it was made with, is not.
 */
export function digest(text: string): string {
  let value = 5381;
  for (let i = 0; i < text.length; i++) value = (value * 33 + text.charCodeAt(i)) | 0;
  return (value >>> 0).toString(36);
}
