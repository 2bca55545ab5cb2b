// What the regular expressions of a schema may cost: they come from a workspace, and JavaScript cannot stop one.
import { patternParts } from '../core/text/patternParts.ts';

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
  const open: Group[] = [];
  let loops = 0;
  /** The group that has just been closed: what comes next may repeat it. */
  let closed: Group | undefined;
  for (const part of patternParts(source)) {
    const group = closed;
    closed = undefined;
    if (part.kind === 'reference') return Number.POSITIVE_INFINITY;
    if (part.kind === 'open') open.push({ hasRepeat: false, hasChoice: false });
    else if (part.kind === 'choice') {
      const around = open[open.length - 1];
      if (around) around.hasChoice = true;
    } else if (part.kind === 'close') {
      closed = open.pop();
      if (closed?.hasRepeat) for (const around of open) around.hasRepeat = true;
    } else if (part.kind === 'repetition' && part.most > FEW) {
      if (group?.hasRepeat || group?.hasChoice) return Number.POSITIVE_INFINITY;
      for (const around of open) around.hasRepeat = true;
      loops++;
    }
  }
  return loops;
}

interface Group {
  hasRepeat: boolean;
  hasChoice: boolean;
}

/** A repetition of at most so many is as good as written out. */
const FEW = 10;
