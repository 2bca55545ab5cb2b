// What an editor may set. One list for everything: the manifest's `contributes.configuration`, its texts in three
// languages, and what the server reads. What concerns rules counts only where no configuration file is found: a corpus
// must be judged alike everywhere.
import { type Localized, localized, type NumberStyle } from '../core/index.ts';

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
  /** VS Code's scope: per folder, or for the whole window. */
  readonly scope: 'resource' | 'window';
  readonly description: Localized;
  readonly enumDescriptions?: readonly Localized[];
}

/** One of several values, each with what it means. */
const choice = <V extends string>(
  initial: NoInfer<V>,
  values: Readonly<Record<V, Localized>>,
  description: Localized,
): SettingDeclaration => ({
  type: 'string',
  enum: Object.keys(values),
  default: initial,
  scope: 'resource',
  description,
  enumDescriptions: Object.values(values),
});

const flag = (initial: boolean, description: Localized): SettingDeclaration => ({
  type: 'boolean',
  default: initial,
  scope: 'resource',
  description,
});

/** A whole number from 1. */
const count = (initial: number, description: Localized): SettingDeclaration => ({
  type: 'integer',
  minimum: 1,
  default: initial,
  scope: 'resource',
  description,
});

const same = (text: string): Localized => localized(text, text, text);

/** By name, without the prefix `corpusLint.`; the order is the one the settings editor shows. */
export const SETTINGS: Readonly<Record<keyof EditorSettings, SettingDeclaration>> = {
  enable: choice(
    'auto',
    {
      auto: localized(
        'Files with front matter or with Chinese text.',
        '带有文档头或含有中文的文件。',
        '帶有文件頭或含有中文的檔案。',
      ),
      on: localized('All of them.', '全部。', '全部。'),
      off: localized('None.', '不检查。', '不檢查。'),
    },
    localized(
      'Which Markdown, HTML and text files are checked.',
      '检查哪些 Markdown、HTML 和文本文件。',
      '檢查哪些 Markdown、HTML 與文字檔。',
    ),
  ),
  run: choice(
    'onType',
    {
      onType: localized('While you type.', '输入时。', '輸入時。'),
      onSave: localized('When it is opened or saved.', '打开或保存时。', '開啟或儲存時。'),
    },
    localized('When a file is checked.', '何时检查文件。', '何時檢查檔案。'),
  ),
  rules: {
    type: 'object',
    default: {},
    scope: 'resource',
    description: localized(
      'Levels and options of rules where no corpus-lint.jsonc sets them: `"error"`, `"warning"`, `"info"`, `"off"`, or an object with `level` and the rule’s options. A name may be a rule or a group (`number/*`).',
      '没有 corpus-lint.jsonc 时各规则的级别与选项：`"error"`、`"warning"`、`"info"`、`"off"`，或含 `level` 与规则选项的对象。名称可以是规则或分组（`number/*`）。',
      '沒有 corpus-lint.jsonc 時各規則的等級與選項：`"error"`、`"warning"`、`"info"`、`"off"`，或含 `level` 與規則選項的物件。名稱可以是規則或群組（`number/*`）。',
    ),
  },
  script: choice(
    'auto',
    {
      auto: localized('What most of the file is in.', '以文件中的多数为准。', '以檔案中的多數為準。'),
      simplified: localized('Simplified.', '简体。', '簡體。'),
      traditional: localized('Traditional.', '繁体。', '繁體。'),
    },
    localized(
      'The script that files are expected to be in, where neither the configuration nor the file says so.',
      '文件应使用的字形（配置与文件本身未说明时）。',
      '檔案應使用的字形（設定與檔案本身未說明時）。',
    ),
  ),
  region: choice(
    'auto',
    {
      auto: localized('Not set.', '不指定。', '不指定。'),
      CN: localized('Mainland China.', '中国大陆。', '中國大陸。'),
      TW: localized('Taiwan.', '台湾。', '臺灣。'),
      HK: localized('Hong Kong.', '香港。', '香港。'),
    },
    localized(
      'The region whose variants of characters are standard.',
      '以哪个地区的字形为标准。',
      '以哪個地區的字形為標準。',
    ),
  ),
  maxFindingsPerRule: count(
    250,
    localized(
      'How many findings of one rule are shown in a file; one more line then says how many there are besides.',
      '每个文件中同一规则最多显示多少条；其余的合为一条，注明数目。',
      '每個檔案中同一規則最多顯示多少筆；其餘的合為一筆，註明數目。',
    ),
  ),
  maxFileSize: count(
    20,
    localized(
      'Files larger than this many million characters are not checked in the editor; the status item says so. The command line checks them.',
      '字符数超过此值（百万）的文件不在编辑器中检查，状态项会说明；命令行仍会检查。',
      '字元數超過此值（百萬）的檔案不在編輯器中檢查，狀態項目會說明；命令列仍會檢查。',
    ),
  ),
  detectReports: flag(
    true,
    localized(
      'Open plain-text files that hold a Chinese report in the language mode “Corpus Report”, which colours headings, figures, dates and credits.',
      '将含有中文报道的纯文本文件以“语料报告”语言模式打开，为标题、数字、日期和署名着色。',
      '將含有中文報導的純文字檔以「語料報告」語言模式開啟，為標題、數字、日期和署名著色。',
    ),
  ),
  inlayHints: flag(
    false,
    localized(
      'Show the value of Chinese quantities in the text.',
      '在正文中显示中文数量的数值。',
      '在內文中顯示中文數量的數值。',
    ),
  ),
  codeLens: flag(
    false,
    localized(
      'Show above a file and above each of its sections how many findings there are and how many can be fixed safely.',
      '在文件开头及各节标题上方显示问题数目与可安全修复的数目。',
      '在檔案開頭及各節標題上方顯示問題數目與可安全修復的數目。',
    ),
  ),
  numberStyle: choice<NumberStyle>(
    'grouped',
    {
      grouped: same('37,306'),
      plain: same('37306'),
      wan: localized('3.7306万', '3.7306万', '3.7306萬'),
      han: localized('三万七千三百零六', '三万七千三百零六', '三萬七千三百零六'),
    },
    localized(
      'How the action “Write all figures like …” writes figures. Figures change only when you ask for it.',
      '“将全文数字写作……的形式”这一操作采用的写法。只在执行该操作时改动数字。',
      '「將全文數字寫作……的形式」這項操作採用的寫法。只在執行該操作時更動數字。',
    ),
  ),
  locale: {
    ...choice(
      'auto',
      {
        auto: localized('The language of the editor.', '编辑器的语言。', '編輯器的語言。'),
        en: same('English'),
        'zh-CN': same('简体中文'),
        'zh-TW': same('繁體中文'),
      },
      localized('Language of messages.', '消息所用语言。', '訊息所用語言。'),
    ),
    scope: 'window',
  },
};

const DEFAULT_EDITOR_SETTINGS = Object.fromEntries(
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

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
