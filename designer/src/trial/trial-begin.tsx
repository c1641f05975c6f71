import type { JsonObject } from '@redress/engine';
import { useMemo } from 'react';
import { useText, useWords } from '../language/words.tsx';
import { OfferForm } from './offer-form.tsx';
import styles from './trial.module.css';
import { begunBy, starterIn } from './trial-script.ts';
import { personWords } from './trial-words.ts';

const empty: JsonObject = {};

/** The complaint arrives: the procedure's own start form, or what another procedure hands over where that starts it. */
export function TrialBegin({
  definition,
  others,
  at,
  isReady,
  onBegin,
}: {
  readonly definition: object;
  /** What else is in force. */
  readonly others: readonly object[];
  readonly at: string;
  readonly isReady: boolean;
  readonly onBegin: (input: JsonObject) => void;
}) {
  const say = useWords();
  const text = useText();
  const starter = starterIn(definition);
  const begun = useMemo(() => begunBy(definition, others), [definition, others]);
  return (
    <>
      {starter !== undefined && (
        <p className={styles.quiet}>
          {say('trial.act-as')}: <bdi>{personWords({ definitions: [definition], say, text }, starter)}</bdi>
        </p>
      )}
      <h2>{say('trial.begun')}</h2>
      <OfferForm
        {...begun}
        values={empty}
        at={at}
        buttons={isReady ? [{ id: 'begin', name: say('trial.begin') }] : []}
        leads
        onDo={(_, values) => onBegin(values)}
      />
    </>
  );
}
