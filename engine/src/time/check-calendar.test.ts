import { expect, test } from '@jest/globals';
import type { Calendar } from './calendar.ts';
import { checkCalendar } from './check-calendar.ts';

const good: Calendar = {
  id: 'organisation',
  version: 1,
  timeZone: 'Asia/Tehran',
  week: {
    6: [
      { from: '08:00', to: '12:00' },
      { from: '12:45', to: '16:30' },
    ],
    7: [{ from: '00:00', to: '24:00' }],
  },
  holidays: [{ date: '2026-03-21', title: 'Nowruz' }],
};
const found = (calendar: Calendar) => checkCalendar(calendar).map((finding) => `${finding.severity} ${finding.code} ${finding.at}`);

test('a calendar people use has nothing wrong', () => {
  expect(found(good)).toEqual([]);
});

test.each<[string, Partial<Calendar>, string[]]>([
  ['an unknown zone', { timeZone: 'Persia' }, ['error calendar-zone /timeZone']],
  [
    'hours that overlap, also over a third',
    {
      week: {
        1: [
          { from: '08:00', to: '18:00' },
          { from: '09:00', to: '10:00' },
          { from: '12:00', to: '13:00' },
        ],
      },
    },
    ['error calendar-overlap /week/1/1', 'error calendar-overlap /week/1/2'],
  ],
  [
    'hours that touch are fine',
    {
      week: {
        1: [
          { from: '12:00', to: '16:00' },
          { from: '08:00', to: '12:00' },
        ],
      },
    },
    [],
  ],
  ['an end before the start', { week: { 1: [{ from: '16:00', to: '08:00' }] } }, ['error calendar-backwards /week/1/0']],
  ['no length', { week: { 1: [{ from: '08:00', to: '08:00' }] } }, ['error calendar-backwards /week/1/0']],
  ['no times', { week: { 1: [{ from: '8', to: '25:00' }] } }, ['error calendar-time /week/1/0/from', 'error calendar-time /week/1/0/to']],
  ['a start at 24:00', { week: { 1: [{ from: '24:00', to: '24:00' }] } }, ['error calendar-time /week/1/0/from']],
  [
    'two holidays on one date',
    {
      holidays: [
        { date: '2026-03-21', title: 'a' },
        { date: '2026-03-21', title: 'b' },
      ],
    },
    ['error calendar-holiday-twice /holidays/1/date'],
  ],
  ['a date that does not exist', { holidays: [{ date: '2026-02-29', title: 'a' }] }, ['error calendar-date /holidays/0/date']],
  [
    'bad hours of a holiday',
    {
      holidays: [
        {
          date: '2026-03-21',
          title: 'a',
          hours: [{ from: '12:00', to: '11:00' }],
        },
      ],
    },
    ['error calendar-backwards /holidays/0/hours/0'],
  ],
  ['nobody ever works', { week: { 1: [] } }, ['error calendar-never-works /week']],
  [
    'work on single days only',
    {
      week: {},
      holidays: [
        {
          date: '2026-03-21',
          title: 'a',
          hours: [{ from: '10:00', to: '11:00' }],
        },
      ],
    },
    ['warning calendar-empty-week /week'],
  ],
])('%s', (_, change, expected) => {
  expect(found({ ...good, ...change })).toEqual(expected);
});

test('a day that is no weekday is found, whatever it is called', () => {
  const week = JSON.parse('{"1":[{"from":"08:00","to":"09:00"}],"8":[],"a/b":[],"__proto__":[]}');
  expect(found({ ...good, week })).toEqual([
    'error calendar-weekday /week/8',
    'error calendar-weekday /week/a~1b',
    'error calendar-weekday /week/__proto__',
  ]);
});
