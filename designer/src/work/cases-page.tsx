import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FolderOpen, Plus, SearchX } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button, ButtonLink } from '../base/button.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { searchCases } from '../case/case-requests.ts';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { useLive } from '../server/use-live.tsx';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { registersComplaints, useSession } from '../shell/session.tsx';
import { CaseTable } from './case-table.tsx';
import styles from './cases.module.css';
import {
  type CaseFilter,
  type CaseSort,
  type CasesAddress,
  caseFilters,
  caseQuestion,
  caseSorts,
  readCasesAddress,
  writeCasesAddress,
} from './cases-address.ts';
import { ListNews } from './list-news.tsx';
import { useCaseRows } from './use-case-rows.ts';

const filterWords: Readonly<Record<CaseFilter, MessageId>> = {
  active: 'cases.active',
  overdue: 'cases.overdue',
  ended: 'cases.ended',
  all: 'cases.all',
};
const sortWords: Readonly<Record<CaseSort, MessageId>> = {
  due: 'cases.by-due',
  updated: 'cases.by-updated',
  received: 'cases.by-received',
};
const pauseMs = 300;

/** All cases the reader may see: searched, filtered, sorted by name, live without moving a row. */
export function CasesPage() {
  const say = useWords();
  const address = readCasesAddress(useSearch({ strict: false }));
  const navigate = useNavigate();
  useTitle(say('cases.title'));
  const go = (change: Partial<CasesAddress>) =>
    void navigate({ to: '/cases', search: writeCasesAddress({ ...address, ...change }), replace: true });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <PageHeading>{say('cases.title')}</PageHeading>
        <SearchField text={address.text} onSearch={(text) => go({ text })} />
      </header>
      <div className={styles.bar}>
        <RadioCards
          look="segments"
          label={say('cases.filter')}
          labelHidden
          value={address.filter}
          onChange={(filter) => go({ filter: caseFilters.find((each) => each === filter) ?? 'active' })}
          cards={caseFilters.map((filter) => ({ id: filter, name: say(filterWords[filter]) }))}
        />
        <Select
          label={say('cases.sort')}
          labelHidden
          value={address.sort}
          onChange={(sort) => go({ sort: caseSorts.find((each) => each === sort) ?? 'due' })}
          options={caseSorts.map((sort) => ({ id: sort, name: say(sortWords[sort]) }))}
        />
      </div>
      <Rows address={address} go={go} />
    </div>
  );
}

function Rows({ address, go }: { readonly address: CasesAddress; readonly go: (change: Partial<CasesAddress>) => void }) {
  const say = useWords();
  const query = useInfiniteQuery({
    queryKey: keys.cases(address),
    queryFn: async ({ pageParam, signal }) =>
      answerOf(await searchCases({ ...caseQuestion(address), ...(pageParam === '' ? {} : { after: pageParam }) }, signal)),
    initialPageParam: '',
    getNextPageParam: (page) => (page.more ? page.next : undefined),
  });
  const latest = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data]);
  const list = useCaseRows(latest, JSON.stringify(address), query.data?.pages.length ?? 0);
  const refill = () => void query.refetch();
  useLive('organisation', { hint: (hint) => hint.caseId !== undefined && refill(), refill });
  return (
    <>
      <ListNews query={query} waiting={list.changed} words="cases.changed" onShow={list.show} />
      {query.data && list.rows.length === 0 && !query.hasNextPage ? <Nothing address={address} go={go} /> : null}
      {/* The server looks at so many cases and answers: there may be others. */}
      {list.rows.length === 0 && query.hasNextPage ? <p className={styles.more}>{say('cases.none-so-far')}</p> : null}
      {list.rows.length > 0 ? <CaseTable rows={list.rows} /> : null}
      {query.hasNextPage ? (
        <p className={styles.more}>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {say('work.more')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

/** Searches when the typing rests. */
function SearchField({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const say = useWords();
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onSearch(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, text, onSearch]);
  return (
    <search className={styles.search}>
      <TextField
        label={say('cases.search')}
        labelHidden
        placeholder={say('cases.search')}
        type="search"
        value={typed}
        onChange={setTyped}
      />
    </search>
  );
}

const noneWords = { active: 'cases.none-open', overdue: 'cases.none-here', ended: 'cases.none-here', all: 'cases.none' } as const;

function Nothing({ address, go }: { readonly address: CasesAddress; readonly go: (change: Partial<CasesAddress>) => void }) {
  const say = useWords();
  const session = useSession();
  if (address.text !== '') {
    return (
      <EmptyState
        icon={SearchX}
        title={say('cases.none-fit', { text: address.text })}
        action={<Button onPress={() => go({ filter: 'all' })}>{say('cases.search-all')}</Button>}
      >
        {say('cases.none-fit-words')}
      </EmptyState>
    );
  }
  const action = registersComplaints(session) ? (
    <ButtonLink to="/cases/new" icon={Plus}>
      {say('navigation.new-complaint')}
    </ButtonLink>
  ) : undefined;
  return (
    <EmptyState icon={FolderOpen} title={say(noneWords[address.filter])} action={action}>
      {say('cases.none-words')}
    </EmptyState>
  );
}
