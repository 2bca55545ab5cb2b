// What the system answers when a file cannot be had, by its code and in words: what it says itself is English and
// repeats the path.
import { localized } from '../core/basics.ts';
import type { Locale, Localized, MessageArgs } from '../core/index.ts';

/** The code of a system error such as ENOENT, or the words of any other. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

const NO_PERMISSION = localized('no permission', '没有权限', '沒有權限');
const TOO_MANY = localized('too many files are open', '打开的文件过多', '開啟的檔案過多');
const IN_USE = localized('another program uses it', '正被其他程序使用', '正被其他程式使用');

/** By code, as POSIX names them. */
const CAUSES: Readonly<Record<string, Localized>> = {
  EACCES: NO_PERMISSION,
  EBUSY: IN_USE,
  EDQUOT: localized('the quota is used up', '磁盘配额已用完', '磁碟配額已用完'),
  EEXIST: localized('a file of that name is in the way', '已有同名文件', '已有同名檔案'),
  EIO: localized('the device fails', '设备出错', '裝置出錯'),
  EISDIR: localized('it is a folder', '是文件夹', '是資料夾'),
  ELOOP: localized('its links lead in a circle', '链接循环', '連結循環'),
  EMFILE: TOO_MANY,
  ENAMETOOLONG: localized('its name is too long', '名称过长', '名稱過長'),
  ENFILE: TOO_MANY,
  ENOENT: localized('there is no such file', '没有这个文件', '沒有這個檔案'),
  ENOSPC: localized('the disk is full', '磁盘已满', '磁碟已滿'),
  ENOTDIR: localized('part of its path is no folder', '路径中有一段不是文件夹', '路徑中有一段不是資料夾'),
  EPERM: NO_PERMISSION,
  EROFS: localized('the disk is read-only', '磁盘只读', '磁碟唯讀'),
  ETXTBSY: IN_USE,
};

/** The arguments of a message with `code` in words; the code itself stays beside them, as it can be looked up. */
export function inWords(args: MessageArgs | undefined, locale: Locale): MessageArgs | undefined {
  const cause = CAUSES[String(args?.code)];
  if (!cause) return args;
  const code = locale === 'en' ? ` (${args!.code})` : `（${args!.code}）`;
  return { ...args, code: `${cause[locale]}${code}` };
}
