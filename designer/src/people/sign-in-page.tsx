import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { PasswordField, TextField } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';
import { signIn } from '../server/session.ts';
import type { Problem } from '../server/shapes/basics.ts';
import { useCommand } from '../server/use-command.ts';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { enter } from '../shell/surroundings.ts';
import { Door } from './door.tsx';
import styles from './pages.module.css';

export function SignInPage() {
  const say = useWords();
  const { next } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [organisation, setOrganisation] = useState<string>();
  const [missing, setMissing] = useState(false);
  const command = useCommand(signIn, () => enter(next));
  const asked = organisationsOf(command.problem);
  const [offered, setOffered] = useState(asked);
  if (asked.length > 0 && offered.length === 0) setOffered(asked); // Stays while the next attempt runs.
  useTitle(say('sign-in.title'));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = email.trim() === '' || password === '';
    setMissing(empty);
    if (!empty) void command.run({ email: email.trim(), password, ...(organisation ? { organisation } : {}) });
  };
  return (
    <Door foot={<Link to="/join">{say('sign-in.have-code')}</Link>}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <PageHeading>{say('sign-in.title')}</PageHeading>
        <TextField
          label={say('person.email')}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
          problem={missing && email.trim() === '' ? say('sign-in.email-missing') : undefined}
        />
        <PasswordField
          label={say('person.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          problem={missing && password === '' ? say('sign-in.password-missing') : undefined}
        />
        {offered.length > 0 && (
          <Select label={say('sign-in.organisation')} options={offered} value={organisation} onChange={setOrganisation} />
        )}
        <ProblemNote problem={command.problem} />
        <Button type="submit" kind="primary" size="big" isPending={command.isBusy}>
          {say('sign-in.title')}
        </Button>
        <p className={styles.meta}>{say('sign-in.forgotten')}</p>
      </form>
    </Door>
  );
}

/** The organisations that the same e-mail and password open, where the server asks which one is meant. */
function organisationsOf(problem: Problem | undefined): readonly { readonly id: string; readonly name: string }[] {
  const listed = problem?.code === 'choose-organisation' ? problem.facts?.organisations : undefined;
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'id' in one && 'name' in one ? [{ id: String(one.id), name: String(one.name) }] : [],
  );
}
