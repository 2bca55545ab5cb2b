import type { Localized } from '../core/index.ts';

/** What can be wrong with a configuration file, in words; `{name}` stands for an argument. */
export const CONFIG_MESSAGES = {
  syntax: {
    en: 'This is not valid JSON with comments: {detail}.',
    'zh-CN': '不是合法的 JSONC：{detail}。',
    'zh-TW': '不是合法的 JSONC：{detail}。',
  },
  unknownKey: {
    en: 'Unknown key “{key}”. Known here: {known}.',
    'zh-CN': '未知的键“{key}”。此处可用：{known}。',
    'zh-TW': '未知的鍵「{key}」。此處可用：{known}。',
  },
  unknownKeyNear: {
    en: 'Unknown key “{key}”. Did you mean “{near}”?',
    'zh-CN': '未知的键“{key}”。是否想写“{near}”？',
    'zh-TW': '未知的鍵「{key}」。是否想寫「{near}」？',
  },
  duplicateKey: {
    en: 'The key “{key}” stands here twice; only the last one would count.',
    'zh-CN': '键“{key}”重复出现，只有最后一个有效。',
    'zh-TW': '鍵「{key}」重複出現，只有最後一個有效。',
  },
  missingKey: {
    en: 'The key “{key}” is missing.',
    'zh-CN': '缺少键“{key}”。',
    'zh-TW': '缺少鍵「{key}」。',
  },
  wrongType: {
    en: 'Expected {expected}, found {found}.',
    'zh-CN': '应为 {expected}，实为 {found}。',
    'zh-TW': '應為 {expected}，實為 {found}。',
  },
  wrongValue: {
    en: 'Expected one of {expected}; found {found}.',
    'zh-CN': '应为 {expected} 之一，实为 {found}。',
    'zh-TW': '應為 {expected} 之一，實為 {found}。',
  },
  outOfRange: {
    en: 'Expected a number from {minimum} to {maximum}.',
    'zh-CN': '应为 {minimum} 到 {maximum} 之间的数。',
    'zh-TW': '應為 {minimum} 到 {maximum} 之間的數。',
  },
  wrongName: {
    en: 'A name holds small letters, digits and hyphens only.',
    'zh-CN': '名称只能含小写字母、数字和连字符。',
    'zh-TW': '名稱只能含小寫字母、數字和連字號。',
  },
  badPattern: {
    en: 'This pattern cannot be read: {detail}.',
    'zh-CN': '无法解析该模式：{detail}。',
    'zh-TW': '無法解析該模式：{detail}。',
  },
  noSuchFile: {
    en: '“{file}” cannot be found.',
    'zh-CN': '找不到“{file}”。',
    'zh-TW': '找不到「{file}」。',
  },
  unreadable: {
    en: '“{file}” cannot be read: {detail}.',
    'zh-CN': '无法读取“{file}”：{detail}。',
    'zh-TW': '無法讀取「{file}」：{detail}。',
  },
  circular: {
    en: '“{file}” extends itself.',
    'zh-CN': '“{file}”循环继承了自身。',
    'zh-TW': '「{file}」循環繼承了自身。',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export type ConfigMessageId = keyof typeof CONFIG_MESSAGES;
