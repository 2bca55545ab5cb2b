import type { Finding } from '../rule/types.ts';
import { groupOf } from './settings.ts';

/**
 * Drops findings inside spans that `encoding/*` claims: debris of a damaged encoding looks like many other defects,
 * and mending those would destroy what the repair needs (ARCHITECTURE.md, Ownership). A finding that only touches a
 * claimed span, or holds it, is dropped as well: it was judged on damaged text. Lost characters inside mojibake are
 * part of it.
 */
export function dropClaimed(findings: readonly Finding[]): Finding[] {
  const claims = findings.filter(
    finding => finding.ruleId.startsWith('encoding/') && finding.end > finding.start && !isWholeFile(finding),
  );
  if (claims.length === 0) return [...findings];
  const isClaimed = overlapping(claims);
  const isMisread = overlapping(claims.filter(claim => claim.ruleId === 'encoding/mojibake'));
  return findings.filter(finding => {
    if (finding.ruleId === 'encoding/replacement') return !isMisread(finding);
    const group = groupOf(finding.ruleId);
    return group === 'encoding' || group === 'front-matter' || !isClaimed(finding);
  });
}

/** Whether a finding overlaps one of `claims`. */
function overlapping(claims: readonly Finding[]): (finding: Finding) => boolean {
  const sorted = [...claims].sort((a, b) => a.start - b.start);
  // Furthest end among the claims up to each index, to stop the backward walk.
  const reach: number[] = [];
  for (const claim of sorted) reach.push(Math.max(claim.end, reach[reach.length - 1] ?? 0));
  return finding => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start < finding.end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && reach[low - 1]! > finding.start;
  };
}

// A statement about the file as a whole claims nothing inside it.
const isWholeFile = (finding: Finding): boolean =>
  finding.ruleId === 'encoding/undecodable' || finding.ruleId === 'encoding/bom';
