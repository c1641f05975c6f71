import { deviationKinds } from '@redress/definitions';
import { useDates } from '../calendar/use-dates.ts';
import { placeName } from '../check/because.ts';
import type { SpeakingOfDraft } from '../check/speaking.ts';
import { useSpeaking } from '../check/use-speaking.ts';
import { isolated } from '../language/isolated.ts';
import { treeOf } from '../model/tree.ts';
import type { DeviationView, OperationView } from '../server/shapes/operation.ts';
import { CaseLink } from './case-link.tsx';
import styles from './matrix.module.css';

/** Where cases went otherwise than their procedure means them to: how often, and the latest of it with the line that says so. */
export function Deviations({
  operation,
  definition,
  isOfPeriod,
}: {
  readonly operation: OperationView;
  readonly definition: object;
  readonly isOfPeriod: boolean;
}) {
  const speaking = useSpeaking(definition, treeOf(definition));
  const { say } = speaking;
  const { deviations, latest, cases, capped, bound } = operation;
  const found = deviationKinds.filter((kind) => deviations[kind] > 0);
  return (
    <section className={styles.deviations} aria-labelledby="deviations-title">
      <h2 id="deviations-title">{say('matrix.deviations')}</h2>
      <p className={styles.quiet}>
        {say(isOfPeriod ? 'matrix.period-cases' : 'matrix.operation-cases', { count: cases })} {capped && say('matrix.operation-capped')}{' '}
        {bound !== undefined && say('matrix.operation-bound')}
      </p>
      {cases > 0 && found.length === 0 && <p>{say('matrix.deviations-none')}</p>}
      {found.length > 0 && (
        <ul className={styles.kinds}>
          {found.map((kind) => (
            <li key={kind}>
              {say(`matrix.deviation.${kind}`)}: <b>{say('check.number', { number: deviations[kind] })}</b>
            </li>
          ))}
        </ul>
      )}
      {latest.length > 0 && (
        <ol className={styles.latest}>
          {latest.map((one) => (
            <li key={`${one.case.id} ${one.revision} ${one.kind}`}>
              <Deviation one={one} speaking={speaking} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** A step, or a deadline with the step that it stands at: by its length alone nobody knows which it was. */
function deviationPlace(element: string, speaking: SpeakingOfDraft): string {
  const [, step] = /\/states\/([^/]+)\/after\//.exec(element) ?? [];
  const place = placeName(element, speaking);
  return step === undefined ? place : speaking.say('problems.way', { way: place, step: placeName(step, speaking) });
}

function Deviation({ one, speaking }: { readonly one: DeviationView; readonly speaking: SpeakingOfDraft }) {
  const dates = useDates();
  const { say } = speaking;
  const { kind, at, element, person } = one;
  return (
    <>
      <time dateTime={at}>{dates.moment(at)}</time>
      <CaseLink place={one} />
      <span>
        {say(`matrix.deviation.${kind}`)}
        {element !== undefined && say('matrix.deviation-at', { place: deviationPlace(element, speaking) })}
        {person && say('matrix.deviation-by', { name: isolated(person.name) })}
      </span>
    </>
  );
}
