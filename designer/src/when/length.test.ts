import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import fc from 'fast-check';
import { fieldsOf } from '../model/loose-json.ts';
import { seed } from '../model/pretend-definitions.ts';
import { aboutMinutes, boundIn, isAmount, lengthIn, startOf, units, withRule, writtenAs } from './length.ts';

test.each([
  ['a plain length', { workingDays: 3 }, { is: 'plain', unit: 'workingDays', amount: 3 }],
  [
    'a number of the case',
    { days: '= investigationDays', atMost: { days: 12 } },
    { is: 'field', unit: 'days', field: 'investigationDays' },
  ],
  ['a Persian field', { days: '= روزها', atMost: { days: 12 } }, { is: 'field', unit: 'days', field: 'روزها' }],
  ['a formula', { days: '= a + 1', atMost: { days: 12 } }, { is: 'formula', unit: 'days', formula: 'a + 1' }],
  ['a date of the case', { until: '= promised', atMost: { months: 2 } }, { is: 'until', field: 'promised' }],
  [
    'a computed date',
    { until: '= today + duration("P1D")', atMost: { days: 2 } },
    { is: 'until-formula', formula: 'today + duration("P1D")' },
  ],
  ['what a clock has left', { remaining: 'answer' }, { is: 'remaining', clock: 'answer' }],
  ['two units', { days: 1, hours: 2 }, { is: 'odd' }],
  ['a key that nobody knows', { days: 1, jitter: 2 }, { is: 'odd' }],
  ['a bound in two units', { days: '= a', atMost: { days: 1, hours: 2 } }, { is: 'odd' }],
  ['nothing', {}, { is: 'odd' }],
])('%s', (_name, written, length) => {
  expect(lengthIn(written)).toEqual(length);
});

test('every length of the procedures we ship is understood, and written again it is the same', () => {
  const delays = shippedProcesses.flatMap((process) => Object.values(fieldsOf(fieldsOf(process).delays)).map(fieldsOf));
  expect(delays.length).toBeGreaterThan(50);
  for (const written of delays) {
    const length = lengthIn(written);
    if (length.is === 'odd') throw new Error(JSON.stringify(written));
    const { title: _title, ...rest } = written;
    expect(writtenAs(written, length)).toEqual(rest);
  }
});

test('another amount keeps the rules; a computed length keeps its bound; a plain one has none', () => {
  const promise = { title: { en: 'Promise' }, days: 28, ends: 'endOfDay', counts: 'nextDay', calendar: 'night' };
  expect(writtenAs(promise, { is: 'plain', unit: 'weeks', amount: 4 })).toEqual({
    weeks: 4,
    calendar: 'night',
    ends: 'endOfDay',
    counts: 'nextDay',
  });
  const computed = { days: '= a', atMost: { days: 12 } };
  expect(writtenAs(computed, { is: 'until', field: 'promised' })).toEqual({ until: '= promised', atMost: { days: 12 } });
  expect(writtenAs(computed, { is: 'plain', unit: 'days', amount: 3 })).toEqual({ days: 3 });
  expect(withRule(promise, 'ends', 'exact')).toEqual({ days: 28, counts: 'nextDay', calendar: 'night', ends: 'exact' });
  expect(withRule({ days: 10, repeat: true }, 'repeat', undefined)).toEqual({ days: 10 });
});

test('another sort of length begins with what the procedure has, and never without a bound where one is needed', () => {
  const from = { written: { days: 8 }, number: 'severity', day: 'promised', clock: 'answer' };
  expect(startOf('field', from)).toEqual({ is: 'field', unit: 'days', field: 'severity' });
  expect(startOf('formula', from)).toEqual({ is: 'formula', unit: 'days', formula: '8' });
  expect(startOf('remaining', { ...from, clock: undefined })).toBeUndefined();
  expect(startOf('plain', { ...from, written: { days: '= a', atMost: { days: 12 } } })).toEqual({ is: 'plain', unit: 'days', amount: 12 });
});

test('amounts are positive; nobody works half a day', () => {
  expect(isAmount('hours', 1.5)).toBe(true);
  expect(isAmount('workingDays', 1.5)).toBe(false);
  expect(isAmount('days', 0)).toBe(false);
  expect(isAmount('days', undefined)).toBe(false);
});

test(`any plain length is read as it was written, and has a place in the order (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.constantFrom(...units), fc.integer({ min: 1, max: 400 }), (unit, amount) => {
      const written = writtenAs({}, { is: 'plain', unit, amount });
      expect(lengthIn(written)).toEqual({ is: 'plain', unit, amount });
      expect(aboutMinutes(written)).toBeGreaterThan(0);
      expect(boundIn({ atMost: written })).toEqual({ unit, amount });
    }),
    { seed },
  );
});
