// What the regular expressions of a schema may cost: they come from a workspace, and JavaScript cannot stop one.

/**
 * How many repetitions without limit a pattern has, each of which may multiply its time by the length of the text.
 * Infinity for one that could take exponential time (a repeated group that holds a repetition or a choice), that
 * refers back, or that is no pattern.
 */
export function patternLoops(source: string): number {
  try {
    new RegExp(source, 'u');
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  const open: { hasRepeat: boolean; hasChoice: boolean }[] = [];
  let loops = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    let closed: { hasRepeat: boolean; hasChoice: boolean } | undefined;
    if (c === '\\') {
      if (/[1-9k]/.test(source[i + 1] ?? '')) return Number.POSITIVE_INFINITY;
      i++;
    } else if (c === '[') {
      while (i + 1 < source.length && source[i + 1] !== ']') i += source[i + 1] === '\\' ? 2 : 1;
      i++;
    } else if (c === '(') {
      open.push({ hasRepeat: false, hasChoice: false });
      continue;
    } else if (c === '|') {
      const group = open[open.length - 1];
      if (group) group.hasChoice = true;
      continue;
    } else if (c === ')') closed = open.pop();
    const repeat = /^(?:[*+]|\{(\d+)(,(\d*))?\})/.exec(source.slice(i + 1, i + 20));
    if (closed?.hasRepeat) for (const group of open) group.hasRepeat = true;
    if (!repeat || most(repeat) <= FEW) continue;
    if (closed?.hasRepeat || closed?.hasChoice) return Number.POSITIVE_INFINITY;
    for (const group of open) group.hasRepeat = true;
    loops++;
  }
  return loops;
}

/** A repetition of at most so many is as good as written out. */
const FEW = 10;

const most = ([, low, comma, high]: RegExpExecArray): number =>
  low === undefined || (comma !== undefined && high === '') ? Number.POSITIVE_INFINITY : Number(high ?? low);
