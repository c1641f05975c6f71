import { type FormEvent, useEffect, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../base/button.tsx';
import { PasswordField } from '../base/text-field.tsx';
import { useLanguage, useWords } from '../language/words.tsx';
import { readSession, signIn } from '../server/session.ts';
import type { SessionView } from '../server/shapes/people.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from './problem-note.tsx';
import styles from './session-ended.module.css';
import { reloadSignedOut } from './surroundings.ts';

/**
 * The sign-in ended while a page was open. The page is covered, nothing of it is read; what was typed stays in it until the same person is back,
 * by the password here or by signing in beside. For anybody else the window begins anew.
 */
export function SessionEnded({ session, onBack }: { readonly session: SessionView; readonly onBack: (session: SessionView) => void }) {
  const say = useWords();
  const language = useLanguage();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const { email = '' } = session.person;
  const command = useCommand(signIn, onBack);
  useBackElsewhere(session, onBack);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(password === '');
    if (password !== '') void command.run({ email, password, organisation: session.organisation.id });
  };
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className={styles.cover ?? ''}>
      <Modal className={styles.middle ?? ''}>
        <AriaDialog role="alertdialog" className={styles.dialog ?? ''}>
          <form className={styles.form} onSubmit={submit} noValidate>
            <Heading slot="title" level={2}>
              {say('session-ended.title')}
            </Heading>
            <p>{say('session-ended.words')}</p>
            <p className={styles.who}>
              <b dir="auto">{session.person.name}</b>
              <bdi>{email}</bdi>
            </p>
            <input type="text" autoComplete="username" value={email} readOnly hidden />
            <PasswordField
              label={say('person.password')}
              name="password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={setPassword}
              problem={missing && password === '' ? say('sign-in.password-missing') : undefined}
            />
            <ProblemNote problem={command.problem} />
            <div className={styles.buttons}>
              <Button type="submit" kind="primary" isPending={command.isBusy}>
                {say('session-ended.go-on')}
              </Button>
              <Button kind="quiet" onPress={() => reloadSignedOut(language)}>
                {say('session-ended.other')}
              </Button>
            </div>
          </form>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Signed in again in another tab: found when the reader comes back to this one. */
function useBackElsewhere(session: SessionView, onBack: (session: SessionView) => void): void {
  useEffect(() => {
    const look = async () => {
      const answer = await readSession();
      if (answer.ok && answer.value.person.id === session.person.id) onBack(answer.value);
    };
    const looked = () => void look();
    window.addEventListener('focus', looked);
    return () => window.removeEventListener('focus', looked);
  }, [session, onBack]);
}
