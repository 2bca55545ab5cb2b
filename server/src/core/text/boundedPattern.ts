// Regular expressions of a user's own, made so that a search takes time linear in the text. JavaScript cannot stop one
// that has begun, and a search for `\d+万` in a line of digits alone takes the square of its length. So repetitions
// without a limit get one, as large as the ways to match from one place allow, and what may have too many ways even so
// is refused. JavaScript has no engine without backtracking.
import { type PatternPart, patternParts } from './patternParts.ts';

/** Ways to match from one place that a search may try. */
const MOST_WAYS = 5000;
/** How far repetitions may reach, from the most generous on; nobody writes a limit of less than the last by hand. */
const REACHES = [2000, 500, 100, 50, 20];

/** The pattern with all repetitions limited; undefined for one that may take too long. */
export function boundedPattern(source: string): string | undefined {
  const parts = [...patternParts(source)];
  const reach = REACHES.find(candidate => waysOf(parts, candidate) <= MOST_WAYS);
  if (reach === undefined) return undefined;
  let bounded = '';
  let done = 0;
  for (const part of parts) {
    if (part.kind !== 'repetition' || part.most !== Number.POSITIVE_INFINITY) continue;
    bounded += `${source.slice(done, part.start)}{${part.least},${Math.max(part.least, reach)}}`;
    done = part.end;
  }
  return bounded + source.slice(done);
}

/** At most so many ways lead through the pattern where a repetition without a limit reaches `reach` times. */
function waysOf(parts: readonly PatternPart[], reach: number): number {
  const groups = [{ before: 0, here: 1 }];
  let last = 1;
  for (const part of parts) {
    const group = groups[groups.length - 1]!;
    switch (part.kind) {
      case 'open':
        groups.push({ before: 0, here: 1 });
        break;
      case 'choice':
        group.before += group.here;
        group.here = 1;
        break;
      case 'close':
        groups.pop();
        last = group.before + group.here;
        groups[groups.length - 1]!.here *= last;
        break;
      case 'repetition':
        group.here = (group.here / last) * repeated(last, part, reach);
        break;
      default:
        // What is referred to is compared character by character.
        last = part.kind === 'reference' ? reach : 1;
        group.here *= last;
    }
    if (group.here > MOST_WAYS) return Number.POSITIVE_INFINITY;
  }
  return groups[0]!.before + groups[0]!.here;
}

function repeated(
  ways: number,
  { least, most }: Extract<PatternPart, { kind: 'repetition' }>,
  reach: number,
): number {
  if (ways === 1) return (most === Number.POSITIVE_INFINITY ? Math.max(least, reach) : most) - least + 1;
  // w + w² + … is less than twice its last term.
  return most === Number.POSITIVE_INFINITY ? most : ways ** most * (least === most ? 1 : 2);
}
