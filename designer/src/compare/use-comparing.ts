import { useMemo } from 'react';
import { useProcedureNames } from '../actions-editor/other-procedures.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import type { Comparing } from './named.ts';

/** What words about the difference of two definitions are found with. */
export function useComparing(before: object, after: object): Comparing {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const written = useDates();
  const procedureName = useProcedureNames();
  return useMemo(
    () => ({ before, after, say, text, language, written, procedureName }),
    [before, after, say, text, language, written, procedureName],
  );
}
