import { CircleAlert, CircleCheck } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { useWords } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';
import type { ElementFinding } from '../model/findings.ts';
import { useGate, useTrialSetting } from '../trial/use-trial.ts';
import styles from './review.module.css';

/** What was looked at before a person looks: problems, scenarios, outcomes and deadlines. The server looks again when it is published. */
export function Checks({
  document,
  errors,
  onTry,
  onRepair,
}: {
  readonly document: DesignDocument;
  readonly errors: readonly ElementFinding[];
  readonly onTry: () => void;
  readonly onRepair: (at: string) => void;
}) {
  const say = useWords();
  const setting = useTrialSetting(document.definition, document);
  const gate = useGate(setting, document.scenarios).answer?.gate;
  const [first] = errors;
  const well = gate?.scenarios.filter(({ ok }) => ok).length ?? 0;
  const reached = gate?.goals.filter(({ state }) => state !== 'missing').length ?? 0;
  const rows = [
    { name: say('review.check-problems'), good: errors.length === 0, words: say('review.number', { value: errors.length }) },
    ...(gate
      ? [
          {
            name: say('review.check-scenarios'),
            good: well === gate.scenarios.length,
            words: say('review.check-scenarios-of', { good: well, all: gate.scenarios.length }),
          },
          {
            name: say('review.check-goals'),
            good: reached === gate.goals.length,
            words: say('review.check-goals-of', { good: reached, all: gate.goals.length }),
          },
        ]
      : []),
  ];
  return (
    <section className={styles.part}>
      <h2>{say('review.checks')}</h2>
      <dl className={styles.checks}>
        {rows.map(({ name, good, words }) => (
          <div key={name} data-good={good}>
            <dt>
              <Icon of={good ? CircleCheck : CircleAlert} />
              {name}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {!gate && errors.length === 0 && <p className={styles.quiet}>{say('review.check-playing')}</p>}
      {first && (
        <Button kind="link" onPress={() => onRepair(first.row ?? first.element ?? '')}>
          {say('problems.show-first')}
        </Button>
      )}
      {gate && !gate.met && (
        <>
          <p className={styles.quiet}>{say('review.tried-first')}</p>
          <Button kind="link" onPress={onTry}>
            {say('review.check-open')}
          </Button>
        </>
      )}
    </section>
  );
}
