import { shippedProcesses } from '@redress/definitions';
import { createIntl } from 'react-intl';
import type { Language } from '../language/language.ts';
import { loadMessages } from '../language/messages.ts';
import { sayWith } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import type { Comparing } from './named.ts';

/** For tests: what words about two definitions are found with, in a language; what it has no words for goes into `missing`. */
export async function comparingIn(language: Language, missing: string[] = []) {
  const intl = createIntl({ locale: language, messages: await loadMessages(language), onError: (error) => missing.push(error.message) });
  const text = (words: Readonly<Record<string, string>> | undefined) => words?.[language] ?? Object.values(words ?? {})[0] ?? '';
  const written = { date: (day: string) => day, number: (value: number) => intl.formatNumber(value) };
  const titles = new Map(shippedProcesses.map((process) => [fieldsOf(process).id, fieldsOf(process).title]));
  const procedureName = (id: string) => text(textOf(titles.get(id))) || 'X';
  return (before: object, after: object): Comparing => ({ before, after, say: sayWith(intl), text, language, written, procedureName });
}
