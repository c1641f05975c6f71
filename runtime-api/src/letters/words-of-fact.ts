import type { Json, LetterFact } from '@redress/engine';

/** How a language writes dates, numbers and lists: Persian in the Jalali calendar and its own digits. */
const localeOf: { readonly [language: string]: string } = { en: 'en-GB', fa: 'fa-IR-u-ca-persian-nu-arabext', pl: 'pl-PL' };
const locale = (language: string): string => localeOf[language] ?? language;

/** An instant nearer than this is told with its hour: "by Monday" is no answer for something due this afternoon. */
const hourMattersMs = 48 * 3_600_000;

export interface Reading {
  readonly language: string;
  /** The first language of the definition: what is missing in the reader's is said in this one. */
  readonly fallback: string;
  readonly timeZone: string;
  /** When the letter is written, UTC ISO. */
  readonly at: string;
}

/** What a fact is called in a letter. */
export function wordsOfFact(fact: LetterFact, reading: Reading): string {
  switch (fact.is) {
    case 'empty':
      return '';
    case 'text':
      return fact.value;
    case 'words':
      return inLanguage(fact.value, reading);
    case 'number':
      return new Intl.NumberFormat(locale(reading.language)).format(fact.value);
    case 'date':
      return longDate(new Date(`${fact.value}T12:00:00Z`), { ...reading, timeZone: 'UTC' });
    case 'instant':
      return instantWords(new Date(fact.value), reading);
    case 'list':
      return new Intl.ListFormat(locale(reading.language), { type: 'conjunction' }).format(fact.value.map(memberWords));
  }
}

export const inLanguage = (text: { readonly [language: string]: string }, reading: Pick<Reading, 'language' | 'fallback'>): string =>
  text[reading.language] ?? text[reading.fallback] ?? Object.values(text)[0] ?? '';

const memberWords = (member: Json): string => (typeof member === 'string' ? member : JSON.stringify(member));

const longDate = (date: Date, reading: Reading): string =>
  new Intl.DateTimeFormat(locale(reading.language), { day: 'numeric', month: 'long', year: 'numeric', timeZone: reading.timeZone }).format(
    date,
  );

function instantWords(instant: Date, reading: Reading): string {
  const date = longDate(instant, reading);
  if (Math.abs(instant.getTime() - Date.parse(reading.at)) > hourMattersMs || instant.getTime() <= Date.parse(reading.at)) return date;
  const hour = new Intl.DateTimeFormat(locale(reading.language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: reading.timeZone,
  }).format(instant);
  return joined(reading.language, date, hour);
}

/** Date and hour in one phrase, as each language has it. */
function joined(language: string, date: string, hour: string): string {
  if (language === 'fa') return `${date} ساعت ${hour}`;
  return language === 'pl' ? `${date}, godz. ${hour}` : `${date}, ${hour}`;
}
