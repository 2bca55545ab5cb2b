// URLs that hold another URL: what a proxy or an image cache was asked to fetch.

/** Archives keep a page that may be gone; login, share and checking services need the address they are given. */
const KEPT_HOST =
  /(?:^|\.)(?:web\.archive\.org|archive\.(?:org|today|ph|is|li|md|fo)|webcache\.googleusercontent\.com|cc\.bingj\.com|perma\.cc|arquivo\.pt|mementoweb\.org)$|^webarchive\./i;
const KEPT_PATH =
  /log[-_]?in|sign[-_]?in|sign[-_]?up|\bsso\b|passport|o?auth\b|\bcas\b|account|share|intent|connect|return_to|validator|\bcheck|translat|whois|qr|oembed|\bembed|player|widget|badge|screenshot|submit|subscribe/i;
/** Photon, the image cache of WordPress: the host of the picture follows without its scheme. */
const PHOTON = /^https?:\/\/i[0-3]\.wp\.com\/((?:[\w-]+\.)+[a-z]{2,}\/[^\s?#]+)/i;
const INNER = /https?(?::|%3A)(?:\/|%2F){2}/i;
const LONGEST = 4000;

/** The URL inside a proxy's URL, decoded; undefined where the value is no such URL. */
export function unwrapUrl(value: string): string | undefined {
  const url = value.trim();
  if (url.length > LONGEST || /\s/.test(url)) return undefined;
  const photon = PHOTON.exec(url);
  if (photon) return `https://${photon[1]}`;
  const scheme = /^(?:https?:)?\/\//i.exec(url);
  if (!scheme) return undefined;
  const rest = url.slice(scheme[0].length);
  const inner = INNER.exec(rest);
  if (!inner || inner.index < 3) return undefined;
  const outer = rest.slice(0, inner.index);
  const host = /^[^/?#:]+/.exec(outer)?.[0] ?? '';
  if (!host.includes('.') || KEPT_HOST.test(host) || KEPT_PATH.test(outer)) return undefined;
  let found = rest.slice(inner.index);
  // As a parameter the inner URL ends where the next parameter begins, unless it has parameters of its own.
  if (outer.endsWith('=') && !/^https?:\/\/[^&]*\?/i.test(found)) found = found.replace(/&.*$/, '');
  if (/^https?%3A/i.test(found)) found = decoded(found.replace(/&.*$/, ''));
  return /^https?:\/\/[^\s/?#]+\.[^\s]+$/i.test(found) ? found : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
