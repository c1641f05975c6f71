import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { useNow } from '../calendar/now.tsx';
import { letterFile, readLetters } from '../case/case-requests.ts';
import { type LetterWay, letterWays, letterWayWords } from '../case/letter-ways.ts';
import { MomentField } from '../case/moment-field.tsx';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { TaskView } from '../server/shapes/work.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './outcome.module.css';

interface PrintWorkProps {
  readonly task: TaskView;
  readonly leads: boolean;
  readonly isBusy: boolean;
  readonly onSent: (sent: { readonly how: string; readonly sentAt: string }) => Promise<Problem | undefined>;
}

/** "Print and post": the letter to print, and the one outcome there is: it has left the house. */
export function PrintWork({ task, leads, isBusy, onSent }: PrintWorkProps) {
  const say = useWords();
  const now = useNow();
  const [how, setHow] = useState<LetterWay>('post');
  const [sentAt, setSentAt] = useState(() => new Date(now).toISOString());
  const [problem, setProblem] = useState<Problem>();
  const letters = useQuery({ queryKey: keys.letters(task.caseId), queryFn: async () => answerOf(await readLetters(task.caseId)) });
  const letter = letters.data?.rows.find(({ key }) => key === task.letter?.key);
  return (
    <div className={styles.work}>
      {letter ? (
        <article className={styles.letter} lang={letter.language} dir="auto">
          <h3>{letter.subject}</h3>
          <p>{letter.body}</p>
          <a className={buttonClass({ kind: 'link' })} href={letterFile(task.caseId, letter.key)} download>
            <Icon of={Download} size={14} />
            {say('letter.download')}
          </a>
        </article>
      ) : null}
      <RadioCards
        label={say('letter.how')}
        value={how}
        onChange={(way) => setHow(letterWays.find((each) => each === way) ?? 'other')}
        cards={letterWays.map((way) => ({ id: way, name: say(letterWayWords[way]) }))}
      />
      <MomentField label={say('letter.when')} value={sentAt} latest={now} onChange={setSentAt} />
      <ProblemNote problem={problem} />
      <p className={styles.buttons}>
        <Button
          kind={leads ? 'primary' : 'plain'}
          size="big"
          isPending={isBusy}
          onPress={() => void onSent({ how, sentAt }).then(setProblem)}
        >
          {say('letter.sent-yes')}
        </Button>
      </p>
    </div>
  );
}
