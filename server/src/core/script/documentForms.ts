// Which regional form a document writes where the configuration names no region: 裡 or 裏, 為 or 爲.
import type { Document } from '../document/document.ts';
import { inRegion, regionalForms } from './hanPairs.ts';

/** A Traditional character in the form that the region, or else the document itself, writes. */
export function inDocument(doc: Document, char: string): string {
  const { region } = doc.expectations;
  if (region) return inRegion(char, region);
  const forms = doc.share(knownForms);
  let form = forms.get(char);
  if (form === undefined) {
    form = choose(doc.text, char);
    forms.set(char, form);
  }
  return form;
}

const knownForms = (_: Document): Map<string, string> => new Map();

function choose(text: string, char: string): string {
  const common = inRegion(char, undefined);
  if (common !== char) return common;
  for (const region of ['TW', 'HK'] as const) {
    const form = regionalForms(region, char)[0];
    if (form !== undefined && text.includes(form) && !text.includes(char)) return form;
  }
  // Most Traditional text is Taiwan's; what Hong Kong alone writes shows another.
  return text.includes(char) || HONG_KONG.test(text) ? char : inRegion(char, 'TW');
}

const HONG_KONG = /[裏衞着綫]/;
