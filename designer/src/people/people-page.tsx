import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { SearchX, UserPlus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Avatar } from '../base/avatar.tsx';
import { Button } from '../base/button.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { Select } from '../base/select.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { TextField } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { listPeople } from '../server/people.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { PartyName, PersonRow } from '../server/shapes/people.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import styles from './pages.module.css';
import { SignInChip } from './sign-in-chip.tsx';

const parties: readonly PartyName[] = ['organisation', 'complainant', 'provider', 'customer'];

/** Everybody the organisation knows: staff who sign in, and people outside who do not. */
export function PeoplePage() {
  const say = useWords();
  const navigate = useNavigate();
  const { text = '', show } = useSearch({ from: '/inside/people' });
  const [adding, setAdding] = useState<'staff' | 'outside'>();
  const party = parties.find((one) => one === show);
  const query = usePeople(useDeferredValue(text.trim()), party);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const go = (search: { readonly text?: string; readonly show?: string }) =>
    void navigate({ to: '/people', search: { text, show, ...search }, replace: true });
  return (
    <Page
      width="wide"
      title={say('people.title')}
      lead={say('people.lead')}
      actions={
        <>
          <Button kind="primary" icon={UserPlus} onPress={() => setAdding('staff')}>
            {say('people.invite')}
          </Button>
          <Button onPress={() => setAdding('outside')}>{say('people.add-outside')}</Button>
        </>
      }
    >
      <div className={styles.tools}>
        <TextField label={say('people.search')} type="search" value={text} onChange={(next) => go({ text: next })} />
        <Select
          label={say('people.show')}
          options={[{ id: 'all', name: say('people.everybody') }, ...parties.map((one) => ({ id: one, name: say(`party.${one}`) }))]}
          value={party ?? 'all'}
          onChange={(id) => go({ show: id })}
        />
      </div>
      {query.isError && <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonRows />}
      {query.isSuccess && rows.length === 0 && <EmptyState icon={SearchX} title={say('people.none')} />}
      {rows.length > 0 && <PeopleTable rows={rows} />}
      {query.hasNextPage && (
        <div className={styles.buttons}>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {say('list.more')}
          </Button>
        </div>
      )}
      <AddPersonDialog kind={adding} onClose={() => setAdding(undefined)} />
    </Page>
  );
}

function usePeople(search: string, party: PartyName | undefined) {
  return useInfiniteQuery({
    queryKey: keys.people({ search, party }),
    queryFn: async ({ pageParam }) => answerOf(await listPeople({ ...(search === '' ? {} : { search }), party, after: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.more ? page.next : undefined),
    placeholderData: (before) => before,
  });
}

function PeopleTable({ rows }: { readonly rows: readonly PersonRow[] }) {
  const say = useWords();
  return (
    <div className={`${styles.card} ${styles.scroll}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('person.name')}</th>
            <th scope="col">{say('people.sign-in')}</th>
            <th scope="col">{say('people.rights')}</th>
            <th scope="col">{say('people.roles')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <tr key={person.id}>
              <td>
                <div className={styles.who}>
                  <Avatar name={person.name} large />
                  <span>
                    <Link to="/people/$personId" params={{ personId: person.id }}>
                      <bdi>{person.name}</bdi>
                    </Link>
                    <small>
                      <bdi>{person.email ?? person.organisationName ?? say(`party.${person.party}`)}</bdi>
                    </small>
                  </span>
                </div>
              </td>
              <td>
                <SignInChip state={person.signIn} />
              </td>
              <td className={styles.quiet}>
                {rightsOf(person)
                  .map((right) => say(`right.${right}`))
                  .join(say('list.separator'))}
              </td>
              <td className={styles.quiet}>
                {person.handlesComplaints
                  ? say('people.every-role')
                  : say('people.role-count', { count: person.assignments.reduce((sum, { roles }) => sum + roles.length, 0) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** With those that come with the choice to handle complaints, too. */
const rightsOf = ({ rights, handlesComplaints }: PersonRow): PersonRow['rights'] =>
  handlesComplaints ? [...new Set([...rights, 'handler', 'team-lead'] as const)] : rights;
