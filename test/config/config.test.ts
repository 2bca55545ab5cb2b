import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ConfigFiles, configMessage, createConfigResolver } from '../../server/src/config/index.ts';
import { activeRules, RULES } from '../../server/src/core/index.ts';

/** Files held in an object; a folder that holds `.git` is a root. */
const memory = (files: Record<string, string>): ConfigFiles => ({
  read: id => files[id],
  isRoot: folder => `${folder}/.git` in files,
});

const levels = async (files: Record<string, string>, id: string, rule = 'punctuation/repeated') => {
  const { settings } = await createConfigResolver({ files: memory(files) }).resolve(id);
  return activeRules(RULES, settings).find(a => a.rule.meta.id === rule)?.level ?? 'off';
};

const problemsOf = async (text: string, more: Record<string, string> = {}) => {
  const files = { '/w/corpus-lint.jsonc': text, ...more };
  const { problems } = await createConfigResolver({ files: memory(files) }).resolve('/w/a.md');
  return problems.map(p => ({
    at: p.text?.slice(p.start, p.end),
    id: p.messageId,
    en: configMessage(p, 'en'),
  }));
};

describe('configuration', () => {
  it('is sought upwards to the repository root', async () => {
    const files = {
      '/corpus-lint.jsonc': '{"rules":{"*":"off"}}',
      '/w/repo/.git': '',
      '/w/repo/corpus-lint.jsonc': '{"rules":{"punctuation/repeated":"error"}}',
      '/w/repo/deep/corpus-lint.jsonc': '{"rules":{"punctuation/repeated":"info"}}',
      '/w/bare/.git': '',
    };
    assert.equal(await levels(files, '/w/repo/a/b.md'), 'error');
    assert.equal(await levels(files, '/w/repo/deep/b.md'), 'info');
    assert.equal(await levels(files, '/w/bare/b.md'), 'warning');
    assert.equal(await levels(files, '/other/b.md'), 'off');
  });

  it('works on URIs as on paths', async () => {
    const files = { 'vscode-vfs://host/w/corpus-lint.jsonc': '{"rules":{"punctuation/*":"error"}}' };
    assert.equal(await levels(files, 'vscode-vfs://host/w/x/a.md'), 'error');
    assert.equal(await levels(files, 'vscode-vfs://other/w/x/a.md'), 'warning');
  });

  it('merges extends, file and overrides; the later wins', async () => {
    const files = {
      '/w/base.jsonc': '{"extends":"none","rules":{"punctuation/repeated":"info"}}',
      '/w/corpus-lint.jsonc': `{
        // comments and trailing commas are fine
        "extends": ["./base.jsonc"],
        "overrides": [
          {"files": "drafts/**", "rules": {"punctuation/*": "off"}},
          {"files": ["*.txt"], "rules": {"punctuation/repeated": "error"}},
        ],
      }`,
    };
    assert.equal(await levels(files, '/w/a.md'), 'info');
    assert.equal(await levels(files, '/w/a.md', 'script/invisible'), 'off');
    assert.equal(await levels(files, '/w/drafts/x/a.md'), 'off');
    assert.equal(await levels(files, '/w/drafts/a.txt'), 'error');
  });

  it('gives files that share settings the same object', async () => {
    const resolver = createConfigResolver({
      files: memory({
        '/w/corpus-lint.jsonc': '{"overrides":[{"files":"*.txt","script":"traditional"}]}',
      }),
    });
    const [a, b, c] = await Promise.all(['/w/a.md', '/w/x/b.md', '/w/c.txt'].map(id => resolver.resolve(id)));
    assert.equal(a!.settings, b!.settings);
    assert.notEqual(a!.settings, c!.settings);
    assert.equal(c!.settings.expectations.script, 'traditional');
  });

  it('reads schemas, keys, terms and ignores', async () => {
    const files = {
      '/w/corpus-lint.jsonc': JSON.stringify({
        frontMatter: { schemas: { 'posts/**': 'post.schema.json' }, keys: { date: ['held'] } },
        script: { expected: 'simplified', region: 'CN', dictionary: ['乾坤'] },
        terms: [{ name: 'old', match: '旧称', replacement: '新称' }],
        ignore: ['vendor/', '*.min.html'],
      }),
      '/w/post.schema.json': '{"type":"object","required":["title"]}',
    };
    const resolver = createConfigResolver({ files: memory(files) });
    const { settings } = await resolver.resolve('/w/posts/a.md');
    assert.deepEqual(settings.expectations.frontMatterSchema, { type: 'object', required: ['title'] });
    assert.deepEqual(settings.expectations.keys, { date: ['held'] });
    assert.deepEqual(settings.expectations.dictionary, ['乾坤']);
    assert.equal(settings.terms[0]!.name, 'old');
    assert.equal((await resolver.resolve('/w/a.md')).settings.expectations.frontMatterSchema, undefined);
    assert.equal((await resolver.resolve('/w/vendor/a.md')).ignored, true);
    assert.equal((await resolver.resolve('/w/x/a.min.html')).ignored, true);
    assert.equal((await resolver.resolve('/w/a.html')).ignored, false);
  });

  it('names the place of what is wrong, and what was meant', async () => {
    assert.deepEqual(await problemsOf('{"ruels": {}}'), [
      { at: '"ruels"', id: 'unknownKeyNear', en: 'Unknown key “ruels”. Did you mean “rules”?' },
    ]);
    assert.deepEqual(
      (await problemsOf('{"rules":{"punctuation/repeatd":"error"}}')).map(p => p.en),
      ['Unknown key “punctuation/repeatd”. Did you mean “punctuation/repeated”?'],
    );
    assert.deepEqual(
      (await problemsOf('{"rules":{"punctuation/repeated":"fatal"}}')).map(p => [p.at, p.id]),
      [['"fatal"', 'wrongValue']],
    );
    assert.deepEqual(
      (await problemsOf('{"rules":[], "ignore": "x", "script": {"region": "XX"}}')).map(p => [p.at, p.id]),
      [
        ['[]', 'wrongType'],
        ['"x"', 'wrongType'],
        ['"XX"', 'wrongValue'],
      ],
    );
    assert.deepEqual(
      (await problemsOf('{"extends":["./no.jsonc"]}')).map(p => [p.at, p.id]),
      [['"./no.jsonc"', 'noSuchFile']],
    );
    assert.deepEqual(
      (await problemsOf('{"extends":"./corpus-lint.jsonc"}')).map(p => [p.at, p.id]),
      [['"./corpus-lint.jsonc"', 'circular']],
    );
    assert.deepEqual(
      (await problemsOf('{"frontMatter":{"schemas":{"*.md":"s.json"}}}')).map(p => [p.at, p.id]),
      [['"s.json"', 'noSuchFile']],
    );
    assert.deepEqual(
      (await problemsOf('{"terms":[{"name":"x","match":"/(/"}]}')).map(p => [p.at, p.id]),
      [['"/(/"', 'badPattern']],
    );
    assert.deepEqual(
      (await problemsOf('{"terms":[{"name":"x","match":"/(a+)+b/"}]}')).map(p => [p.at, p.id]),
      [['"/(a+)+b/"', 'slowPattern']],
    );
    assert.deepEqual(
      (await problemsOf('{"script":{"dictionary":["云南 公交|站","a=b=c"," ","=词","词"]}}')).map(p => [
        p.at,
        p.id,
      ]),
      [
        ['"a=b=c"', 'badWord'],
        ['" "', 'badWord'],
        ['"=词"', 'badWord'],
      ],
    );
    assert.deepEqual(
      (await problemsOf('{"terms":[{"name":"x"}], "overrides":[{"rules":{}}]}')).map(p => p.en),
      ['The key “match” is missing.', 'The key “files” is missing.'],
    );
    assert.equal((await problemsOf('{"rules": '))[0]!.id, 'syntax');
    assert.equal((await problemsOf('[]'))[0]!.id, 'wrongType');
  });

  it('applies what is right beside what is wrong', async () => {
    const files = {
      '/w/corpus-lint.jsonc': '{"rules":{"punctuation/repeated":"error","no/rule":"error"},"nothing":1}',
    };
    assert.equal(await levels(files, '/w/a.md'), 'error');
  });

  it('runs named rules alone', async () => {
    const resolver = createConfigResolver({ files: memory({}), only: ['script/*'] });
    const { settings } = await resolver.resolve('/w/a.md');
    const ids = activeRules(RULES, settings).map(a => a.rule.meta.id);
    assert.ok(ids.length > 0 && ids.every(id => id.startsWith('script/')));
  });

  it('lets the overlay win over the file', async () => {
    const files = memory({ '/w/corpus-lint.jsonc': '{"script":"simplified"}' });
    const resolver = createConfigResolver({ files, overlay: { script: 'traditional' } });
    assert.equal((await resolver.resolve('/w/a.md')).settings.expectations.script, 'traditional');
  });
});
