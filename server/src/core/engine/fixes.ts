// Fixing: the groups in their order of precedence, a relint after each group that changed something, until nothing
// is left to do. Fixing twice therefore equals fixing once; a text that does not settle is a reported fault.
import type { ByteFacts } from '../document/byteFacts.ts';
import type { Document } from '../document/document.ts';
import { type Finding, GROUPS, type Repair, type Safety } from '../rule/types.ts';
import { applyEdits, composeEdits, type TextEdit } from '../text/edits.ts';
import { createSourceText, type SourceText } from '../text/sourceText.ts';
import type { Fault, Linter, LintResult } from './linter.ts';
import { groupOf } from './settings.ts';

export interface FixOptions {
  /** `unsafe` includes safe repairs; one of several candidates is never applied. */
  readonly safety: Safety;
  /** Which findings to mend; all of them by default. */
  readonly accept?: (finding: Finding) => boolean;
  readonly bytes?: ByteFacts | undefined;
}

export interface FixResult {
  readonly text: string;
  /** The same as edits of the original text: what an editor applies. */
  readonly edits: readonly TextEdit[];
  /** How many repairs were applied, by rule id. */
  readonly applied: ReadonlyMap<string, number>;
  /** What is left, judged on the fixed text. */
  readonly result: LintResult;
  readonly faults: readonly Fault[];
}

const MAX_PASSES = 10;

export function fixAll(linter: Linter, source: SourceText, options: FixOptions): FixResult {
  const applied = new Map<string, number>();
  const crashes = new Map<string | null, Fault>();
  const fail = (fault: Fault): void => void crashes.set(fault.ruleId, fault);
  let result = linter.lint(source, options.bytes);
  let text = source.text;
  let all: readonly TextEdit[] = [];
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    let changed = false;
    for (const group of GROUPS) {
      const candidates = result.findings.filter(
        f => groupOf(f.ruleId) === group && (options.accept?.(f) ?? true),
      );
      const edits = chooseEdits(linter, result.doc, candidates, options.safety, applied, fail);
      if (edits.length === 0) continue;
      const next = applyEdits(text, edits);
      if (next === text) continue;
      text = next;
      all = composeEdits(all, edits);
      changed = true;
      result = linter.lint(createSourceText(source.id, source.format, text), options.bytes);
    }
    if (!changed)
      return { text, edits: all, applied, result, faults: [...result.faults, ...crashes.values()] };
  }
  const fault: Fault = { ruleId: null, message: `fixes did not settle after ${MAX_PASSES} passes` };
  return { text, edits: all, applied, result, faults: [...result.faults, ...crashes.values(), fault] };
}

/** The repair that `--fix` (safe) or `--fix-unsafe` may apply to a finding on its own, if there is one. */
export function automaticRepair(repairs: readonly Repair[], safety: Safety): Repair | undefined {
  const safe = repairs.filter(repair => repair.safety === 'safe');
  if (safe.length === 1) return safe[0];
  return safety === 'unsafe' && repairs.length === 1 ? repairs[0] : undefined;
}

// Of overlapping repairs the first in text order wins; the others get their turn after the relint.
function chooseEdits(
  linter: Linter,
  doc: Document,
  findings: readonly Finding[],
  safety: Safety,
  applied: Map<string, number>,
  fail: (fault: Fault) => void,
): TextEdit[] {
  const chosen: TextEdit[] = [];
  let end = -1;
  for (const finding of findings) {
    const repair = automaticRepair(linter.repairs(doc, finding, fail), safety);
    if (!repair || repair.edits.length === 0) continue;
    const first = Math.min(...repair.edits.map(edit => edit.start));
    if (first < end || (first === end && chosen.some(e => e.end === first && e.start === e.end))) continue;
    chosen.push(...repair.edits);
    end = Math.max(end, ...repair.edits.map(edit => edit.end));
    applied.set(finding.ruleId, (applied.get(finding.ruleId) ?? 0) + 1);
  }
  return chosen;
}
