import { CircleCheck, Info, Plus, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { useWords } from '../language/words.tsx';
import type { TableNote, TableNotes } from './table-notes.ts';
import styles from './tables.module.css';

const atOnce = 6;

interface Going {
  readonly onGo: (note: TableNote) => void;
  /** Makes a row for values that have none. */
  readonly onAdd?: ((note: TableNote) => void) | undefined;
}

/** Gaps and overlaps in sentences, each a way to its rows; a gap is filled from here. */
export function TableCheck({ notes, ...going }: Going & { readonly notes: TableNotes | undefined }) {
  const say = useWords();
  if (!notes) return <p className={styles.quiet}>{say('tables.unchecked')}</p>;
  const isOpen = notes.others.length > 0;
  return (
    <div className={styles.checks}>
      <Notes title={say('tables.gaps')} notes={notes.gaps} fine={say(isOpen ? 'tables.no-gap-found' : 'tables.no-gap')} {...going} />
      <Notes
        title={say('tables.overlaps')}
        notes={notes.overlaps}
        fine={say(isOpen ? 'tables.no-overlap-found' : 'tables.no-overlap')}
        {...going}
      />
      {isOpen && <Notes title={say('tables.others')} notes={notes.others} fine="" {...going} />}
    </div>
  );
}

function Notes({
  title,
  notes,
  fine,
  onGo,
  onAdd,
}: Going & {
  readonly title: string;
  readonly notes: readonly TableNote[];
  readonly fine: string;
}) {
  const say = useWords();
  const id = useId();
  const [isLong, setLong] = useState(false);
  const shown = isLong ? notes : notes.slice(0, atOnce);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {notes.length === 0 && (
        <p className={styles.fine}>
          <Icon of={CircleCheck} size={16} /> {fine}
        </p>
      )}
      <ul className={styles.notes}>
        {shown.map((note) => (
          <li key={note.words} data-problem={note.isProblem}>
            <Icon of={note.isProblem ? TriangleAlert : Info} size={16} />
            <Button kind="link" onPress={() => onGo(note)}>
              {note.words}
            </Button>
            {onAdd && note.tests && (
              <Button kind="quiet" icon={Plus} label={say('tables.add-gap-row-for', { what: note.words })} onPress={() => onAdd(note)}>
                {say('tables.add-gap-row')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {notes.length > shown.length && (
        <Button kind="quiet" onPress={() => setLong(true)}>
          {say('tables.more-notes', { count: notes.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
