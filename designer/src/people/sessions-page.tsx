import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { PasswordField } from '../base/text-field.tsx';
import { confirm } from '../base/toast.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { changePassword, endSession, listSessions } from '../server/session.ts';
import type { SessionRow } from '../server/shapes/access.ts';
import { useCommand } from '../server/use-command.ts';
import { Page } from '../shell/page.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './pages.module.css';

/** Where one is signed in, and one's password. */
export const SessionsPage = () => (
  <PartCatalogue of="sessions">
    <Sessions />
  </PartCatalogue>
);

function Sessions() {
  const say = useWords();
  const sessions = useQuery({ queryKey: keys.sessions, queryFn: async () => answerOf(await listSessions()) });
  return (
    <Page title={say('sessions.title')} lead={say('sessions.lead')}>
      {sessions.isPending && <SkeletonRows rows={2} />}
      {sessions.isError && <ProblemNote problem={problemOf(sessions.error)} onRetry={() => void sessions.refetch()} />}
      {sessions.data && (
        <div className={styles.card}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('sessions.device')}</th>
                <th scope="col">{say('sessions.seen')}</th>
                <th scope="col">{say('sessions.ends')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {sessions.data.rows.map((row) => (
                <SessionLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <PasswordForm />
    </Page>
  );
}

function SessionLine({ row }: { readonly row: SessionRow }) {
  const say = useWords();
  const dates = useDates();
  const queries = useQueryClient();
  const end = useCommand(endSession, () => queries.invalidateQueries({ queryKey: keys.sessions }));
  return (
    <tr>
      <td>
        <bdi>
          <b>{row.device}</b>
        </bdi>
        <div className={styles.meta}>{say('sessions.since', { moment: dates.moment(row.startedAt) })}</div>
        <ProblemNote problem={end.problem} />
      </td>
      <td className={styles.quiet}>{dates.moment(row.seenAt)}</td>
      <td className={styles.quiet}>{dates.moment(row.endsAt)}</td>
      <td className={styles.act}>
        {row.current ? (
          <Chip tone="accent">{say('sessions.this')}</Chip>
        ) : (
          <Button isPending={end.isBusy} onPress={() => void end.run(row.id)}>
            {say('sessions.end')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function PasswordForm() {
  const say = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand(changePassword, () => {
    setCurrent('');
    setNext('');
    setTried(false);
    confirm(say('password.changed'));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (current !== '' && next.length >= 12) void command.run({ current, next });
  };
  return (
    <form className={styles.section} onSubmit={submit} noValidate>
      <h2>{say('password.title')}</h2>
      <p>{say('password.lead')}</p>
      <div className={styles.two}>
        <PasswordField
          label={say('password.current')}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          problem={tried && current === '' ? say('sign-in.password-missing') : undefined}
        />
        <PasswordField
          label={say('password.next')}
          hint={say('person.password-hint')}
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          problem={tried && next.length < 12 ? say('person.password-short', { count: next.length }) : undefined}
        />
      </div>
      <ProblemNote problem={command.problem} />
      <div className={styles.buttons}>
        <Button type="submit" isPending={command.isBusy}>
          {say('password.change')}
        </Button>
      </div>
    </form>
  );
}
