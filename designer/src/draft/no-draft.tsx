import { useQuery } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { Button, ButtonLink } from '../base/button.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useText, useWords } from '../language/words.tsx';
import { useRetirement } from '../procedures/retirement.ts';
import { useBegin } from '../procedures/use-begin.ts';
import { proceduresQuery } from '../server/procedures-query.ts';
import type { DefinitionRow } from '../server/shapes/definitions.ts';
import { NotFound } from '../shell/not-found.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, useSession } from '../shell/session.tsx';

/** The address of a drawing that is not there: it was published, or nobody began one. */
export function NoDraft({ procedure, onBegun }: { readonly procedure: string; readonly onBegun: () => void }) {
  const query = useQuery(proceduresQuery);
  if (query.isPending) return <SkeletonRows rows={4} />;
  const row = query.data?.find(({ id, current }) => id === procedure && current !== undefined);
  return row ? <NotDrawnNow row={row} onBegun={onBegun} /> : <NotFound />;
}

function NotDrawnNow({ row, onBegun }: { readonly row: DefinitionRow; readonly onBegun: () => void }) {
  const say = useWords();
  const text = useText();
  const draws = holdsRight(useSession(), 'process-owner');
  const retirement = useRetirement();
  const begin = useBegin(row, onBegun);
  return (
    <EmptyState
      icon={PencilLine}
      level={1}
      title={say('draft.none-title', { name: text(row.title) })}
      action={
        <>
          {draws && !row.retired && (
            <Button kind="primary" isPending={begin.busy} onPress={begin.run}>
              {say('procedures.draw')}
            </Button>
          )}
          <ButtonLink to="/procedures/$procedure/versions" params={{ procedure: row.id }}>
            {say('review.history')}
          </ButtonLink>
          {begin.problem && <ProblemNote problem={begin.problem} />}
        </>
      }
    >
      {row.retired ? retirement(row) : say('draft.none-words', { version: row.current ?? 1 })}
    </EmptyState>
  );
}
