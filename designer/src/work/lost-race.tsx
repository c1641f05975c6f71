import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { FieldValue } from '../case/field-value.tsx';
import type { FormState } from '../form/use-form.ts';
import { useText, useWords, Words } from '../language/words.tsx';
import type { Problem } from '../server/shapes/basics.ts';
import type { PersonName } from '../server/shapes/people.ts';
import styles from './outcome.module.css';

/** Refusals that mean: somebody or something was faster, and the answers were not taken. */
export const lostRaceCodes: readonly string[] = ['task-gone', 'task-claimed', 'case-ended', 'event-not-accepted', 'stale'];

interface LostRaceProps {
  readonly problem: Problem;
  readonly caseId: string;
  readonly state: FormState | undefined;
  /** Looks at what there is to do now. */
  readonly onGoOn: () => void;
}

/** "Somebody was faster": who and when, as far as the server says; the answers are kept and can be looked at. */
export function LostRace({ problem, caseId, state, onGoOn }: LostRaceProps) {
  const say = useWords();
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.lost}>
      <RaceNote problem={problem} />
      {state && Object.keys(state.values).length > 0 ? <p>{say('race.kept')}</p> : null}
      <div className={styles.buttons}>
        <Button kind="primary" onPress={onGoOn}>
          {say('race.go-on')}
        </Button>
        <ButtonLink kind="quiet" to="/cases/$caseId" params={{ caseId }}>
          {say('work.open-case')}
        </ButtonLink>
        {state ? (
          <Button kind="quiet" onPress={() => setShown(!shown)}>
            {say(shown ? 'race.hide-answers' : 'race.show-answers')}
          </Button>
        ) : null}
      </div>
      {shown && state ? <Answers state={state} /> : null}
    </div>
  );
}

/** Who was faster and when, as far as the server says. */
export function RaceNote({ problem }: { readonly problem: Problem }) {
  const say = useWords();
  const dates = useDates();
  const { person, at, event } = problem.facts ?? {};
  const who = nameIn(person);
  const when = typeof at === 'string' ? dates.moment(at) : '';
  const facts = { who, when, known: when === '' ? 'no' : 'yes', how: String(event).replace('.', '_') };
  return (
    <Note icon={UserRound} live>
      {who === '' ? say('race.somebody', facts) : <Words id="race.who" facts={facts} />}
    </Note>
  );
}

/** The case went another way meanwhile: by whom, when and by what, where that is known. */
export const overtaken = ({
  by,
  at,
  event,
}: {
  by: PersonName | undefined;
  at: string | undefined;
  event: string | undefined;
}): Problem => ({
  type: 'about:blank',
  status: 409,
  code: 'task-gone',
  facts: { ...(by ? { person: by } : {}), ...(at === undefined ? {} : { at }), ...(event === undefined ? {} : { event }) },
});

function Answers({ state }: { readonly state: FormState }) {
  const text = useText();
  const fields = state.form.sections.flatMap((section) => section.fields).filter(({ field }) => state.values[field] !== undefined);
  return (
    <dl className={styles.answers}>
      {fields.map(({ field, title }) => (
        <div key={field}>
          <dt>{text(title)}</dt>
          <dd>
            <FieldValue value={state.values[field]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const nameIn = (person: unknown): string =>
  typeof person === 'object' && person !== null && 'name' in person && typeof person.name === 'string' ? person.name : '';
