import { Lock, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import styles from './chosen-list.module.css';
import { ComboBox } from './combo-box.tsx';
import { Icon } from './icon.tsx';
import type { Option } from './select.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

export interface ChosenOne {
  readonly id: string;
  readonly name: string;
  readonly note?: ReactNode;
  /** We do not know what it is: it is shown, and stays. */
  readonly isLocked?: boolean;
}

/** Several of many, each in a line with its way out; another one is found by typing. */
export function ChosenList({
  label,
  hint,
  empty,
  field,
  chosen,
  options,
  addLabel,
  none,
  locked,
  removeName,
  onAdd,
  onRemove,
}: {
  readonly label: string;
  readonly hint?: string;
  /** What it means that nothing is chosen. */
  readonly empty: string;
  /** Where it is written, from the element: a problem there leads here. */
  readonly field: string;
  readonly chosen: readonly ChosenOne[];
  readonly options: readonly Option[];
  readonly addLabel: string;
  /** Shown where nothing fits what was typed. */
  readonly none: string;
  /** What a lock means. */
  readonly locked: string;
  readonly removeName: (name: string) => string;
  readonly onAdd: (id: string) => unknown;
  readonly onRemove: (id: string) => void;
}) {
  const place = useKeptFocus<HTMLFieldSetElement>();
  const [added, setAdded] = useState(0);
  return (
    <fieldset ref={place} tabIndex={-1} className={styles.group} data-field={field}>
      <legend>{label}</legend>
      {hint !== undefined && <p className={styles.quiet}>{hint}</p>}
      {chosen.length === 0 && <p className={styles.quiet}>{empty}</p>}
      {chosen.length > 0 && (
        <ul className={styles.chosen}>
          {chosen.map(({ id, name, note, isLocked }) => (
            <li key={id}>
              <span className={styles.name}>
                <bdi>{name}</bdi>
                {note}
              </span>
              {isLocked ? (
                <Icon of={Lock} label={locked} className={styles.lock} />
              ) : (
                <Button kind="quiet" icon={X} label={removeName(name)} onPress={() => onRemove(id)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {options.length > 0 && (
        <ComboBox
          key={added} // Empty again, for the next one.
          label={addLabel}
          options={options}
          value={undefined}
          none={none}
          autoFocus={added > 0}
          onChange={(id) => {
            if (id !== undefined && onAdd(id) !== undefined) setAdded(added + 1);
          }}
        />
      )}
    </fieldset>
  );
}
