import type { Text } from '@redress/engine';
import type { LanguageCode } from '../store/models/people-person.ts';
import words from './report-words.json' with { type: 'json' };

export type ReportWord = keyof typeof words;

const locales: Readonly<Record<LanguageCode, string>> = { en: 'en-GB', fa: 'fa-IR-u-ca-persian', pl: 'pl-PL' };

/** How a report speaks: words, numbers, days and the names of a procedure in the language of its reader. */
export interface ReportLanguage {
  readonly code: LanguageCode;
  readonly direction: 'ltr' | 'rtl';
  readonly say: (word: ReportWord, facts?: Readonly<Record<string, string | number>>) => string;
  readonly text: (text: Text | undefined) => string;
  readonly number: (value: number) => string;
  /** Of a UTC instant, in the organisation's time zone. */
  readonly time: (instant: string) => string;
  /** Of a day there: `2026-09-30`. */
  readonly day: (day: string) => string;
}

export function reportLanguage(code: LanguageCode, timeZone: string): ReportLanguage {
  const locale = locales[code];
  const numbers = new Intl.NumberFormat(locale);
  const times = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  const told = (fact: string | number | undefined) => (typeof fact === 'number' ? numbers.format(fact) : `\u2068${fact ?? ''}\u2069`);
  return {
    code,
    direction: code === 'fa' ? 'rtl' : 'ltr',
    say: (word, facts = {}) => words[word][code].replace(/\{(\w+)\}/g, (_, name: string) => told(facts[name])),
    text: (text) => text?.[code] ?? Object.values(text ?? {})[0] ?? '',
    number: (value) => numbers.format(value),
    time: (instant) => times.format(new Date(instant)),
    day: (day) => days.format(new Date(`${day}T12:00:00Z`)),
  };
}
