import { expect, test } from '@jest/globals';
import type { Calendar } from './calendar.ts';
import { dueAt } from './due-at.ts';
import type { Term } from './term.ts';

const office = [{ from: '08:00', to: '16:00' }];
const warsaw: Calendar = {
  id: 'organisation',
  version: 1,
  timeZone: 'Europe/Warsaw',
  week: { 1: office, 2: office, 3: office, 4: office, 5: office },
  holidays: [
    { date: '2026-05-01', title: 'Labour day' },
    {
      date: '2026-12-24',
      title: 'Christmas Eve',
      hours: [{ from: '08:00', to: '12:00' }],
    },
    { date: '2026-12-25', title: 'Christmas' },
    {
      date: '2026-05-09',
      title: 'Open Saturday',
      hours: [{ from: '09:00', to: '13:00' }],
    },
  ],
};
const shift = [
  { from: '08:00', to: '12:00' },
  { from: '12:45', to: '16:30' },
];
const tehran: Calendar = {
  id: 'tehran',
  version: 1,
  timeZone: 'Asia/Tehran',
  week: {
    6: shift,
    7: shift,
    1: shift,
    2: shift,
    3: shift,
    4: [{ from: '08:00', to: '12:00' }],
  },
  holidays: [
    { date: '2026-03-21', title: 'Nowruz' },
    { date: '2026-03-22', title: 'Nowruz' },
    { date: '2026-03-23', title: 'Nowruz' },
    { date: '2026-03-24', title: 'Nowruz' },
  ],
};
const always = (timeZone: string): Calendar => ({
  id: 'always',
  version: 1,
  timeZone,
  week: {},
  holidays: [],
});

const due = (term: Omit<Term, 'calendar'>, from: string, calendar: Calendar = warsaw, pauses: { from: string; to?: string }[] = []) => {
  const answer = dueAt({ ...term, calendar: calendar.id }, from, calendar, pauses);
  return answer.ok ? answer.value : answer.refusal.code;
};

