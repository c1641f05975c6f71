import { useQuery } from '@tanstack/react-query';
import { CircleCheckBig } from 'lucide-react';
import { Button, ButtonLink } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { readCase } from '../case/case-requests.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import type { StartedCase } from '../server/shapes/cases.ts';
import { useLive } from '../server/use-live.tsx';
import { PageHeading } from '../shell/page.tsx';
import styles from './new-complaint.module.css';

/** Registered: the number, large enough to be read out, and the way to the case. */
export function CaseStarted({ started, onAnother }: { readonly started: StartedCase; readonly onAnother: () => void }) {
  const say = useWords();
  // The number is given right after the start; where it was not there yet, the case knows it a moment later.
  const query = useQuery({
    queryKey: keys.case(started.id),
    queryFn: async () => answerOf(await readCase(started.id)),
    enabled: started.number === undefined,
  });
  const refill = () => void query.refetch();
  useLive(started.number === undefined ? `case:${started.id}` : undefined, { hint: refill, refill });
  const number = started.number ?? query.data?.number;
  return (
    <div className={styles.started} role="status">
      <Icon of={CircleCheckBig} size={40} className={styles.good} />
      <PageHeading>{say('new.started')}</PageHeading>
      {number === undefined ? <p>{say('new.number-follows')}</p> : <bdi className={styles.number}>{number}</bdi>}
      <p>{say('new.started-words')}</p>
      <p className={styles.ways}>
        <ButtonLink kind="primary" size="big" to="/cases/$caseId" params={{ caseId: started.id }}>
          {say('work.open-case')}
        </ButtonLink>
        <Button kind="quiet" size="big" onPress={onAnother}>
          {say('new.another')}
        </Button>
      </p>
    </div>
  );
}
