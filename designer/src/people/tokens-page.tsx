import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { Dialog } from '../base/dialog.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { listTokens, revokeToken } from '../server/office.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { TokenRow } from '../server/shapes/access.ts';
import { useCommand } from '../server/use-command.ts';
import { Page } from '../shell/page.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { NewTokenDialog } from './new-token-dialog.tsx';
import styles from './pages.module.css';

/** Keys for programs: each belongs to a person or to a named service, and ends. */
export const TokensPage = () => (
  <PartCatalogue of="tokens">
    <Tokens />
  </PartCatalogue>
);

function Tokens() {
  const say = useWords();
  const [adding, setAdding] = useState(false);
  const tokens = useQuery({ queryKey: keys.tokens, queryFn: async () => answerOf(await listTokens()) });
  const rows = tokens.data?.rows ?? [];
  const add = (
    <Button kind="primary" icon={Plus} onPress={() => setAdding(true)}>
      {say('tokens.new')}
    </Button>
  );
  return (
    <Page title={say('tokens.title')} lead={say('tokens.lead')} actions={rows.length > 0 && add}>
      {tokens.isPending && <SkeletonRows rows={3} />}
      {tokens.isError && <ProblemNote problem={problemOf(tokens.error)} onRetry={() => void tokens.refetch()} />}
      {tokens.isSuccess && rows.length === 0 && (
        <EmptyState icon={KeyRound} title={say('tokens.none')} action={add}>
          {say('tokens.none-words')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className={`${styles.card} ${styles.scroll}`}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('tokens.name')}</th>
                <th scope="col">{say('tokens.scope')}</th>
                <th scope="col">{say('tokens.used')}</th>
                <th scope="col">{say('tokens.ends')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <TokenLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && <NewTokenDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function TokenLine({ row }: { readonly row: TokenRow }) {
  const say = useWords();
  const dates = useDates();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoke = useCommand(revokeToken, async () => {
    setAsking(false);
    await queries.invalidateQueries({ queryKey: keys.tokens });
  });
  return (
    <tr>
      <td>
        <b dir="auto">{row.name}</b>
        <div className={styles.meta}>{row.person ? say('tokens.as', { name: row.person.name }) : say('tokens.service')}</div>
      </td>
      <td>
        <span className={styles.chips}>
          {row.scope.map((scope) => (
            <Chip key={scope}>{say(`scope.${scope}`)}</Chip>
          ))}
        </span>
      </td>
      <td className={styles.quiet}>{row.lastUsedAt ? dates.moment(row.lastUsedAt) : say('tokens.never')}</td>
      <td className={styles.quiet}>{dates.date(row.endsAt)}</td>
      <td className={styles.act}>
        <Button onPress={() => setAsking(true)}>{say('tokens.revoke')}</Button>
        <Dialog
          kind="alertdialog"
          title={say('tokens.revoke-question', { name: row.name })}
          isOpen={asking}
          onClose={() => setAsking(false)}
          isBusy={revoke.isBusy}
          actions={
            <>
              <Button kind="danger" isPending={revoke.isBusy} onPress={() => void revoke.run(row.id)}>
                {say('tokens.revoke')}
              </Button>
              <Button kind="quiet" onPress={() => setAsking(false)}>
                {say('dialog.cancel')}
              </Button>
            </>
          }
        >
          <p>{say('tokens.revoke-words')}</p>
          <ProblemNote problem={revoke.problem} />
        </Dialog>
      </td>
    </tr>
  );
}
