import { type Language, localeOf } from '../language/language.ts';

/** A share of a hundred as the reader's language writes it. */
export function percentIn(language: Language): (share: number) => string {
  const format = new Intl.NumberFormat(localeOf[language], { style: 'percent' });
  return (share) => format.format(share / 100);
}
