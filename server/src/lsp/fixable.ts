// Which findings the safe repairs would mend, for the status, the code lenses and the quick fixes: computed once for a
// snapshot.
import { automaticRepair, type Fault, type Finding } from '../core/index.ts';
import type { Snapshot } from './session.ts';

export interface Fixable {
  /** Findings that have one safe repair. */
  readonly findings: ReadonlySet<Finding>;
  /** False where a text has so many findings that not all were looked at. */
  readonly isComplete: boolean;
  /** Rules whose repairs crashed. */
  readonly faults: ReadonlySet<string>;
}

/** Findings whose repairs are looked at. A repair takes some five microseconds to make, and the editor waits. */
const MOST = 10_000;
const known = new WeakMap<Snapshot, Fixable>();

export function fixableOf(snapshot: Snapshot): Fixable {
  let fixable = known.get(snapshot);
  if (!fixable) {
    const { linter, doc, result } = snapshot;
    const faults = new Set<string>();
    const fail = ({ ruleId }: Fault): void => void faults.add(ruleId ?? '');
    const hasSafeRepair = (finding: Finding): boolean =>
      linter.ruleOf(finding)?.meta.fix === 'safe' &&
      automaticRepair(linter.repairs(doc, finding, fail), 'safe') !== undefined;
    fixable = {
      findings: new Set(result.findings.slice(0, MOST).filter(hasSafeRepair)),
      isComplete: result.findings.length <= MOST,
      faults,
    };
    known.set(snapshot, fixable);
  }
  return fixable;
}

/** `count` as a reader is told it. */
export const countOf = (count: number, { isComplete }: Fixable): string =>
  isComplete ? `${count}` : `${count}+`;
