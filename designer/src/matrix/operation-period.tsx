import { useState } from 'react';
import { DateField } from '../base/date-field.tsx';
import { Select } from '../base/select.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { isEverything, isReversed, isSamePeriod, type Period, periodIn, usualPeriod, usualPeriods } from '../calendar/usual-periods.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import styles from './matrix.module.css';
import { usePeriodWords } from './period-words.ts';

interface OperationPeriodProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
  /** Cases found in it; nothing while they are being read. */
  readonly cases: number | undefined;
}

/** Two days that somebody chooses, in place of a usual period. */
const own = 'own' as const;

/** Of which cases the page tells how they kept the rules: those that were received in a usual period, or between two days. */
export function OperationPeriod({ period, onChange, cases }: OperationPeriodProps) {
  const say = useWords();
  const words = usePeriodWords();
  const language = useLanguage();
  const today = useDates().localDay(useNow());
  /** As far as they are typed. */
  const [days, setDays] = useState<Period>();
  const usual = usualPeriods.find((one) => isSamePeriod(usualPeriod(one, today, language), period));
  const showsDays = days !== undefined || usual === undefined;
  const shown = days ?? period;
  const choose = (id: string) => {
    const chosen = usualPeriods.find((one) => one === id);
    setDays(chosen ? undefined : period);
    if (chosen) onChange(usualPeriod(chosen, today, language));
  };
  const type = (typed: Period) => {
    setDays(typed);
    const whole = periodIn(typed);
    if (isSamePeriod(whole, withoutEmpty(typed)) && !isReversed(whole)) onChange(whole);
  };
  return (
    <section className={styles.period} aria-label={say('matrix.period')}>
      <div className={styles.periodFields}>
        <Select
          label={say('matrix.period')}
          options={[...usualPeriods, own].map((id) => ({ id, name: say(`matrix.period-${id}`) }))}
          value={showsDays ? own : usual}
          onChange={choose}
        />
        {showsDays && (
          <>
            <DateField label={say('matrix.period-first')} value={shown.from ?? ''} onChange={(from) => type({ ...shown, from })} />
            <DateField
              label={say('matrix.period-last')}
              value={shown.to ?? ''}
              onChange={(to) => type({ ...shown, to })}
              {...(isReversed(periodIn(shown)) ? { problem: say('problem.period-reversed') } : {})}
            />
          </>
        )}
      </div>
      <p className={styles.quiet} role="status">
        {!isEverything(period) && !isReversed(period) && (
          <>
            {words(period)} {cases !== undefined && say('matrix.period-cases', { count: cases })}
          </>
        )}
      </p>
    </section>
  );
}

const withoutEmpty = ({ from, to }: Period): Period => ({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
