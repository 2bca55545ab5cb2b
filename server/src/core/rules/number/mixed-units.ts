import { lexQuantities } from '../../numbers/lexer.ts';
import { QuantityKind, type QuantityList } from '../../numbers/quantities.ts';
import { UNITS } from '../../numbers/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isHanAt } from '../../text/charClass.ts';

const indexOf = (name: string): number => UNITS.findIndex(unit => unit.name === name);
/** Two names of one unit, as GB 3100—1993 lists them side by side. */
const PAIRS = [
  [indexOf('千克'), indexOf('公斤')],
  [indexOf('千米'), indexOf('公里')],
] as const;

/** For each unit, which name of which pair it is: 0 for none, else twice the pair's index, plus 1 or 2. */
const NAME_OF = new Uint8Array(UNITS.length);
PAIRS.forEach(([a, b], pair) => {
  NAME_OF[a] = pair * 2 + 1;
  NAME_OF[b] = pair * 2 + 2;
});

export const rule = defineRule({
  meta: {
    id: 'number/mixed-units',
    level: 'info',
    fix: 'none',
    regions: Regions.prose,
    summary: {
      en: 'Two names for one unit in a document',
      'zh-CN': '同一单位在文中有两种名称',
      'zh-TW': '同一單位在文中有兩種名稱',
    },
    messages: {
      found: {
        en: '“{unit}” here, “{other}” {count} times elsewhere in the text: two names of one unit. Use one.',
        'zh-CN': '此处用“{unit}”，文中另有{count}处用“{other}”：同一单位两种名称，宜统一。',
        'zh-TW': '此處用「{unit}」，文中另有{count}處用「{other}」：同一單位兩種名稱，宜統一。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      let names = 0;
      for (let i = 0; i < list.count; i++)
        if (NAME_OF[list.units[i]!]! > 0 && list.kinds[i] === QuantityKind.Number)
          names |= 1 << NAME_OF[list.units[i]!]!;
      if (names === 0) return;
      for (let pair = 0; pair < PAIRS.length; pair++) {
        const both = 0b110 << (pair * 2);
        if ((names & both) !== both) continue;
        const [a, b] = placesOf(list, pair);
        // The rarer name is reported; of equals the one that comes second.
        const isFirstRarer = a.length < b.length || (a.length === b.length && a[0]! > b[0]!);
        const [rare, common] = isFirstRarer ? [a, b] : [b, a];
        const other = UNITS[list.units[common[0]!]!]!.name;
        for (const i of rare) {
          const args = { unit: UNITS[list.units[i]!]!.name, other, count: common.length };
          report({ start: phraseStart(text, list.starts[i]!), end: list.ends[i]!, messageId: 'found', args });
        }
      }
    },
  },
});

function placesOf({ count, units, kinds }: QuantityList, pair: number): [number[], number[]] {
  const places: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++) {
    const name = NAME_OF[units[i]!]! - pair * 2;
    if ((name === 1 || name === 2) && kinds[i] === QuantityKind.Number) places[name - 1]!.push(i);
  }
  return places;
}

/** What is measured stands before the figure; a longer clause would only hide the unit. */
const MAX_PHRASE = 8;

// 枯枝 in 枯枝25公斤 shows which of many figures is meant, so a short clause is marked from its start.
function phraseStart(text: string, figure: number): number {
  let start = figure;
  while (figure - start < MAX_PHRASE && isHanAt(text, start - 1)) start--;
  return isHanAt(text, start - 1) ? figure : start;
}
