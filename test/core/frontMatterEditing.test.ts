// Completion, hover and insertion in front matter. ▮ is where the cursor stands.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import {
  applyEdits,
  type CompletionSources,
  completeFrontMatter,
  createDocument,
  createSourceText,
  type Document,
  hoverFrontMatter,
  insertFrontMatter,
  valuesOf,
} from '../../server/src/core/index.ts';

const open = (text: string, frontMatterSchema?: unknown): Document =>
  createDocument(
    createSourceText('test', 'markdown', text),
    { frontMatter: frontMatterReader },
    { frontMatterSchema },
  ).doc;

function complete(
  marked: string,
  schema?: unknown,
  sources?: CompletionSources,
): { labels: string[]; first: string } {
  const offset = marked.indexOf('▮');
  const text = marked.replace('▮', '');
  const items = completeFrontMatter(open(text, schema), offset, sources);
  return { labels: items.map(i => i.label), first: items[0] ? applyEdits(text, [items[0].edit]) : text };
}

const SCHEMA = {
  properties: {
    kind: { enum: ['monthly', 'yearly'], description: 'How often' },
    station: { properties: { name: {}, level: { type: 'number' } } },
    tags: { type: 'array', items: { enum: ['水库', '灌溉'] } },
    open: { $ref: '#/$defs/switch' },
  },
  $defs: { switch: { type: 'boolean' } },
};

describe('completion in front matter', () => {
  it('offers the keys that are not there yet', () => {
    const { labels, first } = complete('---\ntitle: 一\n▮\n---\n');
    assert.ok(labels.includes('date') && !labels.includes('title'));
    assert.equal(first, '---\ntitle: 一\ndate: \n---\n');
    assert.equal(complete('---\ntitle: 一\nda▮\n---\n').first, '---\ntitle: 一\ndate: \n---\n');
  });

  it('offers the keys of the schema, nested ones too', () => {
    assert.deepEqual(complete('---\nkind: monthly\n▮\n---\n', SCHEMA).labels, ['station', 'tags', 'open']);
    assert.deepEqual(complete('---\nstation:\n  ▮\n---\n', SCHEMA).labels, ['name', 'level']);
    assert.deepEqual(complete('---\nstation:\n  name: 一\n  ▮\n---\n', SCHEMA).labels, ['level']);
  });

  it('offers the values of the schema', () => {
    const { labels, first } = complete('---\nkind: ▮yea # 注释\n---\n', SCHEMA);
    assert.deepEqual(labels, ['monthly', 'yearly']);
    assert.equal(first, '---\nkind: monthly # 注释\n---\n');
    assert.deepEqual(complete('---\nopen: ▮\n---\n', SCHEMA).labels, ['true', 'false']);
    assert.deepEqual(complete('---\ntags: [水库, ▮]\n---\n', SCHEMA).labels, ['水库', '灌溉']);
  });

  it('offers today and the day of the file for a date', () => {
    const sources = { today: '2024-03-06', fileDate: '2024-03-05' };
    const { labels, first } = complete('---\ntitle: 一\ndate: ▮\n---\n', undefined, sources);
    assert.deepEqual(labels, ['2024-03-06', '2024-03-05']);
    assert.equal(first, '---\ntitle: 一\ndate: 2024-03-06\n---\n');
  });

  it('offers what is seen elsewhere, without what is there', () => {
    const seen = new Map([['tags', ['水库', '010', '灌溉']]]);
    assert.deepEqual(complete('---\ntags:\n  - 水库\n  - ▮\n---\n', undefined, { seen }).labels, [
      '010',
      '灌溉',
    ]);
    const { first } = complete('---\ntags: [水库, ▮]\n---\n', undefined, { seen });
    assert.equal(first, "---\ntags: [水库, '010']\n---\n");
  });

  it('writes in the notation of the block', () => {
    const sources = { today: '2024-03-06' };
    const toml = complete('+++\ntitle = "一"\ndate = ▮\n+++\n', undefined, sources);
    assert.equal(toml.first, '+++\ntitle = "一"\ndate = 2024-03-06\n+++\n');
    assert.equal(complete('{\n  "date": ▮\n}', undefined, sources).first, '{\n  "date": "2024-03-06"\n}');
  });

  it('is silent in comments and in the text', () => {
    assert.deepEqual(complete('---\ntitle: 一 # ▮\n---\n').labels, []);
    assert.deepEqual(complete('---\ntitle: 一\n---\n\nda▮\n').labels, []);
  });

  it('collects words for other files', () => {
    const doc = open('---\ntags: [水库, 灌溉]\nauthor: 市水务局\ntitle: 一\n---\n');
    assert.deepEqual(
      [...valuesOf(doc)],
      [
        ['tags', ['水库', '灌溉']],
        ['author', ['市水务局']],
      ],
    );
  });
});

describe('hover in front matter', () => {
  const hover = (marked: string, schema?: unknown) =>
    hoverFrontMatter(open(marked.replace('▮', ''), schema), marked.indexOf('▮'));

  it('says what was typed, what is read and what the schema says', () => {
    const found = hover('---\nkind: 0▮10\n---\n', SCHEMA);
    assert.equal(found?.description, 'How often');
    assert.deepEqual([found?.written, found?.generator, found?.yaml11], ['010', '8', '8']);
  });

  it('normalises dates', () => {
    assert.equal(hover('---\nda▮te: 2024年3月5日\n---\n')?.date, '2024-03-05');
    assert.equal(hover("---\ndate: '2024-03-05'▮\n---\n")?.date, '2024-03-05');
  });

  it('tells the readers apart', () => {
    const found = hover('---\nlang: n▮o\n---\n');
    assert.deepEqual([found?.generator, found?.yaml11], ['"no"', 'false']);
  });

  it('is silent elsewhere', () => assert.equal(hover('---\ntitle: 一\n---\n\n正▮文\n'), undefined));
});

describe('inserting front matter', () => {
  const insert = (text: string): string => {
    const edit = insertFrontMatter(open(text));
    return edit ? applyEdits(text, [edit]) : text;
  };

  it('takes title and date from the text', () => {
    const body = '# 水库：**月报** #3\n\n2024年3月5日\n\n水位回升。\n';
    assert.equal(insert(body), `---\ntitle: '水库：月报 #3'\ndate: 2024-03-05\n---\n\n${body}`);
  });

  it('keeps the line ends of the file', () => {
    assert.equal(insert('水位回升。\r\n'), '---\r\ntitle:\r\ndate:\r\n---\r\n\r\n水位回升。\r\n');
  });

  it('leaves a block alone', () => assert.equal(insert('---\ntags: []\n---\n'), '---\ntags: []\n---\n'));
});
