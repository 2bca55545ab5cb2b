// Forms of punctuation that Unicode keeps for other encodings' sake: half-width ones (Japanese terminals), small ones
// (Big5) and vertical ones (GB 18030, Big5). Their decompositions are partly ASCII, so what Chinese writes is listed.
// From UnicodeData.txt: <narrow>, <small> and <vertical> of U+FE10–FE19, U+FE30–FE6B and U+FF61–FF64. ﹒ is left out, as
// it stands for several marks.
const FORMS =
  '｡。､、｢「｣」︐，︑、︒。︓：︔；︕！︖？︵（︶）︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹐，﹑、﹔；﹕：﹖？﹗！﹙（﹚）';
const ordinary = new Map([...FORMS.matchAll(/(.)(.)/gu)].map(pair => [pair[1]!, pair[2]!]));
const OPENERS = '｢︵︹︻︽︿﹁﹃﹙';

/** All of these forms. */
export const MARK_FORMS = [...ordinary.keys()].join('');

/** The mark of Chinese text that `char` is a form of. */
export const ordinaryMark = (char: string): string | undefined => ordinary.get(char);

/** Forms of brackets and quotation marks, the opening ones before their partners. */
export const partnerForm = (char: string): { partner: string; opens: boolean } | undefined => {
  if (OPENERS.includes(char)) return { partner: String.fromCharCode(char.charCodeAt(0) + 1), opens: true };
  const before = String.fromCharCode(char.charCodeAt(0) - 1);
  return OPENERS.includes(before) ? { partner: before, opens: false } : undefined;
};
