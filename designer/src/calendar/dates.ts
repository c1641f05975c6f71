import { type Language, localeOf } from '../language/language.ts';

/** Dates in words. Instants are UTC ISO text, days are local `YYYY-MM-DD`; nothing here reads a clock. */
export interface Dates {
  /** `Monday 23 November 2026`, `دوشنبه ۲ آذر ۱۴۰۵`, `poniedziałek 23 listopada 2026`. */
  readonly day: (at: string) => string;
  /** `23 November 2026`. */
  readonly date: (at: string) => string;
  /** `Tue 24 Nov`; with the year where it is not the year of `now`. */
  readonly short: (at: string, now?: number) => string;
  /** `12:40`. */
  readonly time: (at: string) => string;
  /** `12:40:07`. */
  readonly exact: (at: string) => string;
  /** `23 November 2026, 12:40`. */
  readonly moment: (at: string) => string;
  /** `November 2026`, for the title of a month. */
  readonly month: (at: string) => string;
  /** `Monday`, for 1 (Monday) to 7 (Sunday). */
  readonly weekday: (isoWeekday: number, length?: 'long' | 'short') => string;
  /** Local day `YYYY-MM-DD` of an instant. */
  readonly localDay: (at: string | number) => string;
  readonly number: (value: number) => string;
}

/** One set of formatters a language and zone; made once, because making them is what costs. */
export function datesIn(place: { readonly language: Language; readonly timeZone: string }): Dates {
  const key = `${place.language} ${place.timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const dates = makeDates(place.language, place.timeZone);
  made.set(key, dates);
  return dates;
}

/** Whole days from one instant to another by the local calendar: yesterday is -1, whatever the hour. */
export function daysBetween(days: { readonly from: string; readonly to: string }): number {
  return Math.round((Date.parse(`${days.to}T00:00Z`) - Date.parse(`${days.from}T00:00Z`)) / 86_400_000);
}

const made = new Map<string, Dates>();

function makeDates(language: Language, timeZone: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(calendarOf[language], { timeZone, ...options });
  const long = format({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const date = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const shortWithYear = format({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const exact = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const month = format({ month: 'long', year: 'numeric' });
  const year = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' });
  const iso = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const weekdays = {
    long: format({ weekday: 'long', timeZone: 'UTC' }),
    short: format({ weekday: 'short', timeZone: 'UTC' }),
  };
  const number = new Intl.NumberFormat(localeOf[language], {
    maximumFractionDigits: 2,
  });

  const compose = (formatter: Intl.DateTimeFormat, at: string, order: readonly Intl.DateTimeFormatPartTypes[]) => {
    const parts = formatter.formatToParts(instant(at, timeZone));
    return order.flatMap((type) => parts.find((part) => part.type === type)?.value ?? []).join(' ');
  };
  const dates: Dates = {
    // Chromium puts a long Persian date in an order nobody writes, and a Polish one with a comma: the parts are ours to join.
    day: (at) => compose(long, at, ['weekday', 'day', 'month', 'year']),
    date: (at) => compose(date, at, ['day', 'month', 'year']),
    short: (at, now) =>
      now !== undefined && year.format(instant(at, timeZone)) !== year.format(now)
        ? compose(shortWithYear, at, ['day', 'month', 'year'])
        : compose(short, at, ['weekday', 'day', 'month']),
    time: (at) => time.format(instant(at, timeZone)),
    exact: (at) => exact.format(instant(at, timeZone)),
    moment: (at) => `${dates.date(at)}${language === 'fa' ? '،' : ','} ${dates.time(at)}`,
    month: (at) => compose(month, at, ['month', 'year']),
    weekday: (isoWeekday, length = 'long') => weekdays[length].format(Date.UTC(2024, 0, isoWeekday)), // 1 January 2024 was a Monday.
    // A year that is still being typed has fewer digits than a day has room for.
    localDay: (at) => iso.format(typeof at === 'number' ? at : instant(at, timeZone)).padStart(10, '0'),
    number: (value) => number.format(value),
  };
  return dates;
}

const calendarOf: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fa: 'fa-IR-u-ca-persian',
  pl: 'pl-PL',
};

/** A local day has no zone: noon UTC of it, moved to the zone's own noon, is that day everywhere. */
function instant(at: string, timeZone: string): Date {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(at)) return new Date(at);
  const noon = new Date(`${at}T12:00:00Z`);
  const shown = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(noon);
  return shown === at ? noon : new Date(noon.getTime() + (shown < at ? 43_200_000 : -43_200_000));
}
