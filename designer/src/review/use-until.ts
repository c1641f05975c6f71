import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';

/** The bounds of a day until which something holds, for its field, and what is wrong with the day that stands there. */
export function useUntil(day: string, { from, to }: { readonly from: string; readonly to: string }) {
  const say = useWords();
  const dates = useDates();
  const isWithin = day >= from && day <= to;
  return {
    min: from,
    max: to,
    problem: isWithin ? undefined : say('review.until-wrong', { from: dates.date(from), to: dates.date(to) }),
  };
}
