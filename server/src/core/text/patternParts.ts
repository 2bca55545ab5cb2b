// The parts of a regular expression that say how long it may take: groups, choices, repetitions, references back.
// Whoever asks has compiled the pattern before, so what stands in `source` is well-formed.

export type PatternPart =
  | { readonly kind: 'atom' | 'open' | 'close' | 'choice' | 'reference' }
  /** How often what stands before it may come; `[start, end)` in `source`. */
  | {
      readonly kind: 'repetition';
      readonly least: number;
      readonly most: number;
      readonly start: number;
      readonly end: number;
    };

const REPETITION = /[*+?]|\{(\d+)(?:(,)(\d*))?\}/y;

export function* patternParts(source: string): Generator<PatternPart> {
  for (let i = 0; i < source.length; ) {
    const c = source[i]!;
    if (c === '(') {
      yield { kind: 'open' };
      // (?: (?= (?<name>: no question of repeating.
      i += source[i + 1] === '?' ? 2 : 1;
      continue;
    }
    if (c === '|') {
      yield { kind: 'choice' };
      i++;
      continue;
    }
    if (c === ')') yield { kind: 'close' };
    else if (c === '\\') {
      yield { kind: /[1-9k]/.test(source[i + 1] ?? '') ? 'reference' : 'atom' };
      i++;
    } else {
      yield { kind: 'atom' };
      if (c === '[') while (i + 1 < source.length && source[++i] !== ']') if (source[i] === '\\') i++;
    }
    i++;
    REPETITION.lastIndex = i;
    const found = REPETITION.exec(source);
    if (!found) continue;
    const [sign, low, comma, high] = found;
    const end = i + sign.length;
    const isOpenEnded = sign === '*' || sign === '+' || (comma !== undefined && high === '');
    yield {
      kind: 'repetition',
      least: low !== undefined ? Number(low) : sign === '+' ? 1 : 0,
      most: isOpenEnded ? Number.POSITIVE_INFINITY : sign === '?' ? 1 : Number(high || low),
      start: i,
      end,
    };
    // A second question mark makes it lazy.
    i = source[end] === '?' ? end + 1 : end;
  }
}
