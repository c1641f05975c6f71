import { expect, test } from '@jest/globals';
import { wordingOf } from './wording.ts';

const same = (one: string, other: string) => expect(wordingOf({ feel: one })).toEqual(wordingOf({ feel: other }));
const apart = (one: string, other: string) => expect(wordingOf({ feel: one }).text).not.toBe(wordingOf({ feel: other }).text);

test('blanks, brackets that change nothing, and the order of what is joined do not count', () => {
  same('note="x"', ' ( note = "x" ) // looked at');
  same('a and (b and c)', 'c and a and b');
  same('a or b and c', '(c and b) or a');
  same('string length ( note ) > 3', 'string length(note)>3');
});

test('what means something else stays apart', () => {
  apart('note = "a b"', 'note = "a  b"');
  apart('(a or b) and c', 'a or (b and c)');
  apart('a - (b - c)', '(a - b) - c');
  apart('a < b', 'b < a');
  apart('note != "x"', 'note = "x"');
});

test('a formula turned round asks the same, and its answer is the contrary', () => {
  const { text } = wordingOf({ feel: 'note = "x"' });
  expect(wordingOf({ feel: 'not( note="x" )' })).toEqual({ text, isTurned: true });
  expect(wordingOf({ feel: 'not(not(note = "x"))' })).toEqual({ text, isTurned: false });
});

test('what is no formula, or none that can be read, is compared by its text', () => {
  expect(wordingOf({ field: 'note', is: 'filled' })).toEqual({ text: '{"field":"note","is":"filled"}', isTurned: false });
  expect(wordingOf({ feel: 'note = ' }).text).toBe('{"feel":"note = "}');
});