test.each<[string, Omit<Term, 'calendar'>, string, string]>([
  ['minutes pass day and night', { minutes: 90 }, '2026-03-06T22:00:00.000Z', '2026-03-06T23:30:00.000Z'],
  ['24 hours over the spring gap are 24 hours', { hours: 24 }, '2026-03-28T12:00:00.000Z', '2026-03-29T12:00:00.000Z'],
  ['a day over the spring gap is the same wall time', { days: 1 }, '2026-03-28T12:00:00.000Z', '2026-03-29T11:00:00.000Z'],
  ['a wall time that is skipped comes an hour later', { days: 1 }, '2026-03-28T01:30:00.000Z', '2026-03-29T01:30:00.000Z'],
  ['of a wall time shown twice the first counts', { days: 1 }, '2026-10-24T00:30:00.000Z', '2026-10-25T00:30:00.000Z'],
  ['working hours end with the last minute worked', { workingHours: 8 }, '2026-03-06T07:00:00.000Z', '2026-03-06T15:00:00.000Z'],
  ['before opening counts from opening', { workingHours: 1 }, '2026-03-06T03:00:00.000Z', '2026-03-06T08:00:00.000Z'],
  ['after closing on Friday counts from Monday', { workingHours: 1 }, '2026-03-06T15:00:00.000Z', '2026-03-09T08:00:00.000Z'],
  ['a half day gives half its hours', { workingHours: 8 }, '2026-12-24T07:00:00.000Z', '2026-12-28T11:00:00.000Z'],
  ['working days leave out weekend and holiday', { workingDays: 2 }, '2026-04-30T10:00:00.000Z', '2026-05-05T10:00:00.000Z'],
  ['a working Saturday is a working day', { workingDays: 1 }, '2026-05-08T10:00:00.000Z', '2026-05-09T10:00:00.000Z'],
  ['received on Sunday, Monday is day 1', { workingDays: 1 }, '2026-03-08T10:00:00.000Z', '2026-03-09T10:00:00.000Z'],
  ['a half day is a working day', { workingDays: 1, ends: 'endOfDay' }, '2026-12-23T10:00:00.000Z', '2026-12-24T23:00:00.000Z'],
  [
    'eight weeks, the day of receipt not counted',
    { days: 56, ends: 'endOfDay', counts: 'nextDay' },
    '2026-03-02T09:00:00.000Z',
    '2026-04-27T22:00:00.000Z',
  ],
  ['the day of receipt counted', { days: 56, ends: 'endOfDay', counts: 'sameDay' }, '2026-03-02T09:00:00.000Z', '2026-04-26T22:00:00.000Z'],
  ['one day, today included, is today', { days: 1, counts: 'sameDay' }, '2026-03-02T09:00:00.000Z', '2026-03-02T23:00:00.000Z'],
  ['counting starts on a working day', { days: 3, counts: 'nextWorkingDay' }, '2026-03-06T09:00:00.000Z', '2026-03-11T09:00:00.000Z'],
  ['hours from the next working day', { hours: 24, counts: 'nextWorkingDay' }, '2026-03-06T09:00:00.000Z', '2026-03-09T23:00:00.000Z'],
  ['hours from the next day', { hours: 24, counts: 'nextDay' }, '2026-03-06T09:00:00.000Z', '2026-03-07T23:00:00.000Z'],
  ['31 January and a month', { months: 1 }, '2026-01-31T09:00:00.000Z', '2026-02-28T09:00:00.000Z'],
  ['31 January and a month in a leap year', { months: 1 }, '2028-01-31T09:00:00.000Z', '2028-02-29T09:00:00.000Z'],
  ['29 February and a year', { years: 1 }, '2028-02-29T09:00:00.000Z', '2029-02-28T09:00:00.000Z'],
  [
    'a month, today included, ends the day before',
    { months: 1, counts: 'sameDay' },
    '2026-01-15T09:00:00.000Z',
    '2026-02-14T23:00:00.000Z',
  ],
  [
    'a month from the first, today included, is that month',
    { months: 1, counts: 'sameDay' },
    '2026-03-01T09:00:00.000Z',
    '2026-03-31T22:00:00.000Z',
  ],
  ['a month from the 31st, today included', { months: 1, counts: 'sameDay' }, '2026-01-31T09:00:00.000Z', '2026-02-28T23:00:00.000Z'],
  ['a month from the next working day', { months: 1, counts: 'nextWorkingDay' }, '2026-05-29T09:00:00.000Z', '2026-06-30T09:00:00.000Z'],
  ['a year end', { weeks: 1 }, '2026-12-28T09:00:00.000Z', '2027-01-04T09:00:00.000Z'],
  ['half a day is twelve hours', { days: 1.5 }, '2026-03-02T09:00:00.000Z', '2026-03-03T21:00:00.000Z'],
  ['nothing is due at once', { workingDays: 0 }, '2026-03-08T09:00:00.000Z', '2026-03-08T09:00:00.000Z'],
  ['a date in the past stays in the past', { until: '2020-01-01T00:00:00.000Z' }, '2026-03-08T09:00:00.000Z', '2020-01-01T00:00:00.000Z'],
  ['a bound is enforced', { days: 90, atMost: { days: 12 } }, '2026-03-02T09:00:00.000Z', '2026-03-14T09:00:00.000Z'],
  [
    'a bound ends as its delay does',
    { days: 90, atMost: { days: 12 }, ends: 'endOfDay' },
    '2026-03-02T09:00:00.000Z',
    '2026-03-14T23:00:00.000Z',
  ],
  ['what is too far to count is bounded', { days: 1e12, atMost: { days: 12 } }, '2026-03-02T09:00:00.000Z', '2026-03-14T09:00:00.000Z'],
  [
    'for ever is bounded',
    { until: '9999-12-31T23:00:00.000Z', atMost: { days: 1 } },
    '2026-03-02T09:00:00.000Z',
    '2026-03-03T09:00:00.000Z',
  ],
  [
    'a date far away is bounded',
    { until: '2099-01-01T00:00:00.000Z', atMost: { days: 366 } },
    '2026-03-02T09:00:00.000Z',
    '2027-03-03T09:00:00.000Z',
  ],
])('%s', (_, term, from, expected) => {
  expect(due(term, from)).toBe(expected);
});

