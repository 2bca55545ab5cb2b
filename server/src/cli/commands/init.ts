import path from 'node:path';
import { errorCode } from '../../adapters/systemErrors.ts';
import { CONFIG_FILE_NAME } from '../../config/index.ts';
import type { Localized } from '../../core/index.ts';
import type {} from '../host.ts';
import { sayIn } from '../messages.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  command.action(() => {
    const say = sayIn(locale);
    const file = path.join(host.cwd, CONFIG_FILE_NAME);
    try {
      const like = { mode: 0o644, owner: { user: -1, group: -1 } };
      host.fs.createFile(file, new TextEncoder().encode(template(locale)), like);
      host.stdout.write(`${say('wrote', { file: CONFIG_FILE_NAME })}\n`);
    } catch (error) {
      const code = errorCode(error);
      const text =
        code === 'EEXIST'
          ? say('exists', { file: CONFIG_FILE_NAME })
          : `${CONFIG_FILE_NAME}: ${say('notWritten', { code })}`;
      host.stderr.write(`${text}\n`);
      exit(2);
    }
  });
};

const COMMENTS = {
  extends: {
    en: 'recommended, all or none; other configuration files may follow',
    'zh-CN': 'recommended、all 或 none；其后可再列其他配置文件',
    'zh-TW': 'recommended、all 或 none；其後可再列其他設定檔',
  },
  rules: {
    en: 'off, info, warning or error; "group/*" for a whole group; options beside "level"',
    'zh-CN': 'off、info、warning 或 error；"组/*" 表示整组；选项与 "level" 并列',
    'zh-TW': 'off、info、warning 或 error；"組/*" 表示整組；選項與 "level" 並列',
  },
  overrides: {
    en: 'what differs for some files',
    'zh-CN': '某些文件的不同设置',
    'zh-TW': '某些檔案的不同設定',
  },
  ignore: {
    en: 'what is not linted, as in .gitignore',
    'zh-CN': '不检查的文件，写法同 .gitignore',
    'zh-TW': '不檢查的檔案，寫法同 .gitignore',
  },
} satisfies Readonly<Record<string, Localized>>;

const template = (locale: keyof Localized): string => `{
  // ${COMMENTS.extends[locale]}
  "extends": ["recommended"],

  // ${COMMENTS.rules[locale]}
  "rules": {
    // "punctuation/repeated": "error"
  },

  // ${COMMENTS.overrides[locale]}
  "overrides": [
    // { "files": "traditional/**", "script": "traditional" }
  ],

  // ${COMMENTS.ignore[locale]}
  "ignore": []
}
`;
