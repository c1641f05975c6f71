import { Button } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import { withdrawWaiver } from '../server/procedures.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './matrix.module.css';
import { isWaived, keepsBack, type MatrixRow } from './matrix-rows.ts';

/** Who waived a rule until when and why; for whoever may, the button that waives it or takes that back. */
export function Waived({
  procedure,
  row,
  today,
  onWaive,
  onWithdrawn,
}: {
  readonly procedure: string;
  readonly row: MatrixRow;
  readonly today: string;
  /** Nothing where the reader waives nothing. */
  readonly onWaive: (() => void) | undefined;
  readonly onWithdrawn: () => void;
}) {
  const say = useWords();
  const dates = useDates();
  const withdrawing = useCommand((id: string) => withdrawWaiver(procedure, id), onWithdrawn);
  const { waiver } = row;
  const lifted = isWaived(row, today);
  const act = lifted ? say('review.waiver-withdraw') : say('review.waive');
  return (
    <>
      {waiver && (
        <>
          <p className={styles.signed} data-signature={lifted ? 'soon' : 'lapsed'}>
            {lifted
              ? say('matrix.waived', {
                  name: isolated(waiver.person?.name ?? say('review.person-unknown')),
                  until: dates.date(waiver.until),
                })
              : say('matrix.waived-lapsed', { until: dates.date(waiver.until) })}
          </p>
          <p className={styles.said} dir="auto">
            {waiver.reason}
          </p>
        </>
      )}
      {/* One button in one place: it keeps the focus when it has been pressed. */}
      {onWaive && (lifted || keepsBack(row, today)) && (
        <Button
          kind="link"
          label={`${act}: ${row.rule.rule}`}
          isPending={withdrawing.isBusy}
          onPress={() => (lifted && waiver ? void withdrawing.run(waiver.id) : onWaive())}
        >
          {act}
        </Button>
      )}
      <ProblemNote problem={withdrawing.problem} />
    </>
  );
}
