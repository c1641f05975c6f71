import { useNavigate } from '@tanstack/react-router';
import { BadgeCheck } from 'lucide-react';
import { Button, ButtonLink } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useWords, Words } from '../language/words.tsx';
import { chooseHandling } from '../server/session.ts';
import { useCommand } from '../server/use-command.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSeat } from '../shell/session.tsx';
import styles from './pages.module.css';

/** After set-up: whether the administrator handles complaints too. A choice that is written down and can be withdrawn. */
export function WelcomePage() {
  const say = useWords();
  const navigate = useNavigate();
  const { session, update } = useSeat();
  const command = useCommand(chooseHandling, async (changed) => {
    update(changed);
    await navigate({ to: '/tasks' });
  });
  return (
    <Page title={say('welcome.title', { organisation: session.organisation.name })} lead={say('welcome.lead')} width="narrow">
      <Note tone="good">
        <Words id="welcome.ready" />
      </Note>
      <section className={`${styles.card} ${styles.padded}`}>
        <h2>
          <b>{say('welcome.question')}</b>
        </h2>
        <p className={styles.lead}>{say('welcome.gives')}</p>
        <ProblemNote problem={command.problem} />
        <div className={styles.buttons}>
          <Button
            kind="primary"
            size="big"
            icon={BadgeCheck}
            isPending={command.isBusy}
            onPress={() => void command.run({ handlesComplaints: true })}
          >
            {say('welcome.yes')}
          </Button>
          <ButtonLink to="/people" kind="quiet" size="big">
            {say('welcome.no')}
          </ButtonLink>
        </div>
        <p className={styles.meta}>{say('welcome.withdraw')}</p>
      </section>
    </Page>
  );
}
