import { useLanguage, useTimeZone } from '../language/words.tsx';
import { type Dates, datesIn } from './dates.ts';

/** Dates in the reader's language and the organisation's zone. */
export function useDates(): Dates {
  const language = useLanguage();
  const timeZone = useTimeZone();
  return datesIn({ language, timeZone });
}
