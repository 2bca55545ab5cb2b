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
  'command.fixWorkspace': t(
    'Fix All Safe Findings in the Workspace…',
    '修复工作区中所有可安全修复的问题…',
    '修復工作區中所有可安全修復的問題…',
  ),
  'command.fixFiles': t('Fix All Safe Findings…', '修复所有可安全修复的问题…', '修復所有可安全修復的問題…'),
  'command.convert': t('Convert Script…', '繁简转换…', '繁簡轉換…'),
  'command.convertWithPreview': t('Convert Script with Preview…', '预览繁简转换…', '預覽繁簡轉換…'),
  'command.convertFiles': t('Convert Script…', '繁简转换…', '繁簡轉換…'),
  'command.insertFrontMatter': t('Insert Front Matter', '插入前置元数据', '插入前置資料'),
  'command.showStatistics': t('Show Statistics', '显示统计', '顯示統計'),
  'token.quantity': t('A figure', '数字', '數字'),
  'token.unit': t('The unit of a figure', '数字的单位', '數字的單位'),
  'token.date': t('A date or time', '日期或时间', '日期或時間'),
  'token.minorityScript': t('A character of the other script', '另一种字形的字', '另一種字形的字'),
  'token.damage': t('Text damaged by a wrong encoding', '编码损坏的文字', '編碼損壞的文字'),
  'token.credit': t('A credit, byline or source', '署名或来源', '署名或來源'),
  'walkthrough.title': t('Get Started with Corpus Lint', '开始使用语料校勘', '開始使用語料校勘'),
  'walkthrough.description': t(
    'Find and repair damage in Chinese text.',
    '查找并修复中文文本中的损坏。',
    '尋找並修復中文文字中的損壞。',
  ),
  'walkthrough.find.title': t('Open a report', '打开一篇报道', '開啟一篇報導'),
  'walkthrough.find.description': t(
    'Findings are underlined in the text and listed under Problems. Hover for the reason and for the repair.\n[Show Problems](command:workbench.actions.view.problems)',
    '问题会在正文中以波浪线标出，并列在“问题”面板中。悬停可查看原因与修复结果。\n[显示问题](command:workbench.actions.view.problems)',
    '問題會在內文中以波浪線標出，並列在「問題」面板中。停留可檢視原因與修復結果。\n[顯示問題](command:workbench.actions.view.problems)',
  ),
  'walkthrough.fix.title': t('Repair what is certain', '修复确定无疑之处', '修復確定無疑之處'),
  'walkthrough.fix.description': t(
    'Each finding has its quick fixes; safe ones can be applied all at once, also on every save.\n[Fix This File](command:corpusLint.fixAll)',
    '每个问题都有快速修复；可安全修复的可以一次全部完成，也可在每次保存时进行。\n[修复本文件](command:corpusLint.fixAll)',
    '每個問題都有快速修復；可安全修復的可以一次全部完成，也可在每次儲存時進行。\n[修復本檔案](command:corpusLint.fixAll)',
  ),
  'walkthrough.convert.title': t('Convert the script', '转换字形', '轉換字形'),
  'walkthrough.convert.description': t(
    'Simplified, Traditional, Taiwan, Hong Kong. What no word decides is shown for you to confirm.\n[Convert…](command:corpusLint.convert)',
    '简体、繁体、台湾、香港互转。词语无法判定的字会列出，由您确认。\n[转换…](command:corpusLint.convert)',
    '簡體、繁體、臺灣、香港互轉。詞語無法判定的字會列出，由您確認。\n[轉換…](command:corpusLint.convert)',
  ),
  'walkthrough.configure.title': t('Say what your corpus is', '说明您的语料', '說明您的語料'),
  'walkthrough.configure.description': t(
    'A file named corpus-lint.jsonc sets rules, script and front-matter schemas for a folder; the command line reads the same file.\n[Open Settings](command:corpusLint.openSettings)',
    '名为 corpus-lint.jsonc 的文件可为文件夹设定规则、字形与前置元数据模式；命令行读取同一文件。\n[打开设置](command:corpusLint.openSettings)',
    '名為 corpus-lint.jsonc 的檔案可為資料夾設定規則、字形與前置資料結構；命令列讀取同一檔案。\n[開啟設定](command:corpusLint.openSettings)',
  ),
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
