import { ButtonLink } from '../base/button.tsx';
import { SidePanel, SidePanelBody, SidePanelHead, useOpenedHeading } from '../base/side-panel.tsx';
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
  const heading = useOpenedHeading(takesFocus);
  return (
    <SidePanel label={say('messages.one')} onEscape={onClose}>
      <SidePanelHead
        meta={
          <>
            <bdi className={styles.number}>{message.number ?? say('case.no-number')}</bdi>
            <time dateTime={message.at}>{dates.moment(message.at)}</time>
          </>
        }
        onClose={onClose}
      >
        <h2 ref={heading} tabIndex={-1} dir="auto" lang={message.language}>
          {message.subject}
        </h2>
      </SidePanelHead>
      <SidePanelBody className={styles.message}>
        <p dir="auto" lang={message.language}>
          {message.body}
        </p>
        <p>
          <ButtonLink to="/cases/$caseId" params={{ caseId: message.caseId }}>
            {say('work.open-case')}
          </ButtonLink>
        </p>
      </SidePanelBody>
    </SidePanel>
  );
}
