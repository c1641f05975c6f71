import { type Calendar, type Holiday, type Interval, ok, type Result, refuse } from '@redress/engine';
import Holidays from 'date-holidays';
import type { PeopleRefusal } from './refusal.ts';

type Week = Calendar['week'];
type Weekday = keyof Week;

const office: readonly Interval[] = [{ from: '09:00', to: '17:00' }];
const days = (weekdays: readonly Weekday[], hours = office): Week => Object.fromEntries(weekdays.map((weekday) => [weekday, hours]));

const mondayToFriday = days(['1', '2', '3', '4', '5']);
const sundayToThursday = days(['7', '1', '2', '3', '4']);
/** Where the week is not Monday to Friday. A proposal: the organisation changes its rows as it likes. */
const weeks: Readonly<Record<string, Week>> = {
  IR: {
    ...days(['6', '7', '1', '2', '3'], [{ from: '08:00', to: '16:00' }]),
    '4': [{ from: '08:00', to: '12:00' }],
  },
  AF: {
    ...days(['6', '7', '1', '2', '3'], [{ from: '08:00', to: '16:00' }]),
    '4': [{ from: '08:00', to: '13:00' }],
  },
  AE: {
    ...days(['1', '2', '3', '4'], [{ from: '08:00', to: '16:00' }]),
    '5': [{ from: '08:00', to: '12:00' }],
  },
  NP: {
    ...days(['7', '1', '2', '3', '4']),
    '5': [{ from: '09:00', to: '15:00' }],
  },
  ...Object.fromEntries(
    ['SA', 'KW', 'QA', 'BH', 'OM', 'IQ', 'JO', 'EG', 'SY', 'YE', 'LY', 'SD', 'DZ', 'IL', 'BD', 'MV'].map((country) => [
      country,
      sundayToThursday,
    ]),
  ),
};

/** Where a public holiday of most people is none of the whole country. A proposal as well. */
const regions: Readonly<Record<string, string>> = { GB: 'ENG' };

/** How many years of holidays are written down beside the present one. */
const yearsAhead = 4;

/**
 * The first working calendar of an organisation: the week of its country and the public holidays of the coming years, as rows people may change.
 * Refused: a country or zone that nobody knows. A country without known holidays gets a week and no rows.
 */
export function calendarOfCountry(of: {
  readonly country: string;
  readonly timeZone: string;
  readonly language: string;
  readonly year: number;
}): Result<Calendar, PeopleRefusal> {
  if (!isTimeZone(of.timeZone)) return refuse({ code: 'time-zone-unknown', timeZone: of.timeZone });
  if (!isCountry(of.country)) return refuse({ code: 'country-unknown', country: of.country });
  const years = Array.from({ length: yearsAhead + 1 }, (_, ahead) => of.year + ahead);
  return ok({
    id: 'organisation',
    version: 1,
    timeZone: of.timeZone,
    week: weeks[of.country] ?? mondayToFriday,
    holidays: holidaysOf(of.country, of.language, years),
  });
}

export function isTimeZone(timeZone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone });
    return timeZone === 'UTC' || timeZone.includes('/');
  } catch {
    return false; // Intl says "unknown" by throwing; there is no question it answers.
  }
}

const isCountry = (country: string): boolean =>
  /^[A-Z]{2}$/.test(country) &&
  country !== 'ZZ' &&
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(country) !== undefined;

/** Several names of one day become one row. Names of the source come in presentation forms: letters as people type them. */
function holidaysOf(country: string, language: string, years: readonly number[]): readonly Holiday[] {
  const options = { languages: [language, 'en'], types: ['public' as const] };
  const region = regions[country];
  const known = region === undefined ? new Holidays(country, options) : new Holidays(country, region, options);
  if (known.getHolidays(years[0] ?? 0).length === 0) return [];
  const titles = new Map<string, Set<string>>();
  for (const { date, name } of years.flatMap((year) => known.getHolidays(year))) {
    const day = date.slice(0, 10);
    titles.set(day, (titles.get(day) ?? new Set()).add(plainName(name)));
  }
  return [...titles]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, names]) => ({
      date,
      title: [...names].join(' · ').slice(0, 200),
    }));
}

const plainName = (name: string): string => name.normalize('NFKC').replace(/[يى]/g, 'ی').replace(/ك/g, 'ک').replace(/\s+/g, ' ').trim();
