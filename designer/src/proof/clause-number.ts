import { digitsFor } from '../calendar/digits.ts';

/** `7.4` as the reader writes it: the parts of the number are no decimals, and Persian separates them by its own sign. */
export const clauseNumber = (language: string, number: string): string =>
  language === 'fa' ? digitsFor(language, number).replaceAll('.', '٫') : number;
