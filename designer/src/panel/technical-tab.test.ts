import { expect, test } from '@jest/globals';
import { readJson } from './technical-tab.tsx';

test('what is JSON is read', () => {
  expect(readJson('{ "title": { "fa": "شکایت" } }')).toEqual({ ok: true, value: { title: { fa: 'شکایت' } } });
});

test.each([
  ['{\n  "a": 1,\n  "b" 2\n}', 3, 7],
  ['{"a": nothing}', 1, 7],
  ['// a remark\n{}', 1, 1],
  ['', 1, 1],
  ['{"a": 1', 1, 8],
])('%j is no JSON from line %d, column %d on', (text, line, column) => {
  expect(readJson(text)).toEqual({ ok: false, line, column });
});
