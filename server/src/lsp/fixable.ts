// How many findings the safe repairs would mend, for the status and the code lenses: computed once for a snapshot.
import { automaticRepair, type Finding } from '../core/index.ts';
import type { Snapshot } from './session.ts';

/** Findings whose repairs are looked at; a text with more is told the rest by mending. */
const MOST = 2000;
const known = new WeakMap<Snapshot, ReadonlySet<Finding>>();

/** Findings, of the first MOST, that have one safe repair. */
export function mendable(snapshot: Snapshot): ReadonlySet<Finding> {
  let found = known.get(snapshot);
  if (!found) {
    const { linter, doc, result } = snapshot;
    found = new Set(
      result.findings
        .slice(0, MOST)
        .filter(
          finding =>
            linter.ruleOf(finding)?.meta.fix === 'safe' &&
            automaticRepair(linter.repairs(doc, finding), 'safe'),
        ),
    );
    known.set(snapshot, found);
  }
  return found;
}
