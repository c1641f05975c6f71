import type { Clause } from '@redress/definitions';
import type { Text } from '@redress/engine';
import { digitsFor } from '../calendar/digits.ts';
import type { Say } from '../language/words.tsx';
import { clauseNumber } from './clause-number.ts';

/** A clause by its standard, number and title. */
export const clauseWords = (
  { standard, number, title }: Clause,
  { say, text, language }: { readonly say: Say; readonly text: (text: Text) => string; readonly language: string },
): string =>
  say('proof.clause-whole', { standard: digitsFor(language, standard), number: clauseNumber(language, number), title: text(title) });
