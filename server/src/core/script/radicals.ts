// The ordinary character behind a radical or compatibility form. Kangxi radicals and compatibility ideographs carry
// it as a decomposition; most of CJK Radicals Supplement does not, so those that stand for whole characters are listed.

/** Pairs from EquivalentUnifiedIdeograph.txt (Unicode 15.0); components such as ⺡ that are no characters are left out. */
const SUPPLEMENT =
  '⺈刀⺊卜⺌小⺍小⺒巳⺓幺⺗心⺛旡⺜日⺝月⺞歹⺠民⺧牛⺩王⺫目⺬示⺰纟⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻏邑⻑長⻒長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻲亀⻳龟⻫斉⻭歯⻯竜';

const supplement = new Map([...SUPPLEMENT.matchAll(/(.)(.)/gu)].map(pair => [pair[1]!, pair[2]!]));

/** The character that `char` looks like; undefined for a character that stands for itself. */
export function ordinaryForm(char: string): string | undefined {
  const listed = supplement.get(char);
  if (listed !== undefined) return listed;
  const decomposed = char.normalize('NFKC');
  return decomposed === char ? undefined : decomposed;
}
