/** The languages people work in. Words for them are in `locales/`, and all three are equal. */
export const languages = ['en', 'fa', 'pl'] as const;
export type Language = (typeof languages)[number];

/** What a language calls itself, so that its reader finds it. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fa: 'فارسی',
  pl: 'Polski',
};
/** BCP 47 tags that numbers, dates and React Aria follow. */
export const localeOf: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fa: 'fa-IR',
  pl: 'pl-PL',
};
export const directionOf: Readonly<Record<Language, 'ltr' | 'rtl'>> = {
  en: 'ltr',
  fa: 'rtl',
  pl: 'ltr',
};

export const isLanguage = (word: unknown): word is Language => languages.some((language) => language === word);

/** The first of the wished tags that we speak, e.g. `['de-DE', 'pl']` gives `pl`; English where none is. */
export function chooseLanguage(wished: readonly (string | null | undefined)[]): Language {
  for (const tag of wished) {
    const language = tag?.slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** The reader's language where a procedure is written in it, else the first in which it is. */
export const languageAmong = (written: readonly string[], reader: string): string =>
  written.includes(reader) ? reader : (written[0] ?? reader);
