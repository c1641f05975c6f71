import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { PasswordField, TextField } from '../base/text-field.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords, Words } from '../language/words.tsx';
import { join, lookAtInvitation } from '../server/session.ts';
import type { InvitationView } from '../server/shapes/access.ts';
import { useCommand } from '../server/use-command.ts';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { enter } from '../shell/surroundings.ts';
import { Door } from './door.tsx';
import { handOver } from './handed-code.ts';
import styles from './pages.module.css';

/** Two steps: whose code it is, then a password of one's own. Looking does not use the code up. */
export function JoinPage() {
  const say = useWords();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [invitation, setInvitation] = useState<InvitationView>();
  useTitle(say('join.title'));
  const look = useCommand(lookAtInvitation, (found) => {
    if (found.kind === 'person') return setInvitation(found);
    handOver(code.trim());
    return navigate({ to: '/set-up' });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') void look.run(code.trim());
  };
  return (
    <Door foot={<Link to="/sign-in">{say('join.sign-in')}</Link>}>
      {invitation ? (
        <ChoosePassword code={code.trim()} invitation={invitation} />
      ) : (
        <form className={styles.form} onSubmit={submit} noValidate>
          <PageHeading>{say('join.title')}</PageHeading>
          <p className={styles.lead}>{say('join.lead')}</p>
          <TextField label={say('join.code')} value={code} onChange={setCode} latin autoFocus autoComplete="one-time-code" />
          <ProblemNote problem={look.problem} />
          <Button type="submit" kind="primary" size="big" isPending={look.isBusy}>
            {say('join.look')}
          </Button>
        </form>
      )}
    </Door>
  );
}

function ChoosePassword({ code, invitation }: { readonly code: string; readonly invitation: InvitationView }) {
  const say = useWords();
  const dates = useDates();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand(join, () => enter('/'));
  const short = tried && password.length < 12;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password.length >= 12) void command.run({ code, password });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <span className={styles.over} dir="auto">
          {invitation.organisationName}
        </span>
        <PageHeading>{say('join.welcome', { name: invitation.name ?? '' })}</PageHeading>
      </div>
      <Note>
        <Words id="join.for" facts={{ email: <bdi>{invitation.email}</bdi>, day: dates.moment(invitation.endsAt) }} />
      </Note>
      <input type="email" autoComplete="username" value={invitation.email ?? ''} readOnly hidden />
      <PasswordField
        label={say('join.password')}
        hint={say('person.password-hint')}
        autoComplete="new-password"
        autoFocus
        value={password}
        onChange={setPassword}
        problem={short ? say('person.password-short', { count: password.length }) : undefined}
      />
      <ProblemNote problem={command.problem} />
      <Button type="submit" kind="primary" size="big" isPending={command.isBusy}>
        {say('join.enter')}
      </Button>
    </form>
  );
}
