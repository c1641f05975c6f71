import type { Json } from '../json.ts';
import type { LetterFact } from '../step/step.ts';

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
  /** The few words that no definition brings, by language. */
  readonly words: LetterWords;
}
export interface LetterWords {
  readonly [language: string]: {
    /** A day with its hour: `{date}` and `{hour}` stand in it. */
    readonly moment: string;
    readonly yes: string;
    readonly no: string;
  };
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
    case 'yes-no':
      return spoken(reading)?.[fact.value ? 'yes' : 'no'] ?? String(fact.value);
    case 'list':
      return new Intl.ListFormat(locale(reading.language), { type: 'conjunction' }).format(
        fact.value.map((member) => memberWords(member, reading)),
      );
  }
}

export const inLanguage = (text: { readonly [language: string]: string }, reading: Pick<Reading, 'language' | 'fallback'>): string =>
  text[reading.language] ?? text[reading.fallback] ?? Object.values(text)[0] ?? '';

const spoken = ({ language, fallback, words }: Reading): LetterWords[string] | undefined => words[language] ?? words[fallback];

function memberWords(member: Json, reading: Reading): string {
  if (typeof member === 'string') return member;
  if (typeof member === 'number') return new Intl.NumberFormat(locale(reading.language)).format(member);
  return isText(member) ? inLanguage(member, reading) : JSON.stringify(member);
}

/** Title of an option. */
const isText = (member: Json): member is { readonly [language: string]: string } =>
  typeof member === 'object' && member !== null && Object.values(member).every((words) => typeof words === 'string');

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
  const moment = spoken(reading)?.moment ?? '{date}, {hour}';
  return moment.replace('{date}', date).replace('{hour}', hour);
}