test('Iranian weeks: Thursday is half, Friday is free, Nowruz does not count', () => {
  expect(due({ workingHours: 4 }, '2026-03-18T13:00:00.000Z', tehran)).toBe('2026-03-19T08:30:00.000Z'); // Wednesday 16:30 local, then Thursday until 12:00.
  expect(due({ workingDays: 2 }, '2026-03-18T06:00:00.000Z', tehran)).toBe('2026-03-25T06:00:00.000Z'); // Thursday, then Wednesday after four free days.
  expect(due({ workingHours: 4.5 }, '2026-03-18T04:30:00.000Z', tehran)).toBe('2026-03-18T09:45:00.000Z'); // 08:00 + 4 h, lunch, 12:45 + 30 min.
});

test('where midnight does not exist, the day ends with the jump', () => {
  // Until 2022 Iran put its clocks forward at 00:00: 22 March 2021 began at 01:00.
  expect(due({ days: 1, ends: 'endOfDay' }, '2021-03-20T08:00:00.000Z', always('Asia/Tehran'))).toBe('2021-03-21T20:30:00.000Z');
});

test('where midnight comes twice, the day ends when it is over for good', () => {
  // Havana shows 00:00 to 01:00 of 1 November twice: 31 October ends at the first midnight.
  expect(due({ days: 1, ends: 'endOfDay' }, '2026-10-30T12:00:00.000Z', always('America/Havana'))).toBe('2026-11-01T04:00:00.000Z');
  // St. John’s used to go back at 00:01 to 23:01 of the day before: 6 November 2010 ended twice.
  expect(due({ days: 1, ends: 'endOfDay' }, '2010-11-05T12:00:00.000Z', always('America/St_Johns'))).toBe('2010-11-07T03:30:00.000Z');
});

test('Samoa left out 30 December 2011', () => {
  const apia = always('Pacific/Apia');
  expect(due({ days: 1 }, '2011-12-29T20:00:00.000Z', apia)).toBe('2011-12-30T20:00:00.000Z'); // 29th 10:00 → "30th 10:00" → 31st 10:00.
  expect(due({ days: 1, ends: 'endOfDay' }, '2011-12-29T20:00:00.000Z', apia)).toBe('2011-12-31T10:00:00.000Z'); // There is no 30th to end: the 31st.
  const everyDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, office]));
  expect(
    due({ workingDays: 1 }, '2011-12-29T20:00:00.000Z', {
      ...apia,
      week: everyDay,
    }),
  ).toBe('2011-12-30T20:00:00.000Z'); // The 31st.
  expect(
    due({ workingHours: 8 }, '2011-12-30T02:00:00.000Z', {
      ...apia,
      week: everyDay,
    }),
  ).toBe('2011-12-31T02:00:00.000Z');
});

test('half an hour of daylight saving on Lord Howe', () => {
  expect(due({ days: 1 }, '2026-10-03T03:00:00.000Z', always('Australia/Lord_Howe'))).toBe('2026-10-04T02:30:00.000Z');
});

test('hours worked twice in autumn count twice, hours skipped in spring not at all', () => {
  const night: Calendar = {
    ...warsaw,
    id: 'night',
    week: { 7: [{ from: '01:00', to: '05:00' }] },
    holidays: [],
  };
  expect(due({ workingHours: 4 }, '2026-10-24T12:00:00.000Z', night)).toBe('2026-10-25T03:00:00.000Z'); // Five hours worked that night, four by 04:00.
  expect(due({ workingHours: 4 }, '2026-03-28T12:00:00.000Z', night)).toBe('2026-04-05T00:00:00.000Z'); // Three that night, one a week later.
});

