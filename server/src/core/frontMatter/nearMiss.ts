import { editDistance } from '../text/editDistance.ts';

/** All the words nearest to `word`, at most `limit` edits away; case counts as nothing. */
export function nearestAll(word: string, choices: readonly string[], limit: number): readonly string[] {
  const own = word.toLowerCase();
  let best = limit;
  let found: string[] = [];
  for (const choice of choices) {
    const distance = choice === word ? limit + 1 : editDistance(own, choice.toLowerCase(), best);
    if (distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(choice);
  }
  return found;
}
