import type { Language } from './language.ts';

/** React Aria's own words for screen readers. It reads them once per page, from here; Persian is not among the languages it ships. */
export async function provideAriaWords(language: Language): Promise<void> {
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: localeNames[language],
    [Symbol.for('react-aria.i18n.strings')]: await ariaWords[language](),
  });
}

const localeNames: Readonly<Record<Language, string>> = { en: 'en-US', fa: 'fa-IR', pl: 'pl-PL' };
const english = async () => dictionaryOf(await import('react-aria-components/i18n/en-US'));
/** By package, then by name: sentences, and functions that make them. */
export const ariaWords: Readonly<Record<Language, () => Promise<object>>> = {
  en: english,
  fa: async () => {
    const [base, { overPersian }] = await Promise.all([english(), import('./aria-words-fa.ts')]);
    return overPersian(base);
  },
  pl: async () => {
    const [base, { overPolish }] = await Promise.all([import('react-aria-components/i18n/pl-PL'), import('./aria-words-pl.ts')]);
    return overPolish(dictionaryOf(base));
  },
};

/** The package types its dictionaries as types only; at run time each module has one as its default export. */
function dictionaryOf(module: object): object {
  if ('default' in module && typeof module.default === 'object' && module.default !== null) return module.default;
  throw new Error('React Aria ships no dictionary here any more');
}
