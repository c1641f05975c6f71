import { expect, test } from '@jest/globals';
import { tabOf } from './tab-of.ts';

test.each([
  ['meta/title/en', 'what'],
  ['target', 'what'],
  ['guard/params/all/0', 'what'],
  ['', 'what'],
  ['invoke/input/role', 'who'],
  ['invoke/input/excludes/0', 'who'],
  ['invoke/input/form', 'data'],
  ['invoke/input/letter', 'letters'],
  ['entry/0/params/letter', 'letters'],
  ['after', 'when'],
  ['tags/1', 'proof'],
  ['meta/ownership', 'what'],
] as const)('a problem at “%s” leads to the part “%s”', (path, tab) => {
  expect(tabOf(path.split('/'))).toBe(tab);
});
