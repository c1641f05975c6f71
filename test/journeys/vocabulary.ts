import { readdirSync, readFileSync } from 'node:fs';
import { ariaWords } from '../../designer/src/language/aria-words.ts';
import { catalogue, complaint, escalation, externalDispute, type Language, starter } from './words.ts';

/** Every word that a page in one language may show: the catalogues', the procedures', the calendar's, and what people typed. */
export class Vocabulary {
  readonly #words: ReadonlySet<string>;

  private constructor(words: readonly string[]) {
    this.#words = new Set(words);
  }

  static async of(language: Exclude<Language, 'en'>, typed: readonly string[]): Promise<Vocabulary> {
    const english = new Set(spoken(await ariaWords.en()));
    return new Vocabulary(
      [
        ...Object.values(catalogue(language)).map(withoutSyntax),
        ...[complaint, escalation, externalDispute, starter].flatMap((procedure) => [
          ...textsIn(procedure, language),
          ...formulasIn(procedure),
        ]),
        ...definitionTexts().flatMap((document) => textsIn(document, language)),
        ...spoken(await ariaWords[language]()).filter((sentence) => !english.has(sentence)), // Under the Persian lies English.
        ...calendarWords(language),
        ...typed,
        ...names,
      ].flatMap(wordsOf),
    );
  }

  /** Words of a text that are in no list. */
  strangers(text: string): readonly string[] {
    return wordsOf(text).filter((word) => !this.#words.has(word));
  }
}

/**
 * What is called the same in every language: the product, its libraries, browsers, and languages by their own names; how an empty year is written in a
 * date field, the second by Poles; and ids as they are written: of a pack of rules, of a linked procedure that is not there.
 */
const names = [
  'Redress',
  'React Flow attribution',
  'Chrome Linux',
  'English',
  'فارسی',
  'Polski',
  'Europe/London',
  'yyyy',
  'rrrr',
  'structure',
  'satisfaction',
];

const wordsOf = (text: string): readonly string[] =>
  [...text.normalize('NFC').matchAll(/\p{L}[\p{L}\p{M}\u200c]*/gu)]
    .map(([word]) => word.toLowerCase())
    .filter((word) => word.replaceAll('\u200c', '').length > 2);

/** ICU's own words out of a message: what is left is what people read. */
const withoutSyntax = (message: string): string =>
  message
    .replaceAll(/<\/?\w+>/g, ' ')
    .replaceAll(/\{\w+(, *number)?\}/g, ' ')
    .replaceAll(/\{\w+, *(plural|select),/g, ' ')
    .replaceAll(/(=\d+|\w+) *\{/g, ' ');

function textsIn(value: unknown, language: Language): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    name === language && typeof inside === 'string' ? [inside] : textsIn(inside, language),
  );
}

/** What the definitions say besides the processes: clauses, rules, measures, templates, the parts of a skeleton, titles of scenarios. */
function definitionTexts(): readonly unknown[] {
  const folder = new URL('../../definitions/src/', import.meta.url);
  const packs = ['structure', 'iso-10002', 'iso-10003', 'iso-10001', 'iso-10004'].map((pack) => `rules/${pack}`);
  return ['clauses', 'law', 'operation/measures', 'processes', 'templates', 'skeleton', 'scenarios', ...packs].flatMap((part) =>
    readdirSync(new URL(`${part}/`, folder))
      .filter((file) => file.endsWith('.json'))
      .map((file): unknown => JSON.parse(readFileSync(new URL(`${part}/${file}`, folder), 'utf8'))),
  );
}

/** A formula stands on the page as it is written. */
function formulasIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    typeof inside === 'string' && (name === 'feel' || inside.startsWith('=')) ? [inside] : formulasIn(inside),
  );
}

const spoken = (dictionary: object): readonly string[] =>
  Object.values(dictionary).flatMap((strings: object) => Object.values(strings).map(String));
function calendarWords(language: Language): readonly string[] {
  const locale = { en: 'en-GB', fa: 'fa-IR', pl: 'pl-PL' }[language];
  const days = Array.from({ length: 400 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)));
  const styles: readonly Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'full' },
    { weekday: 'short', day: 'numeric', month: 'short' },
    { month: 'long' },
    { weekday: 'long' },
    { year: 'numeric', month: 'long', era: 'short' },
  ];
  const fields = new Intl.DisplayNames(locale, { type: 'dateTimeField' });
  return [
    ...styles.flatMap((style) => days.map((day) => new Intl.DateTimeFormat(locale, style).format(day))),
    ...(['day', 'month', 'year', 'era'] as const).map((field) => String(fields.of(field))),
  ];
}
