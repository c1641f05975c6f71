import { expect, test } from '@jest/globals';
import { calendarOfCountry } from './country-calendar.ts';

test('the first calendar of a country has the public holidays of most of its people', () => {
  const made = calendarOfCountry({ country: 'GB', timeZone: 'Europe/London', language: 'en', year: 2026 });
  if (!made.ok) throw new Error(made.refusal.code);
  const named = made.value.holidays.filter(({ date }) => date.startsWith('2026-')).map(({ title }) => title);
  expect(named).toEqual(expect.arrayContaining(['Easter Monday', 'Spring bank holiday', 'Summer bank holiday', 'Christmas Day']));
});
