// Texts of the extension's manifest that no setting or rule carries: commands, walkthrough, languages.
import type { Localized } from '../../server/src/core/index.ts';

const t = (en: string, zhCN: string, zhTW: string): Localized => ({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });

export const MANIFEST_TEXTS: Readonly<Record<string, Localized>> = {
  displayName: t('Corpus Lint', '语料校勘 Corpus Lint', '語料校勘 Corpus Lint'),
  description: t(
    'Finds and repairs damage in Chinese text corpora: encodings, mixed scripts, widths, numbers, broken paragraphs and front matter.',
    '查找并修复中文语料中的损坏：编码、繁简混用、全半角、数字、断段与前置元数据。',
    '尋找並修復中文語料中的損壞：編碼、繁簡混用、全半形、數字、斷段與前置資料。',
  ),
  category: t('Corpus Lint', '语料校勘', '語料校勘'),
  'language.corpus-report': t('Corpus Report', '语料报告', '語料報告'),
  'command.fixAll': t('Fix All Safe Findings', '修复所有可安全修复的问题', '修復所有可安全修復的問題'),
  'command.openRulePage': t('Explain a Rule', '查看规则说明', '查看規則說明'),
  'command.openSettings': t('Open Settings', '打开设置', '開啟設定'),
  'command.enableInWorkspace': t(
    'Check Files in This Workspace',
    '在此工作区中检查文件',
    '在此工作區中檢查檔案',
  ),
  'command.disableInWorkspace': t(
    'Do Not Check Files in This Workspace',
    '在此工作区中不检查文件',
    '在此工作區中不檢查檔案',
  ),
  'command.restartServer': t('Restart the Server', '重启语言服务器', '重新啟動語言伺服器'),
  'command.showOutput': t('Show Output', '显示输出', '顯示輸出'),
  'command.showMenu': t('Actions for This File…', '本文件的操作…', '本檔案的操作…'),
  'command.reopenWithEncoding': t('Reopen with Encoding', '以指定编码重新打开', '以指定編碼重新開啟'),
};
