import { expect, test } from '@jest/globals';
import { schemaTool } from './schema-tool.ts';

const keywords = (schemas: ReturnType<typeof schemaTool>, pattern: string, value: string): readonly string[] =>
  schemas({ type: 'string', pattern })(value).map(({ keyword }) => keyword);

test('each pattern is its own: one field does not answer by that of another', () => {
  const schemas = schemaTool();
  expect(keywords(schemas, '^[0-9]+$', '2026')).toEqual([]);
  expect(keywords(schemas, '^[0-9]+$', 'Ada')).toEqual(['pattern']);
  expect(keywords(schemas, '^[A-Z]', 'Ada')).toEqual([]);
  expect(keywords(schemas, '^[A-Z]', '2026')).toEqual(['pattern']);
  const both = schemas({
    type: 'object',
    properties: { year: { type: 'string', pattern: '^[0-9]+$' }, name: { type: 'string', pattern: '^[A-Z]' } },
  });
  expect(both({ year: 'Ada', name: '2026' }).map(({ at }) => at)).toEqual(['/year', '/name']);
  expect(both({ year: '2026', name: 'Ada' })).toEqual([]);
});

test('names of members by pattern are held too', () => {
  const check = schemaTool()({ type: 'object', patternProperties: { '^n': { type: 'number' } }, additionalProperties: false });
  expect(check({ n1: 1 })).toEqual([]);
  expect(
    check({ n1: 'one', m1: 1 })
      .map(({ keyword }) => keyword)
      .sort(),
  ).toEqual(['additionalProperties', 'type']);
});

test('the dearest pattern is answered by RE2, and what RE2 does not know is no schema', () => {
  const schemas = schemaTool();
  expect(keywords(schemas, '(a+)+$', `${'a'.repeat(50_000)}!`)).toEqual(['pattern']);
  expect(keywords(schemas, '(a+)+$', 'a'.repeat(50_000))).toEqual([]);
  expect(() => schemas({ type: 'string', pattern: '(a)\\1' })).toThrow();
});
