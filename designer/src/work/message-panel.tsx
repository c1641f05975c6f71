import { ArrowLeft, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button, ButtonLink } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import type { InboxRow } from '../server/shapes/office.ts';
import styles from './messages.module.css';

interface MessagePanelProps {
  readonly message: InboxRow;
  /** Whoever opened it reads on here; who came by an address begins at the title of the page. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** One message, as it was written, with the way to its case. Escape puts it away. */
export function MessagePanel({ message, takesFocus, onClose }: MessagePanelProps) {
  const say = useWords();
  const dates = useDates();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <aside className={styles.panel} aria-label={say('messages.one')} onKeyDown={onKeyDown}>
      <header className={styles.opened}>
        <span className={styles.back}>
          <Button kind="link" icon={ArrowLeft} turn onPress={onClose}>
            {say('work.back')}
          </Button>
        </span>
        <p className={styles.meta}>
          <bdi className={styles.number}>{message.number ?? say('case.no-number')}</bdi>
          <time dateTime={message.at}>{dates.moment(message.at)}</time>
          <Button kind="quiet" icon={X} label={say('work.close')} onPress={onClose} />
        </p>
        <h2 ref={heading} tabIndex={-1} dir="auto" lang={message.language}>
          {message.subject}
        </h2>
      </header>
      <div className={styles.body}>
        <p dir="auto" lang={message.language}>
          {message.body}
        </p>
        <p>
          <ButtonLink to="/cases/$caseId" params={{ caseId: message.caseId }}>
            {say('work.open-case')}
          </ButtonLink>
        </p>
      </div>
    </aside>
  );
}
