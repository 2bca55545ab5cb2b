// Which rules are woken where. Each rule that waits for characters gets a bit; the document's single pass collects
// the places where a bit is set in a region the rule may see. With more than 31 such rules several share a bit, and
// the rule's own table decides. `naiveHits` is the slow twin that test/core/dispatch.test.ts holds this against.
import type { Hits, WakeTable } from '../document/document.ts';
import type { CharTrigger } from '../rule/types.ts';
import { CLASS_OF } from '../text/charClass.ts';
import type { ActiveRule } from './settings.ts';

export interface CharRule {
  readonly active: ActiveRule;
  readonly trigger: CharTrigger;
  readonly units: Uint8Array;
}

export interface Dispatch {
  readonly wake: WakeTable;
  /** Calls `visit` for every hit and every rule that waits for it, in text order. */
  run(
    text: string,
    kindAt: (offset: number) => number,
    hits: Hits,
    visit: (rule: CharRule, at: number) => void,
  ): void;
}

const BITS = 31;
const REGION_KINDS = 32;

export function createDispatch(rules: readonly ActiveRule[]): Dispatch {
  const charRules: CharRule[] = [];
  for (const active of rules) {
    const { trigger } = active.rule;
    if (trigger.on === 'char') charRules.push({ active, trigger, units: unitsOf(trigger) });
  }
  const ofUnit = new Uint32Array(0x10000);
  const allowed = new Uint32Array(REGION_KINDS);
  const byBit: CharRule[][] = Array.from({ length: BITS }, () => []);
  charRules.forEach((rule, index) => {
    const bit = index % BITS;
    byBit[bit]!.push(rule);
    for (let unit = 0; unit < 0x10000; unit++) if (rule.units[unit] === 1) ofUnit[unit]! |= 1 << bit;
    for (let kind = 0; kind < REGION_KINDS; kind++) {
      if ((rule.active.rule.meta.regions & (1 << kind)) !== 0) allowed[kind]! |= 1 << bit;
    }
  });
  return {
    wake: { ofUnit, allowed },
    run(text, kindAt, hits, visit) {
      for (let h = 0; h < hits.count; h++) {
        const at = hits.offsets[h]!;
        const unit = text.charCodeAt(at);
        const kind = kindAt(at);
        let bits = ofUnit[unit]! & allowed[kind]!;
        while (bits !== 0) {
          const bit = 31 - Math.clz32(bits & -bits);
          bits &= bits - 1;
          for (const rule of byBit[bit]!) {
            if (rule.units[unit] === 1 && (rule.active.rule.meta.regions & (1 << kind)) !== 0)
              visit(rule, at);
          }
        }
      }
    },
  };
}

/** Every offset and rule that dispatch must visit, found the obvious way. */
export function* naiveHits(
  text: string,
  kindAt: (offset: number) => number,
  rules: readonly ActiveRule[],
): Generator<[ActiveRule, number]> {
  for (let at = 0; at < text.length; at++) {
    for (const active of rules) {
      const { trigger, meta } = active.rule;
      if (trigger.on !== 'char') continue;
      if (unitsOf(trigger)[text.charCodeAt(at)] === 1 && (meta.regions & (1 << kindAt(at))) !== 0)
        yield [active, at];
    }
  }
}

const unitTables = new WeakMap<CharTrigger, Uint8Array>();

function unitsOf(trigger: CharTrigger): Uint8Array {
  const known = unitTables.get(trigger);
  if (known) return known;
  const units = new Uint8Array(0x10000);
  for (let i = 0; i < (trigger.chars?.length ?? 0); i++) units[trigger.chars!.charCodeAt(i)] = 1;
  if (trigger.classes) {
    const wanted = new Set<number>(trigger.classes);
    for (let unit = 0; unit < 0x10000; unit++) if (wanted.has(CLASS_OF[unit]!)) units[unit] = 1;
  }
  unitTables.set(trigger, units);
  return units;
}
