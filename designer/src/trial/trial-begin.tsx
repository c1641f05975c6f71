import type { JsonObject } from '@redress/engine';
import { useText, useWords } from '../language/words.tsx';
import { OfferForm } from './offer-form.tsx';
import styles from './trial.module.css';
import { starterIn, startForm } from './trial-script.ts';
import { personWords } from './trial-words.ts';

const empty: JsonObject = {};

/** The complaint arrives: the procedure's own start form, or nothing to fill in where another procedure starts it. */
export function TrialBegin({
  definition,
  at,
  isReady,
  onBegin,
}: {
  readonly definition: object;
  readonly at: string;
  readonly isReady: boolean;
  readonly onBegin: (input: JsonObject) => void;
}) {
  const say = useWords();
  const text = useText();
  const starter = starterIn(definition);
  return (
    <>
      {starter !== undefined && (
        <p className={styles.quiet}>
          {say('trial.act-as')}: <bdi>{personWords({ definitions: [definition], say, text }, starter)}</bdi>
        </p>
      )}
      <h2>{say('trial.begun')}</h2>
      <OfferForm
        definition={definition}
        form={startForm(definition)}
        values={empty}
        at={at}
        buttons={isReady ? [{ id: 'begin', name: say('trial.begin') }] : []}
        leads
        onDo={(_, values) => onBegin(values)}
      />
    </>
  );
}
