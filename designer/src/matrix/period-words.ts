import { useDates } from '../calendar/use-dates.ts';
import type { Period } from '../calendar/usual-periods.ts';
import { useWords } from '../language/words.tsx';

/** A period as a sentence, with the days of the reader's calendar. */
export function usePeriodWords(): (period: Period) => string {
  const say = useWords();
  const { date } = useDates();
  return ({ from, to }) => {
    if (from !== undefined && to !== undefined) return say('matrix.period-between', { from: date(from), to: date(to) });
    if (from !== undefined) return say('matrix.period-from', { from: date(from) });
    return to === undefined ? say('matrix.period-all') : say('matrix.period-to', { to: date(to) });
  };
}
