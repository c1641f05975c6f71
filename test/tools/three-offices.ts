import type { Calendars } from '@redress/engine';
import { calendars } from './pretend-case.ts';

const office = [{ from: '08:00', to: '16:00' }];
const on = (days: string, hours = office) => Object.fromEntries([...days].map((day) => [day, hours]));
const organisation = { id: 'organisation', version: 1, holidays: [] };
const nowruz = Array.from({ length: 14 }, (_, day) => ({
  date: new Date(Date.UTC(2026, 2, 20 + day)).toISOString().slice(0, 10),
  title: 'Nowruz',
}));
/** Calendars of unlike working weeks: in the second one a fortnight of holidays begins in March 2026, in the third two days are short. */
export const threeOffices: readonly (readonly [string, Calendars])[] = [
  ['Warsaw', calendars],
  ['Tehran', { organisation: { ...organisation, timeZone: 'Asia/Tehran', week: on('67123'), holidays: nowruz } }],
  [
    'half days',
    {
      organisation: { ...organisation, timeZone: 'Europe/London', week: { ...on('1234'), ...on('56', [{ from: '09:00', to: '12:00' }]) } },
    },
  ],
];
