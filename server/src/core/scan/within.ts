// Never looks past the stretch that is being scanned, nor much further than the needle: windows that double keep
// many short searches, and many short stretches, linear together.
export function indexWithin(text: string, needle: string, from: number, end: number): number {
  for (let start = from, size = 256; start < end; size *= 2) {
    const stop = Math.min(end, start + size);
    const at = text.slice(start, stop).indexOf(needle);
    if (at >= 0) return start + at;
    if (stop === end) return -1;
    start = stop - needle.length + 1;
  }
  return -1;
}
