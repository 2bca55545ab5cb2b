// Parser errors in plain words. Parsers speak of implicit map keys and compact mappings; whoever typed the block
// wants to know which character to change.
import type { Localized } from '../rule/types.ts';

export const SYNTAX_PROBLEMS: Readonly<Record<string, Localized>> = {
  'colon-in-value': {
    en: 'A colon followed by a space inside a value: everything after it would be a mapping of its own. Quote the value.',
    'zh-CN': '值里有“冒号加空格”，其后会被当作另一组键值。应给值加引号。',
    'zh-TW': '值裡有「冒號加空格」，其後會被當作另一組鍵值。應給值加引號。',
  },
  'missing-char': {
    en: 'This line is no “key: value”. Write a colon and a space after the key; indent a line that continues the value above.',
    'zh-CN': '此行不是“键: 值”。键后应有冒号和空格；若是上一行的延续，应缩进。',
    'zh-TW': '此行不是「鍵: 值」。鍵後應有冒號和空格；若是上一行的延續，應縮排。',
  },
  'unclosed-quote': {
    en: 'A quotation mark opens here and is not closed. Close it.',
    'zh-CN': '引号在此开始而没有闭合。应补上后引号。',
    'zh-TW': '引號在此開始而沒有閉合。應補上後引號。',
  },
  'children-of-value': {
    en: 'This key has a value, and the lines below it are indented as if they belonged to it. Align them with the key, or move the value.',
    'zh-CN': '此键已有值，下面的行却缩进为它的下级。应与键对齐，或移走这个值。',
    'zh-TW': '此鍵已有值，下面的行卻縮排為它的下級。應與鍵對齊，或移走這個值。',
  },
  'unclosed-flow': {
    en: 'A bracket or brace is not closed before the next line begins. Close it.',
    'zh-CN': '括号在换行之前没有闭合。应补上右括号。',
    'zh-TW': '括號在換行之前沒有閉合。應補上右括號。',
  },
  indent: {
    en: 'The indentation fits no line above. Indent entries of one level alike, with spaces.',
    'zh-CN': '缩进与上文任何一级都不相符。同级各项应以相同数目的空格缩进。',
    'zh-TW': '縮排與上文任何一級都不相符。同級各項應以相同數目的空格縮排。',
  },
  tab: {
    en: 'A tab as indentation, which YAML forbids. Indent with spaces.',
    'zh-CN': '以制表符缩进，YAML 不允许。应改用空格。',
    'zh-TW': '以定位字元縮排，YAML 不允許。應改用空格。',
  },
  'reserved-start': {
    en: 'A value may not begin with “{start}”, which YAML keeps for itself. Quote the value.',
    'zh-CN': '值不能以“{start}”开头，这是 YAML 的保留字符。应给值加引号。',
    'zh-TW': '值不能以「{start}」開頭，這是 YAML 的保留字元。應給值加引號。',
  },
  escape: {
    en: 'A backslash in double quotes begins an escape, and this is none. Write two backslashes, or use single quotes.',
    'zh-CN': '双引号内的反斜杠表示转义，而此处不是有效的转义。应写两个反斜杠，或改用单引号。',
    'zh-TW': '雙引號內的反斜線表示跳脫，而此處不是有效的跳脫序列。應寫兩個反斜線，或改用單引號。',
  },
  'unknown-alias': {
    en: '“*” begins an alias, and no anchor of this name stands before it. Quote the value, or name an anchor with “&”.',
    'zh-CN': '“*”开头表示引用，而前面没有同名的锚点。应给值加引号，或先以“&”定义锚点。',
    'zh-TW': '「*」開頭表示參照，而前面沒有同名的錨點。應給值加引號，或先以「&」定義錨點。',
  },
  'alias-bomb': {
    en: 'Aliases of aliases multiply to more than any reader should build. Write the values out.',
    'zh-CN': '引用层层嵌套，展开后大得不应读取。应直接写出各值。',
    'zh-TW': '參照層層巢狀，展開後大得不應讀取。應直接寫出各值。',
  },
  alias: {
    en: 'An alias may have no anchor or tag of its own. Remove it.',
    'zh-CN': '引用本身不能再带锚点或标签。应删去。',
    'zh-TW': '參照本身不能再帶錨點或標籤。應刪去。',
  },
  tag: {
    en: 'A tag or anchor that cannot be resolved. “!” and “&” at the start of a value have a meaning in YAML: quote the value.',
    'zh-CN': '无法解析的标签或锚点。值以“!”“&”开头在 YAML 中另有含义，应加引号。',
    'zh-TW': '無法解析的標籤或錨點。值以「!」「&」開頭在 YAML 中另有含義，應加引號。',
  },
  directive: {
    en: 'A line that begins with “%” is a directive to the parser. Quote it, or remove it.',
    'zh-CN': '以“%”开头的行是给解析器的指令。应加引号或删去。',
    'zh-TW': '以「%」開頭的行是給解析器的指令。應加引號或刪去。',
  },
  'long-key': {
    en: 'A key of more than 1,024 characters; the colon probably belongs to text. Quote the text.',
    'zh-CN': '键超过 1024 个字符，冒号多半属于正文。应给文字加引号。',
    'zh-TW': '鍵超過 1024 個字元，冒號多半屬於正文。應給文字加引號。',
  },
  'multiline-key': {
    en: 'A key that runs over two lines: the line above has no colon, or a quotation mark is not closed.',
    'zh-CN': '键跨了两行：上一行缺冒号，或引号没有闭合。',
    'zh-TW': '鍵跨了兩行：上一行缺冒號，或引號沒有閉合。',
  },
  key: {
    en: 'A key must be text.',
    'zh-CN': '键必须是文字。',
    'zh-TW': '鍵必須是文字。',
  },
  'multiple-documents': {
    en: 'A second YAML document begins inside the block. Keep one.',
    'zh-CN': '文档头内又开始了另一个 YAML 文档。应只保留一个。',
    'zh-TW': '文件頭內又開始了另一個 YAML 文件。應只保留一個。',
  },
  unexpected: {
    en: 'Something stands here that YAML cannot place: after a quoted value or a closing bracket nothing may follow but a comment.',
    'zh-CN': '此处的内容无法解析：引号或右括号之后只能有注释。',
    'zh-TW': '此處的內容無法解析：引號或右括號之後只能有註解。',
  },
  'not-a-mapping': {
    en: 'The block is {kind}, not a mapping: generators expect “key: value” lines.',
    'zh-CN': '文档头是{kind}，不是键值表；生成器需要“键: 值”。',
    'zh-TW': '文件頭是{kind}，不是鍵值表；產生器需要「鍵: 值」。',
  },
  'too-deep': {
    en: 'The values are nested too deeply to be read.',
    'zh-CN': '嵌套过深，无法读取。',
    'zh-TW': '巢狀過深，無法讀取。',
  },
  toml: {
    en: 'TOML cannot be read from here: {words}. In TOML text stands in quotes and “=” follows the key.',
    'zh-CN': 'TOML 自此处无法读取：{words}。TOML 的文字须加引号，键后用“=”。',
    'zh-TW': 'TOML 自此處無法讀取：{words}。TOML 的文字須加引號，鍵後用「=」。',
  },
  json: {
    en: 'JSON cannot be read from here: {words}. In JSON keys and text stand in double quotes and entries are parted by commas.',
    'zh-CN': 'JSON 自此处无法读取：{words}。JSON 的键和文字须用双引号，各项之间用逗号。',
    'zh-TW': 'JSON 自此處無法讀取：{words}。JSON 的鍵和文字須用雙引號，各項之間用逗號。',
  },
  other: {
    en: 'The block cannot be read: {words}.',
    'zh-CN': '文档头无法读取：{words}。',
    'zh-TW': '文件頭無法讀取：{words}。',
  },
};
