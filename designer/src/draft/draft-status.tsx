import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { Icon } from '../base/icon.tsx';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { useProblemWords } from '../language/problem-words.ts';
import { useWords } from '../language/words.tsx';
import { lateDetail } from '../shell/late-detail.tsx';
import styles from './draft.module.css';
import type { DraftLink, LinkState } from './draft-link.ts';

const words: Readonly<Record<LinkState['saved'], MessageId>> = {
  saved: 'draft.saved',
  saving: 'draft.saving',
  offline: 'draft.offline',
  refused: 'draft.offline',
  asked: 'draft.asked',
};
const icons = { saved: Check, saving: LoaderCircle, offline: CloudOff, refused: TriangleAlert, asked: TriangleAlert } as const;

const SentAway = lateDetail(async () => (await import('./sent-away.tsx')).SentAway, null);

/** Whether what one drew is saved, said quietly beside the title; read out when it changes for the worse. Where nothing may be drawn it says why, and who saw to that. */
export function DraftStatus({
  link,
  lock,
  isTold = false,
}: {
  readonly link: DraftLink;
  readonly lock?: MessageId | undefined;
  /** The page says elsewhere who sent or approved it. */
  readonly isTold?: boolean;
}) {
  const say = useWords();
  const dates = useDates();
  const reason = useProblemWords();
  const { saved, savedAt, problem, facts, isKept = true } = useStore(link.store);
  const at = savedAt === undefined ? '' : dates.time(savedAt);
  const isAway = facts !== undefined && facts.state !== 'draft';
  if (lock && isAway && (saved === 'saved' || saved === 'refused'))
    return (
      <span className={styles.status} role="status">
        <Chip tone="line">{say(lock)}</Chip>
        <SentAway link={link} isTold={isTold} />
      </span>
    );
  if (lock && saved === 'saved') return <Chip tone="line">{say(lock)}</Chip>;
  return (
    <span className={styles.status} data-saved={saved} role="status">
      <Icon of={icons[saved]} />
      {saved === 'refused' && problem
        ? reason(problem)
        : say(saved === 'offline' && !isKept ? 'draft.offline-loose' : words[saved], { at })}
      {saved === 'refused' && (
        <Button kind="link" onPress={() => void link.send()}>
          {say('draft.again')}
        </Button>
      )}
    </span>
  );
}
