// What an editor may set. One list for everything: the manifest's `contributes.configuration`, its texts in three
// languages, and what the server reads. What concerns rules counts only where no configuration file is found: a corpus
// must be judged alike everywhere.
import { type Localized, NUMBER_STYLES, type NumberStyle } from '../core/index.ts';

export interface EditorSettings {
  readonly enable: 'auto' | 'on' | 'off';
  readonly run: 'onType' | 'onSave';
  readonly rules: Readonly<Record<string, unknown>>;
  readonly script: 'auto' | 'simplified' | 'traditional';
  readonly region: 'auto' | 'CN' | 'TW' | 'HK';
  readonly maxFindingsPerRule: number;
  readonly maxFileSize: number;
  readonly detectReports: boolean;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  readonly numberStyle: NumberStyle;
  readonly locale: 'auto' | 'en' | 'zh-CN' | 'zh-TW';
}

export interface SettingDeclaration {
  readonly type: 'string' | 'boolean' | 'integer' | 'object';
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly default: unknown;
  /** VS Code's scope: per folder and language, or for the whole window. */
  readonly scope: 'resource' | 'language-overridable' | 'window' | 'machine-overridable';
  readonly description: Localized;
  readonly enumDescriptions?: readonly Localized[];
}

/** By name, without the prefix `corpusLint.`; the order is the one the settings editor shows. */
export const SETTINGS: Readonly<Record<keyof EditorSettings, SettingDeclaration>> = {
  enable: {
    type: 'string',
    enum: ['auto', 'on', 'off'],
    default: 'auto',
    scope: 'resource',
    description: {
      en: 'Which Markdown, HTML and text files are checked.',
      'zh-CN': '检查哪些 Markdown、HTML 和文本文件。',
      'zh-TW': '檢查哪些 Markdown、HTML 與文字檔。',
    },
    enumDescriptions: [
      {
        en: 'Files with front matter or with Chinese text.',
        'zh-CN': '带有前置元数据或含有中文的文件。',
        'zh-TW': '帶有前置資料或含有中文的檔案。',
      },
      { en: 'All of them.', 'zh-CN': '全部。', 'zh-TW': '全部。' },
      { en: 'None.', 'zh-CN': '不检查。', 'zh-TW': '不檢查。' },
    ],
  },
  run: {
    type: 'string',
    enum: ['onType', 'onSave'],
    default: 'onType',
    scope: 'resource',
    description: {
      en: 'When a file is checked.',
      'zh-CN': '何时检查文件。',
      'zh-TW': '何時檢查檔案。',
    },
    enumDescriptions: [
      { en: 'While you type.', 'zh-CN': '输入时。', 'zh-TW': '輸入時。' },
      { en: 'When it is opened or saved.', 'zh-CN': '打开或保存时。', 'zh-TW': '開啟或儲存時。' },
    ],
  },
  rules: {
    type: 'object',
    default: {},
    scope: 'resource',
    description: {
      en: 'Levels and options of rules where no corpus-lint.jsonc sets them: `"error"`, `"warning"`, `"info"`, `"off"`, or an object with `level` and the rule’s options. A name may be a rule or a group (`number/*`).',
      'zh-CN':
        '没有 corpus-lint.jsonc 时各规则的级别与选项：`"error"`、`"warning"`、`"info"`、`"off"`，或含 `level` 与规则选项的对象。名称可以是规则或分组（`number/*`）。',
      'zh-TW':
        '沒有 corpus-lint.jsonc 時各規則的等級與選項：`"error"`、`"warning"`、`"info"`、`"off"`，或含 `level` 與規則選項的物件。名稱可以是規則或群組（`number/*`）。',
    },
  },
  script: {
    type: 'string',
    enum: ['auto', 'simplified', 'traditional'],
    default: 'auto',
    scope: 'resource',
    description: {
      en: 'The script that files are expected to be in, where neither the configuration nor the file says so.',
      'zh-CN': '文件应使用的字形（配置与文件本身未说明时）。',
      'zh-TW': '檔案應使用的字形（設定與檔案本身未說明時）。',
    },
    enumDescriptions: [
      {
        en: 'What most of the file is in.',
        'zh-CN': '以文件中的多数为准。',
        'zh-TW': '以檔案中的多數為準。',
      },
      { en: 'Simplified.', 'zh-CN': '简体。', 'zh-TW': '簡體。' },
      { en: 'Traditional.', 'zh-CN': '繁体。', 'zh-TW': '繁體。' },
    ],
  },
  region: {
    type: 'string',
    enum: ['auto', 'CN', 'TW', 'HK'],
    default: 'auto',
    scope: 'resource',
    description: {
      en: 'The region whose variants of characters are standard.',
      'zh-CN': '以哪个地区的字形为标准。',
      'zh-TW': '以哪個地區的字形為標準。',
    },
    enumDescriptions: [
      { en: 'Not set.', 'zh-CN': '不指定。', 'zh-TW': '不指定。' },
      { en: 'Mainland China.', 'zh-CN': '中国大陆。', 'zh-TW': '中國大陸。' },
      { en: 'Taiwan.', 'zh-CN': '台湾。', 'zh-TW': '臺灣。' },
      { en: 'Hong Kong.', 'zh-CN': '香港。', 'zh-TW': '香港。' },
    ],
  },
  maxFindingsPerRule: {
    type: 'integer',
    minimum: 1,
    default: 250,
    scope: 'resource',
    description: {
      en: 'How many findings of one rule are shown in a file; one more line then says how many there are besides.',
      'zh-CN': '每个文件中同一规则最多显示多少条；其余的合为一条，注明数目。',
      'zh-TW': '每個檔案中同一規則最多顯示多少筆；其餘的合為一筆，註明數目。',
    },
  },
  maxFileSize: {
    type: 'integer',
    minimum: 1,
    default: 20,
    scope: 'resource',
    description: {
      en: 'Files larger than this many million characters are not checked in the editor; the status item says so. The command line checks them.',
      'zh-CN': '字符数超过此值（百万）的文件不在编辑器中检查，状态项会说明；命令行仍会检查。',
      'zh-TW': '字元數超過此值（百萬）的檔案不在編輯器中檢查，狀態項目會說明；命令列仍會檢查。',
    },
  },
  detectReports: {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description: {
      en: 'Open plain-text files that hold a Chinese report in the language mode “Corpus Report”, which colours headings, figures, dates and credits.',
      'zh-CN': '将含有中文报道的纯文本文件以“语料报告”语言模式打开，为标题、数字、日期和署名着色。',
      'zh-TW': '將含有中文報導的純文字檔以「語料報告」語言模式開啟，為標題、數字、日期和署名著色。',
    },
  },
  inlayHints: {
    type: 'boolean',
    default: false,
    scope: 'resource',
    description: {
      en: 'Show the value of Chinese quantities in the text.',
      'zh-CN': '在正文中显示中文数量的数值。',
      'zh-TW': '在內文中顯示中文數量的數值。',
    },
  },
  codeLens: {
    type: 'boolean',
    default: false,
    scope: 'resource',
    description: {
      en: 'Show above a file and above each of its sections how many findings there are and how many can be fixed safely.',
      'zh-CN': '在文件开头及各节标题上方显示问题数目与可安全修复的数目。',
      'zh-TW': '在檔案開頭及各節標題上方顯示問題數目與可安全修復的數目。',
    },
  },
  numberStyle: {
    type: 'string',
    enum: NUMBER_STYLES,
    default: 'grouped',
    scope: 'resource',
    description: {
      en: 'How the action “Write all figures like …” writes figures. Figures change only when you ask for it.',
      'zh-CN': '“将全文数字写作……的形式”这一操作采用的写法。只在执行该操作时改动数字。',
      'zh-TW': '「將全文數字寫作……的形式」這項操作採用的寫法。只在執行該操作時更動數字。',
    },
    enumDescriptions: [
      { en: '37,306', 'zh-CN': '37,306', 'zh-TW': '37,306' },
      { en: '37306', 'zh-CN': '37306', 'zh-TW': '37306' },
      { en: '3.7306万', 'zh-CN': '3.7306万', 'zh-TW': '3.7306萬' },
      { en: '三万七千三百零六', 'zh-CN': '三万七千三百零六', 'zh-TW': '三萬七千三百零六' },
    ],
  },
  locale: {
    type: 'string',
    enum: ['auto', 'en', 'zh-CN', 'zh-TW'],
    default: 'auto',
    scope: 'window',
    description: {
      en: 'Language of messages.',
      'zh-CN': '消息所用语言。',
      'zh-TW': '訊息所用語言。',
    },
    enumDescriptions: [
      { en: 'The language of the editor.', 'zh-CN': '编辑器的语言。', 'zh-TW': '編輯器的語言。' },
      { en: 'English', 'zh-CN': 'English', 'zh-TW': 'English' },
      { en: '简体中文', 'zh-CN': '简体中文', 'zh-TW': '简体中文' },
      { en: '繁體中文', 'zh-CN': '繁體中文', 'zh-TW': '繁體中文' },
    ],
  },
};

export const DEFAULT_EDITOR_SETTINGS = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, { default: value }]) => [name, value]),
) as unknown as EditorSettings;

/** What an editor sent, over the defaults; a value of the wrong type is as good as none. */
export function readEditorSettings(sent: unknown): EditorSettings {
  const settings: Record<string, unknown> = { ...DEFAULT_EDITOR_SETTINGS };
  if (!isObject(sent)) return DEFAULT_EDITOR_SETTINGS;
  for (const [name, declared] of Object.entries(SETTINGS)) {
    const value = sent[name];
    if (isAccepted(value, declared)) settings[name] = value;
  }
  return settings as unknown as EditorSettings;
}

function isAccepted(value: unknown, { type, enum: values, minimum }: SettingDeclaration): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && (value as number) >= (minimum ?? Number.NEGATIVE_INFINITY);
    case 'object':
      return isObject(value);
    default:
      return typeof value === 'string' && (values?.includes(value) ?? true);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
