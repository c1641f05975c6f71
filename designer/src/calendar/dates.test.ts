import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { datesIn, daysBetween } from './dates.ts';
import { latinDigits, readNumber, readTime } from './digits.ts';
import { dueOf } from './due.ts';

const warsaw = { timeZone: 'Europe/Warsaw' } as const;
const en = datesIn({ language: 'en', ...warsaw });
const fa = datesIn({ language: 'fa', timeZone: 'Asia/Tehran' });
const pl = datesIn({ language: 'pl', ...warsaw });

test('Nowruz 1405 is written as people write it', () => {
  expect(fa.day('2026-03-21')).toBe('شنبه ۱ فروردین ۱۴۰۵');
  expect(fa.date('2026-03-20')).toBe('۲۹ اسفند ۱۴۰۴');
  expect(fa.short('2026-11-23')).toBe('دوشنبه ۲ آذر');
});

test('English and Polish days carry weekday, day, month and year in their own order', () => {
  expect(en.day('2026-11-23')).toBe('Monday 23 November 2026');
  expect(pl.day('2026-11-23')).toBe('poniedziałek 23 listopada 2026');
  expect(en.moment('2026-11-23T11:40:00Z')).toBe('23 November 2026, 12:40');
  expect(pl.time('2026-11-23T23:05:00Z')).toBe('00:05');
});

test('the year stands in a short date only when it is not this one', () => {
  const now = Date.parse('2026-11-23T09:00:00Z');
  expect(en.short('2026-11-27', now)).toBe('Fri 27 Nov');
  expect(en.short('2027-01-04', now)).toBe('4 Jan 2027');
});

test('a local day is that day in every zone', () => {
  const zones = [
    'Pacific/Apia',
    'Pacific/Pago_Pago',
    'Asia/Tehran',
    'America/New_York',
    'Australia/Lord_Howe',
    'UTC',
    'Pacific/Kiritimati',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date('1990-01-01'), max: new Date('2079-12-31'), noInvalidDate: true }),
      (timeZone, date) => {
        const day = date.toISOString().slice(0, 10);
        const dates = datesIn({ language: 'en', timeZone });
        expect(dates.localDay(day)).toBe(day);
        expect(Number(/\d+/.exec(dates.day(day))?.[0])).toBe(Number(day.slice(8)));
      },
    ),
  );
});

test('something due yesterday evening is one day late, though only hours passed', () => {
  const due = dueOf({ at: '2026-11-22T20:00:00Z', now: Date.parse('2026-11-23T06:00:00Z'), localDay: en.localDay });
  expect(due).toMatchObject({ group: 'overdue', days: 1, hours: 10 });
});

test('due dates fall into today, the next six days and later by the local calendar', () => {
  const now = Date.parse('2026-11-23T22:30:00Z'); // 23:30 in Warsaw, 24 November there in half an hour.
  const group = (at: string) => dueOf({ at, now, localDay: en.localDay }).group;
  expect(group('2026-11-23T22:59:00Z')).toBe('today');
  expect(group('2026-11-23T23:01:00Z')).toBe('week');
  expect(group('2026-11-29T10:00:00Z')).toBe('week');
  expect(group('2026-11-30T10:00:00Z')).toBe('later');
  expect(group('2026-11-23T22:29:00Z')).toBe('overdue');
  expect(daysBetween({ from: '2026-03-28', to: '2026-03-30' })).toBe(2);
});

test('numbers and times are understood in Persian, Arabic and Latin digits', () => {
  expect(latinDigits('۱۴۰۵/٠٩')).toBe('1405/09');
  expect(readNumber('۱٬۲۵۰٫۵')).toBe(1250.5);
  expect(readNumber('1 250,5')).toBe(1250.5);
  expect(readNumber('1,250')).toBe(1250);
  expect(readNumber('0,125')).toBe(0.125);
  expect(readNumber('−3')).toBe(-3);
  for (const none of ['', '1e9', 'abc', '1,2,3', '--1', 'Infinity', '0x10']) expect(readNumber(none)).toBeUndefined();
  expect(['9', '۰۹:۳۰', '930', '9.5', '24:00', '25:00'].map(readTime)).toEqual(['09:00', '09:30', '09:30', '9.5', '24:00', '25:00']);
});

test('whole numbers survive being written for a reader and read back, in each language', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (number) => {
      for (const dates of [en, fa, pl]) expect(readNumber(dates.number(number))).toBe(number);
    }),
  );
});
