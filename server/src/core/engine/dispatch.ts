// Which rules are woken where. Code units that wake the same rules form a group; the document's single pass collects
// the places whose unit has a group that may speak in that kind of region. Making the table costs one walk over the
// units, however many rules there are. `naiveHits` is the slow twin that test/random/dispatch.test.ts holds this
// against.
import { groupOfUnit, type Hits, type WakeTable, wakeTable } from '../document/analysis.ts';
import type { CharTrigger } from '../rule/types.ts';
import { CHAR_CLASS_COUNT, CLASS_OF, isSecondOfPair } from '../text/charClass.ts';
import type { ActiveRule } from './settings.ts';

export interface CharRule {
  readonly active: ActiveRule;
  readonly trigger: CharTrigger;
  /** Numbers the rules of one dispatch from 0. */
  readonly index: number;
  /** Bit mask of the regions the rule may see. */
  readonly regions: number;
}

export interface Dispatch {
  readonly wake: WakeTable;
  /** Calls `visit` for every hit and every rule that waits for it, in text order. */
  run(text: string, hits: Hits, visit: (rule: CharRule, at: number) => void): void;
}

export function createDispatch(rules: readonly ActiveRule[]): Dispatch {
  const charRules: CharRule[] = [];
  for (const active of rules) {
    const { trigger, meta } = active.rule;
    if (trigger.on === 'char')
      charRules.push({ active, trigger, index: charRules.length, regions: meta.regions });
  }
  // Rules by class, then single units on top of their class's rules. A key names the set of rules: "3,7,".
  const groups: CharRule[][] = [[]];
  const numbers = new Map<string, number>([['', 0]]);
  const groupOfKey = (key: string): number => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = groups.length;
      numbers.set(key, number);
      groups.push(
        key
          .slice(0, -1)
          .split(',')
          .map(index => charRules[Number(index)]!),
      );
    }
    return number;
  };
  const classRules: number[][] = Array.from({ length: CHAR_CLASS_COUNT }, () => []);
  const unitRules = new Map<number, number[]>();
  charRules.forEach(({ trigger }, index) => {
    for (const cls of new Set(trigger.classes)) classRules[cls]!.push(index);
    const chars = trigger.chars ?? '';
    for (let i = 0; i < chars.length; i++) {
      const unit = chars.charCodeAt(i);
      const waiting = unitRules.get(unit);
      if (!waiting) unitRules.set(unit, [index]);
      else if (waiting.at(-1) !== index) waiting.push(index);
    }
  });
  const keyOf = (indexes: readonly number[]): string => indexes.map(index => `${index},`).join('');
  const groupOfClass = Uint16Array.from(classRules, indexes => groupOfKey(keyOf(indexes)));
  const groupOf = new Map<number, number>();
  for (const [unit, indexes] of unitRules) {
    const all = new Set([...classRules[CLASS_OF[unit]!]!, ...indexes]);
    groupOf.set(unit, groupOfKey(keyOf([...all].sort((a, b) => a - b))));
  }
  const regions = Uint32Array.from(groups, waiting => waiting.reduce((mask, rule) => mask | rule.regions, 0));
  const wake = wakeTable(cls => groupOfClass[cls]!, groupOf, regions);
  return {
    wake,
    run(text, { offsets, kinds, count }, visit) {
      for (let h = 0; h < count; h++) {
        const at = offsets[h]!;
        const kind = 1 << kinds[h]!;
        const waiting = groups[groupOfUnit(wake, text.charCodeAt(at))]!;
        for (let w = 0; w < waiting.length; w++) {
          const rule = waiting[w]!;
          if ((rule.regions & kind) !== 0) visit(rule, at);
        }
      }
    },
  };
}

/** Every offset and rule that dispatch must visit, found the obvious way: a surrogate pair wakes at its first unit. */
export function* naiveHits(
  text: string,
  kindAt: (offset: number) => number,
  rules: readonly ActiveRule[],
): Generator<[ActiveRule, number]> {
  for (let at = 0; at < text.length; at++) {
    for (const active of rules) {
      const { trigger, meta } = active.rule;
      if (trigger.on !== 'char') continue;
      const unit = text.charCodeAt(at);
      if (isSecondOfPair(text, at)) continue;
      const waits =
        trigger.chars?.includes(text[at]!) || trigger.classes?.some(cls => cls === CLASS_OF[unit]) || false;
      if (waits && (meta.regions & (1 << kindAt(at))) !== 0) yield [active, at];
    }
  }
}
