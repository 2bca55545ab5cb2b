import type { Finding } from '../rule/types.ts';
import { groupOf } from './settings.ts';

/**
 * Drops findings inside spans that `encoding/*` claims: debris of a damaged encoding looks like many other defects,
 * and mending those would destroy what the repair needs (RULES, Ownership). A finding that only touches a claimed
 * span, or holds it, is dropped as well: it was judged on damaged text.
 */
export function dropClaimed(findings: readonly Finding[]): Finding[] {
  const claims = findings.filter(
    finding => finding.ruleId.startsWith('encoding/') && finding.end > finding.start && !isWholeFile(finding),
  );
  if (claims.length === 0) return [...findings];
  claims.sort((a, b) => a.start - b.start);
  // Furthest end among the claims up to each index, to stop the backward walk.
  const reach: number[] = [];
  for (const claim of claims) reach.push(Math.max(claim.end, reach[reach.length - 1] ?? 0));
  return findings.filter(finding => {
    const group = groupOf(finding.ruleId);
    if (group === 'encoding' || group === 'front-matter') return true;
    let low = 0;
    let high = claims.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (claims[middle]!.start < finding.end) low = middle + 1;
      else high = middle;
    }
    return low === 0 || reach[low - 1]! <= finding.start;
  });
}

// A statement about the file as a whole claims nothing inside it.
const isWholeFile = (finding: Finding): boolean =>
  finding.ruleId === 'encoding/undecodable' || finding.ruleId === 'encoding/bom';
