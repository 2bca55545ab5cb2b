// The schema port: both drafts, local files only, and no pattern that could run for ever.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSchemaChecker, schemaChecker } from '../../server/src/adapters/schema.ts';
import { localSchemaChecker } from '../../server/src/adapters/schemaFiles.ts';
import { patternLoops } from '../../server/src/adapters/schemaPatterns.ts';

const problems = (schema: unknown, value: unknown): string[] =>
  schemaChecker.check(schema, value).map(p => `${p.path.join('.')} ${p.keyword}`);

describe('the schema port', () => {
  it('reports the deepest place, once', () => {
    const list = { items: { properties: { b: { type: 'number' } } } };
    const schema = { properties: { a: list }, required: ['c', 'd'] };
    assert.deepEqual(problems(schema, { a: [{ b: 1 }, { b: '甲' }] }), [
      ' required',
      ' required',
      'a.1.b type',
    ]);
  });

  it('knows drafts 2020-12 and 07', () => {
    const tuple = { prefixItems: [{ type: 'string' }], items: false };
    assert.deepEqual(problems({ properties: { a: tuple } }, { a: ['x', 1] }), ['a.1 unknown']);
    const $schema = 'http://json-schema.org/draft-07/schema#';
    const old = { $schema, properties: { a: { items: [{ type: 'string' }], additionalItems: false } } };
    assert.deepEqual(problems(old, { a: [1] }), ['a.0 type']);
  });

  it('leaves the schema as it was', () => {
    const schema = { $defs: { a: { type: 'string' } }, properties: { x: { $ref: '#/$defs/a' } } };
    const before = JSON.stringify(schema);
    assert.deepEqual(problems(schema, { x: 1 }), ['x type']);
    assert.equal(JSON.stringify(schema), before);
  });

  it('survives a faulty schema', () => {
    assert.deepEqual(problems({ $ref: '#/nowhere' }, {}), [' schema']);
    assert.deepEqual(problems({ properties: { a: { pattern: '(' } } }, { a: 'x' }), [' schema']);
    assert.deepEqual(problems('no schema', {}), []);
  });

  it('reads keys with odd characters', () => {
    const [problem] = schemaChecker.check({ additionalProperties: { type: 'number' } }, { 'a/b ~%水#': 'x' });
    assert.deepEqual(problem?.path, ['a/b ~%水#']);
  });

  it('runs no pattern that could take for ever', () => {
    for (const pattern of ['^(a+)+$', '^(a|a)*$', '(a*)*b', '^(?:a+){20}$', '(x+x+)+y', '\\b(\\w+)\\1'])
      assert.equal(patternLoops(pattern), Number.POSITIVE_INFINITY, pattern);
    assert.equal(patternLoops('^\\d{4}-\\d{2}$'), 0);
    assert.equal(patternLoops('^[a-z]+(?:-[a-z]{1,3})?$'), 1);
    assert.equal(patternLoops('a*a*a*b'), 3);
    const long = 'a'.repeat(50_000);
    for (const pattern of ['^(a+)+$', 'a*a*a*b', '.*.*.*.*=', '^a+$'])
      assert.ok(problems({ properties: { x: { pattern } } }, { x: long }).length <= 1);
    assert.deepEqual(problems({ properties: { x: { pattern: '^[a-z]+$' } } }, { x: '甲' }), ['x pattern']);
  });

  it('reads local files only', () => {
    const read: string[] = [];
    const checker = localSchemaChecker(file => {
      read.push(file);
      return new TextEncoder().encode('{"required":["title"]}');
    });
    assert.deepEqual(checker.load?.('s.json', '/w/a/b.md'), { required: ['title'] });
    assert.deepEqual(checker.load?.('../s.json', 'file:///w/a/b.md'), { required: ['title'] });
    assert.equal(checker.load?.('https://example.com/s.json', '/w/a.md'), undefined);
    assert.equal(checker.load?.('s.json', 'untitled:1'), undefined);
    assert.deepEqual(read, ['/w/a/s.json', '/w/s.json']);
  });

  it('says when a named file cannot be read', () => {
    const checker = createSchemaChecker(() => 'no JSON');
    const found = checker.check(checker.load?.('s.json', '/a.md'), {});
    assert.deepEqual(
      found.map(p => p.keyword),
      ['schema'],
    );
  });
});
