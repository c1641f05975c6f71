import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { TextField } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';
import { addOutsider } from '../server/people.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { PersonName } from '../server/shapes/people.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useIntentKey } from './intent-key.ts';
import styles from './outsider-picker.module.css';

interface NewOutsiderProps {
  readonly party: PersonName['party'];
  /** As somebody looked for him. */
  readonly name: string;
  readonly onAdded: (person: PersonName, email?: string) => void;
  readonly onCancel: () => void;
}

/** Somebody the organisation did not know yet. He gets no sign-in; only the name is needed. */
export function NewOutsider({ party, name: known, onAdded, onCancel }: NewOutsiderProps) {
  const say = useWords();
  const intent = useIntentKey();
  const [name, setName] = useState(known);
  const [email, setEmail] = useState('');
  const [firm, setFirm] = useState('');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const add = async () => {
    if (name.trim() === '') return setMissing(true);
    const body = {
      name: name.trim(),
      party,
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      ...(firm.trim() === '' ? {} : { organisationName: firm.trim() }),
    };
    setBusy(true);
    const answer = await addOutsider(body, intent.keyOf(body));
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    const { person } = answer.value;
    onAdded({ id: person.id, name: person.name, party: person.party }, body.email);
  };
  return (
    <fieldset className={styles.added}>
      <legend>{say('person.new-title')}</legend>
      <TextField
        label={say('person.name')}
        value={name}
        onChange={setName}
        isRequired
        autoFocus
        problem={missing && name.trim() === '' ? say('person.name-missing') : undefined}
      />
      <TextField label={say('person.email')} type="email" value={email} onChange={setEmail} isOptional />
      {party === 'provider' ? <TextField label={say('person.firm')} value={firm} onChange={setFirm} isOptional /> : null}
      <ProblemNote problem={problem} />
      <p>
        <Button isPending={isBusy} onPress={() => void add()}>
          {say('person.add')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {say('person.cancel')}
        </Button>
      </p>
    </fieldset>
  );
}
