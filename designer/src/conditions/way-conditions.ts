import { useMemo } from 'react';
import { datesIn } from '../calendar/dates.ts';
import { useLanguage, useText, useTimeZone, useWords } from '../language/words.tsx';
import type { TreeRow } from '../model/tree.ts';
import { conditionWords } from './condition-words.ts';

/** Of a way what has to hold so that it is taken, in words; nothing where it is taken in any case. */
export type ConditionOf = (row: TreeRow) => string | undefined;

/** Each condition of a procedure is put into words once. */
export function useConditionOf(definition: object): ConditionOf {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const timeZone = useTimeZone();
  return useMemo(() => {
    const dates = datesIn({ language, timeZone });
    const known = new Map<unknown, string>();
    return ({ condition }) => {
      if (condition === undefined) return undefined;
      const words = known.get(condition) ?? conditionWords(definition, condition, say, text, dates);
      known.set(condition, words);
      return words;
    };
  }, [definition, say, text, language, timeZone]);
}
