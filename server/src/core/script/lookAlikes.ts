// Letters and strokes that look like something else, from the confusables of UTS #39 as far as fonts for Chinese text
// draw them alike. Greek lower case but ο is left out: formulas and units are full of it.

const pairs = (table: string): ReadonlyMap<string, string> =>
  new Map(table.split(' ').map(pair => [pair[0]!, pair.slice(1)]));

/** Cyrillic and Greek letters and the Latin ones they look like. */
export const LATIN_LOOK_ALIKES = pairs(
  'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ԜW аa еe оo рp сc уy хx ѕs іi јj ԁd ɡg Һh ԛq ԝw ' +
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo',
);

/** Kana, hangul and strokes that stand for a Han character when they are set between Han. */
export const HAN_LOOK_ALIKES = pairs('ー一 ニ二 ロ口 エ工 カ力 タ夕 ト卜 ハ八 ミ三 ㇐一 ㅡ一 ㅣ丨');

/** Han of one stroke used as a mark, with the marks meant, likeliest first. */
export const MARK_LOOK_ALIKES = pairs('丨｜： 丶、·');
