// What commander writes into help by itself, in the user's language and at the width a terminal shows it in.
import { Help, type HelpConfiguration, type Option } from 'commander';
import { localized } from '../core/basics.ts';
import type { Locale, Localized } from '../core/index.ts';
import { widthOf } from './formatters/visible.ts';

const TITLES: Readonly<Record<string, Localized>> = {
  'Usage:': localized('Usage:', '用法：', '用法：'),
  'Arguments:': localized('Arguments:', '参数：', '引數：'),
  'Options:': localized('Options:', '选项：', '選項：'),
};
const CHOICES = localized('one of {values}', '可选 {values}', '可選 {values}');
const DEFAULT = localized('default {value}', '默认 {value}', '預設 {value}');

/** A line may end at blanks and between Han, but not before a mark that closes. */
const PIECES = /\s*(?:\p{Script=Han}|[^\s\p{Script=Han}、，；]+|\S)[、，。；：）]*/gu;

export const helpIn = (locale: Locale): HelpConfiguration => ({
  displayWidth: widthOf,
  boxWrap: (text, width) => wrap(text, width),
  styleTitle: title => TITLES[title]?.[locale] ?? title,
  optionDescription: option => describeOption(option, locale),
});

function describeOption(option: Option, locale: Locale): string {
  const chinese = locale !== 'en';
  const notes: string[] = [];
  if (option.argChoices)
    notes.push(CHOICES[locale].replace('{values}', option.argChoices.join(chinese ? '、' : ', ')));
  const value = option.defaultValueDescription ?? option.defaultValue;
  if (value !== undefined) notes.push(DEFAULT[locale].replace('{value}', String(value)));
  if (notes.length === 0) return option.description;
  const note = notes.join(chinese ? '；' : '; ');
  if (!option.description) return note;
  return chinese ? `${option.description}（${note}）` : `${option.description} (${note})`;
}

function wrap(text: string, width: number): string {
  if (width < new Help().minWidthToWrap) return text;
  return text
    .split('\n')
    .map(line => {
      const lines: string[] = [];
      let current = '';
      for (const [piece] of line.matchAll(PIECES)) {
        if (current && widthOf(current + piece) > width) {
          lines.push(current);
          current = piece.trimStart();
        } else current += piece;
      }
      return [...lines, current].join('\n');
    })
    .join('\n');
}
