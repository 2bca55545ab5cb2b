import { localized } from '../core/basics.ts';
import type { Localized } from '../core/index.ts';

/** What can be wrong with a configuration file, in words; `{name}` stands for an argument. */
export const CONFIG_MESSAGES = {
  syntax: localized(
    'This is not valid JSON with comments: {detail}.',
    '不是合法的 JSONC：{detail}。',
    '不是合法的 JSONC：{detail}。',
  ),
  unknownKey: localized(
    'Unknown key “{key}”. Known here: {known}.',
    '未知的键“{key}”。此处可用：{known}。',
    '未知的鍵「{key}」。此處可用：{known}。',
  ),
  unknownKeyNear: localized(
    'Unknown key “{key}”. Did you mean “{near}”?',
    '未知的键“{key}”。是否想写“{near}”？',
    '未知的鍵「{key}」。是否想寫「{near}」？',
  ),
  duplicateKey: localized(
    'The key “{key}” stands here twice; only the last one would count.',
    '键“{key}”重复出现，只有最后一个有效。',
    '鍵「{key}」重複出現，只有最後一個有效。',
  ),
  missingKey: localized('The key “{key}” is missing.', '缺少键“{key}”。', '缺少鍵「{key}」。'),
  wrongType: localized(
    'Expected {expected}, found {found}.',
    '应为 {expected}，实为 {found}。',
    '應為 {expected}，實為 {found}。',
  ),
  wrongValue: localized(
    'Expected one of {expected}; found {found}.',
    '应为 {expected} 之一，实为 {found}。',
    '應為 {expected} 之一，實為 {found}。',
  ),
  outOfRange: localized(
    'Expected a number from {minimum} to {maximum}.',
    '应为 {minimum} 到 {maximum} 之间的数。',
    '應為 {minimum} 到 {maximum} 之間的數。',
  ),
  wrongName: localized(
    'A name holds small letters, digits and hyphens only.',
    '名称只能含小写字母、数字和连字符。',
    '名稱只能含小寫字母、數字和連字號。',
  ),
  badWord: localized(
    'An entry is a word, or a word, an equals sign and the word to write instead: “云南公交”, “软件=軟體”.',
    '一项是一个词，或者“词=另一个词”：“云南公交”、“软件=軟體”。',
    '一項是一個詞，或者「詞=另一個詞」：「云南公交」、「软件=軟體」。',
  ),
  badPattern: localized(
    'This pattern cannot be read: {detail}.',
    '无法解析该模式：{detail}。',
    '無法解析該模式：{detail}。',
  ),
  cannotRead: localized('Cannot be read: {code}.', '无法读取：{code}。', '無法讀取：{code}。'),
  slowPattern: localized(
    'On a long text this pattern may take for ever: it repeats what may match in several ways, or repeats too much. Repeat single characters or [sets] of them, with limits such as {1,20}.',
    '该模式在长文本上可能极慢：被重复的部分有多种匹配方式，或重复过多。请只重复单个字符或 [字符集]，并加上限，如 {1,20}。',
    '該模式在長文字上可能極慢：被重複的部分有多種相符方式，或重複過多。請只重複單一字元或 [字元集]，並加上限，如 {1,20}。',
  ),
  noSuchFile: localized('“{file}” cannot be found.', '找不到“{file}”。', '找不到「{file}」。'),
  unreadable: localized(
    '“{file}” cannot be read: {code}.',
    '无法读取“{file}”：{code}。',
    '無法讀取「{file}」：{code}。',
  ),
  notJson: localized(
    '“{file}” is not valid JSON.',
    '“{file}”不是合法的 JSON。',
    '「{file}」不是合法的 JSON。',
  ),
  circular: localized('“{file}” extends itself.', '“{file}”循环继承了自身。', '「{file}」循環繼承了自身。'),
} as const satisfies Readonly<Record<string, Localized>>;

export type ConfigMessageId = keyof typeof CONFIG_MESSAGES;
