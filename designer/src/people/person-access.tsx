import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { disablePerson, enablePerson, invitePerson } from '../server/people.ts';
import type { Invitation, PersonRow } from '../server/shapes/people.ts';
import { newIntent, useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { elseRenewed } from './else-renewed.ts';
import styles from './pages.module.css';
import { CodeOnce } from './secret-once.tsx';
import { SignInChip } from './sign-in-chip.tsx';

/** Beside a person: whether they can come in, a new one-time code, shutting out. */
export function PersonAccess({ person }: { readonly person: PersonRow }) {
  const say = useWords();
  const queries = useQueryClient();
  const session = useSession();
  const [invitation, setInvitation] = useState<Invitation>();
  const [asking, setAsking] = useState(false);
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: keys.person(person.id) });
    await queries.invalidateQueries({ queryKey: keys.people() });
  };
  const invite = useCommand(invitePerson, async (made) => {
    setInvitation(made);
    await refresh();
  });
  const disable = useCommand(elseRenewed(disablePerson, refresh), async () => {
    setAsking(false);
    await refresh();
  });
  const enable = useCommand(elseRenewed(enablePerson, refresh), refresh);
  const staff = person.party === 'organisation';
  return (
    <section className={`${styles.card} ${styles.padded}`}>
      <div className={styles.chips}>
        <SignInChip state={person.signIn} />
      </div>
      <p className={styles.lead}>{say(staff ? `access.${person.signIn}` : 'access.outside')}</p>
      <ProblemNote problem={invite.problem ?? enable.problem} />
      {staff && (
        <div className={styles.buttons}>
          {person.signIn !== 'disabled' && (
            <Button isPending={invite.isBusy} onPress={() => void invite.run(person.id, newIntent())}>
              {say('access.new-code')}
            </Button>
          )}
          {person.signIn === 'disabled' ? (
            <Button isPending={enable.isBusy} onPress={() => void enable.run(person.id, person.revision)}>
              {say('access.enable')}
            </Button>
          ) : (
            person.id !== session.person.id && (
              <Button kind="danger" onPress={() => setAsking(true)}>
                {say('access.disable')}
              </Button>
            )
          )}
        </div>
      )}
      <Dialog
        title={say('access.code-for', { name: person.name })}
        isOpen={invitation !== undefined}
        onClose={() => setInvitation(undefined)}
      >
        {invitation && <CodeOnce {...invitation} />}
      </Dialog>
      <Dialog
        kind="alertdialog"
        title={say('access.disable-question', { name: person.name })}
        isOpen={asking}
        onClose={() => setAsking(false)}
        isBusy={disable.isBusy}
        actions={
          <>
            <Button kind="danger" isPending={disable.isBusy} onPress={() => void disable.run(person.id, person.revision)}>
              {say('access.disable')}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(false)}>
              {say('dialog.cancel')}
            </Button>
          </>
        }
      >
        <p>{say('access.disable-words')}</p>
        <ProblemNote problem={disable.problem} />
      </Dialog>
    </section>
  );
}
