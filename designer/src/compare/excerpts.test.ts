import { expect, test } from '@jest/globals';
import { excerpts } from './excerpts.ts';

const long = 'We have received your complaint of last week and will answer within ten working days; nothing more is needed from you now.';

test('of two long texts only what differs is told, with a few words around it', () => {
  expect(excerpts(long, long.replace('ten', 'five'))).toEqual([
    '… will answer within ten working days; nothing …',
    '… will answer within five working days; nothing …',
  ]);
});

test('short texts, and a text that came or went, are told whole', () => {
  expect(excerpts('by post', 'by e-mail')).toEqual(['by post', 'by e-mail']);
  expect(excerpts('', long)).toEqual(['', long]);
});
