// Every subcommand, by name. Its file is loaded only when the command runs; see command.ts for how to add one.
import type { CommandEntry } from './command.ts';

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: {
      en: 'find damage, and repair it with --fix (the default command)',
      'zh-CN': '检查，并可用 --fix 修复（默认命令）',
      'zh-TW': '檢查，並可用 --fix 修復（預設命令）',
    },
    load: () => import('./lint.ts'),
  },
];
