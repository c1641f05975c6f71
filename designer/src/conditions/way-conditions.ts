import { useMemo } from 'react';
import { datesIn } from '../calendar/dates.ts';
import type { Language } from '../language/language.ts';
import { type Say, useLanguage, useText, useTimeZone, useWords } from '../language/words.tsx';
import type { TreeRow } from '../model/tree.ts';
import type { Text } from '../outline/outline-words.ts';
import { conditionWords } from './condition-words.ts';

/** Of a way what has to hold so that it is taken, in words; nothing where it is taken in any case. */
export type ConditionOf = (row: TreeRow) => string | undefined;

export interface ConditionReader {
  readonly say: Say;
  readonly text: Text;
  readonly language: Language;
  readonly timeZone: string;
}

/** Each condition of a procedure is put into words once. */
export function conditionsOf(definition: object, { say, text, language, timeZone }: ConditionReader): ConditionOf {
  const dates = datesIn({ language, timeZone });
  const known = new Map<unknown, string>();
  return ({ condition }) => {
    if (condition === undefined) return undefined;
    const words = known.get(condition) ?? conditionWords(definition, condition, say, text, dates);
    known.set(condition, words);
    return words;
  };
}

export function useConditionOf(definition: object): ConditionOf {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const timeZone = useTimeZone();
  return useMemo(() => conditionsOf(definition, { say, text, language, timeZone }), [definition, say, text, language, timeZone]);
}
