import { ArrowLeft, X } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { useWords } from '../language/words.tsx';
import { Button } from './button.tsx';
import styles from './side-panel.module.css';

/**
 * What is chosen, beside the list it was chosen in; on a narrow page in its place, with a way back. `below`: it stands under the list where both still
 * have room, and scrolls with the page.
 */
export function SidePanel({ label, look = 'beside', onEscape, ref, children }: SidePanelProps) {
  return (
    <aside
      {...(ref === undefined ? {} : { ref, tabIndex: -1 })}
      className={styles[look]}
      aria-label={label}
      {...(onEscape === undefined ? {} : { onKeyDown: (event) => event.key === 'Escape' && onEscape() })}
    >
      {children}
    </aside>
  );
}

interface SidePanelProps {
  readonly label: string;
  readonly look?: 'beside' | 'below';
  /** Escape puts it away. */
  readonly onEscape?: () => void;
  /** With it the panel itself can take the focus. */
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** The way back to the list, seen where the list is not. */
export function SidePanelBack({ words, onPress }: { readonly words: string; readonly onPress: () => void }) {
  return (
    <div className={styles.back}>
      <Button kind="link" icon={ArrowLeft} turn onPress={onPress}>
        {words}
      </Button>
    </div>
  );
}

/** What it is about: a line of facts with the cross that puts it away, and under it the title. */
export function SidePanelHead({
  meta,
  metaClass = '',
  onClose,
  children,
}: {
  readonly meta: ReactNode;
  readonly metaClass?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const say = useWords();
  return (
    <header className={styles.head}>
      <SidePanelBack words={say('work.back')} onPress={onClose} />
      <p className={`${styles.meta} ${metaClass}`}>
        {meta}
        <Button kind="quiet" icon={X} label={say('work.close')} onPress={onClose} />
      </p>
      {children}
    </header>
  );
}

export function SidePanelBody({ className = '', children }: { readonly className?: string | undefined; readonly children: ReactNode }) {
  return <div className={`${styles.body} ${className}`}>{children}</div>;
}

/** The title of what was opened: whoever opened it reads on here; who came by an address begins at the title of the page. */
export function useOpenedHeading(takesFocus: boolean): Ref<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return heading;
}
