import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleQuestionMark, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink } from '../base/button.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { OpenFile } from '../exchange/open-file.tsx';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { problemOf } from '../server/problem.ts';
import { proceduresQuery } from '../server/procedures-query.ts';
import type { DefinitionRow } from '../server/shapes/definitions.ts';
import { useLive } from '../server/use-live.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, readsDrafts, useSession } from '../shell/session.tsx';
import { NewProcedureDialog } from './new-procedure-dialog.tsx';
import { ProcedureRow } from './procedure-row.tsx';
import styles from './procedures.module.css';
import { useChangedStandards } from './use-changed-standards.ts';

/** The procedures of the organisation: what is in force, what is being drawn, and the way to the drawing. */
export function ProceduresPage() {
  const say = useWords();
  const queries = useQueryClient();
  const session = useSession();
  const draws = holdsRight(session, 'process-owner');
  const [adding, setAdding] = useState(false);
  const [copying, setCopying] = useState<DefinitionRow>();
  const query = useQuery(proceduresQuery);
  const changed = useChangedStandards();
  const taken = query.data?.map(({ id }) => id) ?? [];
  const again = () => void queries.invalidateQueries({ queryKey: keys.definitions });
  useLive('organisation', { hint: ({ kind }) => kind === 'definition' && again(), refill: again });
  return (
    <Page
      title={say('procedures.title')}
      lead={say('procedures.lead')}
      width="wide"
      actions={
        <>
          <ButtonLink kind="quiet" icon={CircleQuestionMark} to="/guide">
            {say('guide.title')}
          </ButtonLink>
          {draws && (
            <>
              <OpenFile taken={taken} />
              <Button icon={Plus} onPress={() => setAdding(true)}>
                {say('procedures.new')}
              </Button>
            </>
          )}
        </>
      }
    >
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />}
      {changed.isError && <ProblemNote problem={problemOf(changed.error)} onRetry={() => void changed.refetch()} />}
      {query.data && (
        <ul className={styles.list}>
          {query.data.map((row) => (
            <ProcedureRow
              key={row.id}
              row={row}
              owed={changed.data?.rows.filter(({ definition }) => definition === row.id) ?? []}
              draws={draws}
              onCopy={() => setCopying(row)}
            />
          ))}
        </ul>
      )}
      {query.data && !readsDrafts(session) && <WhoDraws administers={holdsRight(session, 'administrator')} />}
      {adding && <NewProcedureDialog taken={taken} onClose={() => setAdding(false)} />}
      {copying && <NewProcedureDialog taken={taken} from={copying} onClose={() => setCopying(undefined)} />}
    </Page>
  );
}

/** Whoever can only read here would look for the way to draw in vain. */
function WhoDraws({ administers }: { readonly administers: boolean }) {
  const say = useWords();
  return (
    <p className={styles.caption}>
      {say('procedures.who-draws', { right: say('right.process-owner') })}{' '}
      {administers && <Link to="/people">{say('procedures.who-draws-give')}</Link>}
    </p>
  );
}
