import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../language/words.tsx';
import styles from './outline.module.css';

/** A name that is changed where it stands: Enter or leaving keeps it, Escape takes it back. The row around it hears none of its keys. */
export function RenameField({
  name,
  onKeep,
  onLeave,
}: {
  readonly name: string;
  readonly onKeep: (name: string) => void;
  readonly onLeave: () => void;
}) {
  const say = useWords();
  const [typed, setTyped] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => field.current?.select(), []);
  const end = (keeps: boolean) => {
    if (ended.current) return;
    ended.current = true;
    if (keeps && typed.trim() !== '' && typed.trim() !== name) onKeep(typed.trim());
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    const row = field.current?.closest<HTMLElement>('[role="row"]');
    end(event.key === 'Enter');
    row?.focus();
  };
  const mine = (event: { stopPropagation: () => void }) => event.stopPropagation();
  return (
    <input
      ref={field}
      className={styles.rename}
      dir="auto"
      data-rename
      aria-label={say('outline.rename', { name })}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={onKeyDown}
      onPointerDown={mine}
      onMouseDown={mine}
      onClick={mine}
    />
  );
}