test('a pause moves the end by what did not count', () => {
  const monday = '2026-03-02T09:00:00.000Z';
  const pause = (from: string, to: string) => [{ from, to }];
  expect(due({ workingDays: 4 }, monday, warsaw, pause('2026-03-03T09:00:00.000Z', '2026-03-05T09:00:00.000Z'))).toBe(
    '2026-03-10T09:00:00.000Z',
  );
  expect(due({ workingDays: 6 }, monday, warsaw, pause('2026-03-06T15:00:00.000Z', '2026-03-09T07:00:00.000Z'))).toBe(
    '2026-03-10T09:00:00.000Z',
  );
  expect(due({ days: 7 }, '2026-03-25T09:00:00.000Z', warsaw, pause('2026-03-28T09:00:00.000Z', '2026-03-30T08:00:00.000Z'))).toBe(
    '2026-04-03T08:00:00.000Z',
  );
  expect(due({ hours: 5 }, monday, warsaw, pause('2026-03-02T10:00:00.000Z', '2026-03-02T12:00:00.000Z'))).toBe('2026-03-02T16:00:00.000Z');
  expect(due({ hours: 5 }, monday, warsaw, pause('2026-03-02T14:00:00.000Z', '2026-03-02T18:00:00.000Z'))).toBe('2026-03-02T14:00:00.000Z');
});

test('ten minutes of rest do not cost a day, rest on the last evening does count', () => {
  const term = { days: 2, ends: 'endOfDay' } as const;
  const monday = '2026-03-02T09:00:00.000Z';
  expect(due(term, monday, warsaw, [{ from: '2026-03-03T09:00:00.000Z', to: '2026-03-03T09:10:00.000Z' }])).toBe(
    '2026-03-04T23:00:00.000Z',
  );
  expect(due(term, monday, warsaw, [{ from: '2026-03-04T18:00:00.000Z', to: '2026-03-06T18:00:00.000Z' }])).toBe(
    '2026-03-06T23:00:00.000Z',
  );
});

test('the end of a day that closes at midnight is that midnight', () => {
  const late: Calendar = {
    ...warsaw,
    week: { 1: [{ from: '16:00', to: '24:00' }] },
    holidays: [],
  };
  expect(due({ workingHours: 8, ends: 'endOfDay' }, '2026-03-02T09:00:00.000Z', late)).toBe('2026-03-02T23:00:00.000Z');
});

test.each<[string, Omit<Term, 'calendar'>, Calendar]>([
  ['no-working-time', { workingDays: 1 }, always('Europe/Warsaw')],
  ['no-working-time', { workingHours: 1 }, always('Europe/Warsaw')],
  ['no-working-time', { days: 1, counts: 'nextWorkingDay' }, always('Europe/Warsaw')],
  [
    'no-working-time',
    { workingDays: 2 },
    {
      ...always('Europe/Warsaw'),
      holidays: [{ date: '2030-01-01', title: 'Once', hours: office }],
    },
  ],
  ['not-a-number', { days: Number.NaN }, warsaw],
  ['not-a-number', { days: -1 }, warsaw],
  ['not-a-number', { hours: Number.POSITIVE_INFINITY }, warsaw],
  ['not-a-number', {}, warsaw],
  ['not-whole', { workingDays: 1.5 }, warsaw],
  ['too-far', { minutes: 1e300 }, warsaw],
  ['too-far', { workingDays: 1e9 }, warsaw],
  ['too-far', { years: 201 }, warsaw],
  ['not-a-date', { until: 'tomorrow' }, warsaw],
  ['unknown-zone', { days: 1 }, always('Mars/Olympus')],
  ['calendar-invalid', { days: 1 }, { ...warsaw, week: { 1: [{ from: '16:00', to: '08:00' }] } }],
  ['calendar-invalid', { days: 1 }, { ...warsaw, holidays: [{ date: '2026-02-30', title: 'Never' }] }],
])('refused as %s: %j', (code, term, calendar) => {
  expect(due(term, '2026-03-02T09:00:00.000Z', calendar)).toBe(code);
});

test('a start that is no instant is refused', () => {
  for (const from of ['', '2026-03-02', '2026-02-30T00:00:00.000Z', '2026-03-02T09:00:00', '0050-03-02T09:00:00Z'])
    expect(due({ days: 1 }, from)).toBe('not-a-date');
});

test('overlapping hours that slipped in are counted once', () => {
  const twice: Calendar = {
    ...warsaw,
    week: { 1: [...office, { from: '10:00', to: '17:00' }] },
  };
  expect(due({ workingHours: 9 }, '2026-03-02T00:00:00.000Z', twice)).toBe('2026-03-02T16:00:00.000Z');
});
