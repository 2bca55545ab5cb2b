// What may be edited and what may not (RULES, principle 4), case by case. Each case names every stretch of the text
// that is no prose; what is left over must be prose or blank space.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createDocument,
  createSourceText,
  type Format,
  RegionKind,
  Regions,
} from '../../server/src/core/index.ts';

const NAMES = Object.fromEntries(Object.entries(RegionKind).map(([name, kind]) => [kind, name]));

type Case = readonly [
  why: string,
  text: string,
  notProse: readonly (readonly [kind: string, text: string])[],
  format?: Format,
];

const CASES: readonly Case[] = [
  ['plain prose', '水库今年蓄水3.5万立方米，2021年。', []],
  [
    'a URL ends before Han and before a full stop',
    '见http://example.org/a?b=1,2。再见www.example.org/b.',
    [
      ['Url', 'http://example.org/a?b=1,2'],
      ['Url', 'www.example.org/b'],
    ],
  ],
  [
    'Han inside a URL, where it goes on behind them or a parameter or /wiki/ says so',
    '见https://example.org/水库/index.html与http://example.org/a?q=水库&p=2，http://example.org/wiki/水库，https://example.org/查询水位。',
    [
      ['Url', 'https://example.org/水库/index.html'],
      ['Url', 'http://example.org/a?q=水库&p=2'],
      ['Url', 'http://example.org/wiki/水库'],
      ['Url', 'https://example.org/'],
    ],
  ],
  [
    'folders with Han names',
    '打开 C:\\水库\\年报 和 /srv/水库/年报.txt 即可',
    [
      ['Token', 'C:\\水库\\年报'],
      ['Token', '/srv/水库/年报.txt'],
    ],
  ],
  [
    'relative paths with Han names',
    '见 文档/说明.md、../资料/二期/水库图.png和(公交/2021/线路.csv)。',
    [
      ['Token', '文档/说明.md'],
      ['Token', '../资料/二期/水库图.png'],
      ['Token', '公交/2021/线路.csv'],
    ],
  ],
  [
    'a path that its sentence runs into, from its first slash on',
    '请打开文档/说明.md，再看文档/a.md。',
    [
      ['Token', '/说明.md'],
      ['Token', '/a.md'],
    ],
  ],
  [
    'a path on a line of its own',
    '文档/说明.md\n文档/年报.md',
    [
      ['Token', '文档/说明.md'],
      ['Token', '文档/年报.md'],
    ],
  ],
  ['slashes between words', '图书馆/文化馆共建，时速六十公里/小时，见文档/说明', []],
  [
    'attributes of a heading',
    '# 水库 {#水库 .年报}',
    [
      ['Markup', '# '],
      ['Markup', '{#水库 .年报}'],
    ],
  ],
  [
    'addresses in front matter',
    '---\ntitle: 水库\nslug: 水库年报\ncover: /img/水库.png\n---\n正文',
    [
      ['FrontMatterSyntax', '---\ntitle: '],
      ['FrontMatterSyntax', '\nslug: 水库年报\ncover: /img/水库.png\n---'],
    ],
  ],
  ['a URL in half-width brackets', '(https://example.org/a_(b))水', [['Url', 'https://example.org/a_(b)']]],
  [
    'a proxied URL is one URL',
    '“https://proxy.example.org/?https://img.example.org/a.jpg”',
    [['Url', 'https://proxy.example.org/?https://img.example.org/a.jpg']],
  ],
  ['e-mail', '来信请寄bus-line.1@mail.example.org,或来电', [['Url', 'bus-line.1@mail.example.org']]],
  ['a mention is prose', '@城市图书馆 转发', []],
  [
    'paths and file names',
    '打开 /usr/share/doc 或 C:\\docs\\a 里的 report_v2.txt,再看~/notes',
    [
      ['Token', '/usr/share/doc'],
      ['Token', 'C:\\docs\\a'],
      ['Token', 'report_v2.txt'],
      ['Token', '~/notes'],
    ],
  ],
  [
    'identifiers and options',
    '运行 git_log --all 与 v1.2.3',
    [
      ['Token', 'git_log'],
      ['Token', '--all'],
      ['Token', 'v1.2.3'],
    ],
  ],
  ['fractions, units and ratios are prose', '速度60km/h，完成1/2，比例1:30，GB/T 15834', []],
  ['decimals with units are prose', '共2.5km，3.1.4万', []],
  [
    'code spans',
    '输入`a,b`与``c`d``。',
    [
      ['Code', '`a,b`'],
      ['Code', '``c`d``'],
    ],
  ],
  ['an unclosed backtick is prose', '反引号`没有关上,真的', [['Markup', '`']]],
  ['a fence', '前\n\n```js\nlet a,b\n```\n\n后', [['Code', '```js\nlet a,b\n```']]],
  ['a tilde fence that never closes', '前\n\n~~~\na,b\n', [['Code', '~~~\na,b\n']]],
  ['math by Pandoc', '若$a<b$则$5与$6相等，售价$5，成本$3', [['Math', '$a<b$']]],
  ['display math', '前\n\n$$\na,b\n$$\n\n后', [['Math', '$$\na,b\n$$']]],
  [
    'a link',
    '见[图书馆,年报](a,b.md "题,目")和![图](c.png)',
    [
      ['Markup', '['],
      ['Markup', ']('],
      ['Url', 'a,b.md "题,目"'],
      ['Markup', ')'],
      ['Markup', '!['],
      ['Markup', ']('],
      ['Url', 'c.png'],
      ['Markup', ')'],
    ],
  ],
  ['brackets before a parenthesis are prose', '[注](这是说明，不是链接)', []],
  [
    'reference links and footnotes',
    '见[年报][lib,1]与[^2]。\n\n[lib,1]: http://example.org/a,b',
    [
      ['Markup', '['],
      ['Markup', ']['],
      ['Label', 'lib,1'],
      ['Markup', ']'],
      ['Label', '[^2]'],
      ['Url', '[lib,1]: http://example.org/a,b'],
    ],
  ],
  [
    'emphasis',
    '这是**重点**和*次要*，5 * 3',
    [
      ['Markup', '**'],
      ['Markup', '**'],
      ['Markup', '*'],
      ['Markup', '*'],
    ],
  ],
  [
    'entities',
    '水&nbsp;库&#x6C34;A&B',
    [
      ['Entity', '&nbsp;'],
      ['Entity', '&#x6C34;'],
    ],
  ],
  [
    'tags and attributes',
    '<p class="a,b" title="水,库">水</p><img src="a,b.png"/>',
    [
      ['HtmlTag', '<p class="a,b" title="水,库">'],
      ['HtmlTag', '</p><img src="a,b.png"/>'],
    ],
  ],
  ['a less-than sign is prose', '若a<b，温度<30度', []],
  [
    'scripts',
    '<script>var a = "水,";</script>水',
    [
      ['HtmlTag', '<script>'],
      ['Code', 'var a = "水,";'],
      ['HtmlTag', '</script>'],
    ],
    'html',
  ],
  ['comments', '水<!-- 注,释 -->库', [['Comment', '<!-- 注,释 -->']]],
  [
    'headings',
    '# 水库 #\n\n正文\n===\n',
    [
      ['Markup', '# '],
      ['Markup', ' #'],
      ['Markup', '==='],
    ],
  ],
  [
    'lists and quotations',
    '- 甲\n1. 乙\n> 丙\n',
    [
      ['Markup', '- '],
      ['Markup', '1. '],
      ['Markup', '> '],
    ],
  ],
  [
    'a table',
    '|甲,|乙|\n|--|:-:|\n|丙|丁,|\n',
    [
      ['Markup', '|'],
      ['Markup', '|'],
      ['Markup', '|'],
      ['Markup', '|--|:-:|'],
      ['Markup', '|'],
      ['Markup', '|'],
      ['Markup', '|'],
    ],
  ],
  ['`A | …` is no table', 'A | 高处看水库\n\n正文', []],
  [
    'front matter',
    '---\ntitle: 水库,年报 # 注\nurl: http://example.org/水\ndate: 2021年1月2日\n---\n正文',
    [
      ['FrontMatterSyntax', '---\ntitle: '],
      ['FrontMatterSyntax', ' # 注\nurl: http://example.org/水\ndate: 2021年1月2日\n---'],
    ],
  ],
  [
    'flow collections in front matter',
    '---\ntags: [水库, "渠道, 堤坝", 年报] # 注\nby: {姓名: 陈静, 职务: 站长}\nmore: [\n  甲,\n  乙 ]\nend: 丙\n---\n正文',
    [
      ['FrontMatterSyntax', '---\ntags: ['],
      ['FrontMatterSyntax', ', "'],
      ['FrontMatterSyntax', '", '],
      ['FrontMatterSyntax', '] # 注\nby: {姓名: '],
      ['FrontMatterSyntax', ', 职务: '],
      ['FrontMatterSyntax', '}\nmore: [\n  '],
      ['FrontMatterSyntax', ',\n  '],
      ['FrontMatterSyntax', ' ]\nend: '],
      ['FrontMatterSyntax', '\n---'],
    ],
  ],
  [
    'JSON front matter',
    '{\n  "title": "水库, 年报",\n  "tags": ["甲", "乙"]\n}\n正文',
    [
      ['FrontMatterSyntax', '{\n  "title": "'],
      ['FrontMatterSyntax', '",\n  "tags": ["'],
      ['FrontMatterSyntax', '", "'],
      ['FrontMatterSyntax', '"]\n}'],
    ],
  ],
  [
    'a line behind the prompt of a shell',
    '运行下面的命令：\n  $ mv 水库.txt "新 水库.txt"\n票价 $ 3，再写 $ mv 也不难。\n$ 3 元',
    [['Code', '$ mv 水库.txt "新 水库.txt"']],
    'text',
  ],
  ['Markdown is prose in plain text', '**重点** $a$ [水](b) # 库', [], 'text'],
  ['indented Han is prose', '    水库今年蓄水。', []],
  ['indented code', '前\n\n    int a, b;\n', [['Code', '    int a, b;']]],
  ['astral Han is prose', '𠮷野家,开张', []],
];

describe('regions', () => {
  for (const [why, text, notProse, format = 'markdown'] of CASES) {
    it(why, () => {
      const { doc } = createDocument(createSourceText('regions', format, text));
      const found: [string, string][] = [];
      let prose = '';
      for (let i = 0; i < doc.regions.count; i++) {
        const kind = doc.regions.kinds[i]!;
        const part = text.slice(doc.regions.starts[i], doc.regions.endOf(i));
        if ((Regions.prose & (1 << kind)) !== 0) prose += part;
        else if (kind !== RegionKind.Layout) found.push([NAMES[kind]!, part]);
        else assert.equal(part.trim(), '', 'blank space between blocks');
      }
      assert.deepEqual(found, notProse);
      assert.ok(prose.length > 0);
    });
  }
});
