import { X } from 'lucide-react';
import { useId } from 'react';
import { Avatar } from '../base/avatar.tsx';
import { Button } from '../base/button.tsx';
import { useWords } from '../language/words.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { usePersonNames } from '../people/use-person-names.ts';
import styles from './form.module.css';
import type { KindProps } from './form-field.tsx';

/** People that a case names: one, or several. The case keeps who they are, not how they are called. */
export function PersonsField({ field, shared, value, set }: KindProps) {
  const say = useWords();
  const several = field.schema.type === 'array';
  const ids = several ? (Array.isArray(value) ? value.map(String) : []) : typeof value === 'string' && value !== '' ? [value] : [];
  const nameOf = usePersonNames(ids);
  const legendId = useId();
  const change = (next: readonly string[]) => set(several ? next : next[0]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name the picker inside it twice
    <div role="group" aria-labelledby={legendId} className={styles.group}>
      <span id={legendId} className={styles.legend}>
        {shared.label}
      </span>
      {ids.map((id) => (
        <span key={id} className={styles.person}>
          <Avatar name={nameOf(id)} />
          <bdi>{nameOf(id)}</bdi>
          {!shared.isReadOnly && (
            <Button
              kind="quiet"
              icon={X}
              label={say('field.remove-person', { name: nameOf(id) })}
              onPress={() => change(ids.filter((one) => one !== id))}
            />
          )}
        </span>
      ))}
      {!shared.isReadOnly && (several || ids.length === 0) && (
        <PersonPicker
          {...shared}
          label={say('person-picker.label')}
          labelHidden
          value={undefined}
          onChange={(person) => person && !ids.includes(person.id) && change([...ids, person.id])}
        />
      )}
    </div>
  );
}
