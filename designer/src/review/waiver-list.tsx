import { Button } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { isolated } from '../language/isolated.ts';
import { useText, useWords } from '../language/words.tsx';
import { withdrawWaiver } from '../server/procedures.ts';
import type { Waiver } from '../server/shapes/standards.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './review.module.css';
import { requirementOf } from './rule-requirement.ts';
import rows from './standards.module.css';

/** Rules that somebody took off the procedure: who, until when and why. */
export function WaiverList({
  procedure,
  waivers,
  signs,
  onChanged,
}: {
  readonly procedure: string;
  readonly waivers: readonly Waiver[];
  readonly signs: boolean;
  readonly onChanged: () => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const withdrawing = useCommand((id: string) => withdrawWaiver(procedure, id), onChanged);
  if (waivers.length === 0) return null;
  return (
    <>
      <h3>{say('review.waivers')}</h3>
      <ProblemNote problem={withdrawing.problem} />
      <ul className={rows.rules}>
        {waivers.map(({ id, rule, person, until, reason, state }) => (
          <li key={id}>
            <p>
              <strong>{say(`review.waiver-${state}`)}</strong>{' '}
              <bdi dir="ltr" lang="zxx">
                {rule}
              </bdi>{' '}
              {text(requirementOf(rule))}
            </p>
            <p className={styles.quiet}>
              {say('review.waiver-by', { name: isolated(person?.name ?? say('review.person-unknown')), until: dates.date(until) })}
            </p>
            <p dir="auto">{reason}</p>
            {signs && state === 'valid' && (
              <div>
                <Button kind="link" isPending={withdrawing.isBusy} onPress={() => void withdrawing.run(id)}>
                  {say('review.waiver-withdraw')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
