/** Text for XML 1.0: markup escaped, characters that XML cannot hold replaced. */
export const xml = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[<>&"'\n\r\t]/g, c => `&#${c.charCodeAt(0)};`);
