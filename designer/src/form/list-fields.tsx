import { Plus, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { TextField } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';
import styles from './form.module.css';
import type { KindProps } from './form-field.tsx';

/** Several short texts, one a line. */
export function ListField({ shared, value, set }: KindProps) {
  const say = useWords();
  const rows = textsOf(value);
  const change = (at: number, text: string) => set(rows.map((row, index) => (index === at ? text : row)));
  return (
    <Rows shared={shared} onAdd={() => set([...rows, ''])} add={say('field.add-line')}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are lines of one text and have no other name than their place
        <div key={at} className={styles.entry}>
          <TextField
            label={say('field.line', { number: at + 1 })}
            labelHidden
            value={row}
            onChange={(text) => change(at, text)}
            isReadOnly={shared.isReadOnly ?? false}
          />
          <Remove
            shared={shared}
            onPress={() => set(rows.filter((_, index) => index !== at))}
            label={say('field.remove-line', { number: at + 1 })}
          />
        </div>
      ))}
    </Rows>
  );
}

/** Papers, until files can be kept here: what each is, and where it is kept. The form says so. */
export function ReferencesField({ shared, value, set }: KindProps) {
  const say = useWords();
  const rows = textsOf(value).map(readReference);
  const save = (next: readonly Reference[]) => set(next.map(writeReference));
  const change = (at: number, part: Partial<Reference>) => save(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <Rows shared={shared} onAdd={() => save([...rows, { what: '', where: '' }])} add={say('field.add-reference')}>
      {!shared.isReadOnly && <Note>{say('field.references-note')}</Note>}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reference has no other name than its place
        <div key={at} className={styles.reference}>
          <TextField
            label={say('field.reference-what')}
            value={row.what}
            onChange={(what) => change(at, { what })}
            isReadOnly={shared.isReadOnly ?? false}
          />
          <TextField
            label={say('field.reference-where')}
            value={row.where}
            onChange={(where) => change(at, { where })}
            isReadOnly={shared.isReadOnly ?? false}
          />
          <Remove
            shared={shared}
            onPress={() => save(rows.filter((_, index) => index !== at))}
            label={say('field.remove-line', { number: at + 1 })}
          />
        </div>
      ))}
    </Rows>
  );
}

/** A reference is one text in the case: what, an em dash, where. */
export interface Reference {
  readonly what: string;
  readonly where: string;
}
export function readReference(text: string): Reference {
  const dash = text.lastIndexOf(' — ');
  return dash < 0 ? { what: text, where: '' } : { what: text.slice(0, dash), where: text.slice(dash + 3) };
}
export const writeReference = ({ what, where }: Reference): string => (where === '' ? what : `${what} — ${where}`);

type Shared = KindProps['shared'];

function Rows({
  shared,
  children,
  onAdd,
  add,
}: {
  readonly shared: Shared;
  readonly children: React.ReactNode;
  readonly onAdd: () => void;
  readonly add: string;
}) {
  const say = useWords();
  const problemId = useId();
  const rows = useRef<HTMLDivElement>(null);
  const addRow = () => {
    onAdd();
    // The new line is drawn before the next frame: typing goes on at its beginning.
    requestAnimationFrame(() => rows.current?.lastElementChild?.querySelector('input')?.focus());
  };
  return (
    <fieldset
      className={styles.group}
      {...(shared.id === undefined ? {} : { id: shared.id })}
      {...(shared.problem ? { 'aria-describedby': problemId } : {})}
    >
      <legend>
        {shared.label} {shared.isOptional && <small>{say('field.optional')}</small>}
      </legend>
      {shared.hint && <small>{shared.hint}</small>}
      <div ref={rows} className={styles.rows}>
        {children}
      </div>
      {!shared.isReadOnly && (
        <span>
          <Button icon={Plus} kind="quiet" onPress={addRow}>
            {add}
          </Button>
        </span>
      )}
      {shared.problem && (
        <span id={problemId} className={styles.problem}>
          {shared.problem}
        </span>
      )}
    </fieldset>
  );
}

function Remove({ shared, label, onPress }: { readonly shared: Shared; readonly label: string; readonly onPress: () => void }) {
  return shared.isReadOnly ? null : <Button kind="quiet" icon={X} label={label} onPress={onPress} />;
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
