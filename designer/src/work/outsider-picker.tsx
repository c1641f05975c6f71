import { UserRoundPlus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Avatar } from '../base/avatar.tsx';
import { Button } from '../base/button.tsx';
import fieldStyles from '../base/field.module.css';
import { useWords } from '../language/words.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import type { PersonName } from '../server/shapes/people.ts';
import { NewOutsider } from './new-outsider.tsx';
import styles from './outsider-picker.module.css';

interface OutsiderPickerProps {
  readonly label: string;
  readonly hint?: string;
  /** Only people of this party are offered, and a new one belongs to it. */
  readonly party: Exclude<PersonName['party'], 'organisation'>;
  readonly value: PersonName | undefined;
  /** `email`: of somebody who was written down just now. */
  readonly onChange: (person: PersonName | undefined, email?: string) => void;
  readonly problem?: string | undefined;
  readonly isOptional?: boolean;
}

/** Somebody outside who is known by name, or somebody new: the complainant, a representative, a provider. */
export function OutsiderPicker({ label, hint, party, value, onChange, problem, isOptional = false }: OutsiderPickerProps) {
  const say = useWords();
  const [adding, setAdding] = useState(false);
  // Leaving the list empties it: whoever was looked for and not found may be new.
  const lookedFor = useRef('');
  const take = (person: PersonName | undefined, email?: string) => {
    setAdding(false);
    if (person) lookedFor.current = '';
    onChange(person, email);
  };
  if (adding) return <NewOutsider party={party} name={lookedFor.current} onCancel={() => setAdding(false)} onAdded={take} />;
  if (value) return <Picked label={label} person={value} onTakeAway={() => take(undefined)} />;
  return (
    <div className={styles.picker}>
      <PersonPicker
        label={label}
        hint={hint}
        parties={[party]}
        value={undefined}
        onChange={take}
        onTyped={(text) => {
          if (text.trim() !== '') lookedFor.current = text.trim();
        }}
        problem={problem}
        isOptional={isOptional}
        isRequired={!isOptional}
      />
      <Button kind="link" icon={UserRoundPlus} onPress={() => setAdding(true)}>
        {say('person.new')}
      </Button>
    </div>
  );
}

function Picked({ label, person, onTakeAway }: { readonly label: string; readonly person: PersonName; readonly onTakeAway: () => void }) {
  const say = useWords();
  return (
    <div className={fieldStyles.field}>
      <span className={fieldStyles.label}>{label}</span>
      <span className={`${fieldStyles.input} ${styles.picked}`}>
        <Avatar name={person.name} />
        <bdi dir="auto">{person.name}</bdi>
        <Button kind="quiet" icon={X} label={say('person.take-away', { name: person.name })} onPress={onTakeAway} />
      </span>
    </div>
  );
}
