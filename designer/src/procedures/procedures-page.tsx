import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CircleQuestionMark, Copy, History, PencilLine, Plus, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { OpenFile } from '../exchange/open-file.tsx';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { problemOf } from '../server/problem.ts';
import { readProcedureVersion, saveProcedureDraft } from '../server/procedures.ts';
import { proceduresQuery } from '../server/procedures-query.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { DefinitionRow, DefinitionState } from '../server/shapes/definitions.ts';
import { useLive } from '../server/use-live.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, useSession } from '../shell/session.tsx';
import { NewProcedureDialog } from './new-procedure-dialog.tsx';
import styles from './procedures.module.css';

const states: Readonly<Record<DefinitionState, MessageId>> = {
  draft: 'procedures.state.draft',
  submitted: 'procedures.state.submitted',
  approved: 'procedures.state.approved',
  published: 'procedures.state.published',
  retired: 'procedures.state.retired',
};

/** The procedures of the organisation: what is in force, what is being drawn, and the way to the drawing. */
export function ProceduresPage() {
  const say = useWords();
  const queries = useQueryClient();
  const draws = holdsRight(useSession(), 'process-owner');
  const [adding, setAdding] = useState(false);
  const [copying, setCopying] = useState<DefinitionRow>();
  const query = useQuery(proceduresQuery);
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
      {query.data && (
        <ul className={styles.list}>
          {query.data.map((row) => (
            <Procedure key={row.id} row={row} draws={draws} onCopy={() => setCopying(row)} />
          ))}
        </ul>
      )}
      {adding && <NewProcedureDialog taken={taken} onClose={() => setAdding(false)} />}
      {copying && <NewProcedureDialog taken={taken} from={copying} onClose={() => setCopying(undefined)} />}
    </Page>
  );
}

function Procedure({ row, draws, onCopy }: { readonly row: DefinitionRow; readonly draws: boolean; readonly onCopy: () => void }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const begin = useBegin(row);
  const { current, draft } = row;
  const since = row.validFrom ?? row.publishedAt;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h2 dir="auto">{text(row.title) || say('outline.unnamed')}</h2>
        <p>
          {current === undefined || row.retired
            ? say('procedures.not-in-force')
            : say('procedures.in-force', { version: current, at: since === undefined ? '' : dates.date(since) })}
          {row.broken && (
            <Chip tone="danger" icon={TriangleAlert}>
              {say('incident.procedure-chip')}
            </Chip>
          )}
          {row.shippedWith !== undefined && <Chip tone="line">{say('procedures.shipped', { version: row.shippedWith })}</Chip>}
        </p>
        {draft && (
          <p>
            <Chip tone="time" icon={PencilLine}>
              {say(states[draft.state])}
            </Chip>
            <span>{say('procedures.drawn', { at: dates.moment(draft.updatedAt) })}</span>
            {draft.by && <bdi dir="auto">{draft.by.name}</bdi>}
          </p>
        )}
        {begin.problem && <ProblemNote problem={begin.problem} />}
      </div>
      <div className={styles.acts}>
        {draft && draft.state !== 'draft' ? (
          <ButtonLink to="/procedures/$procedure/review" params={{ procedure: row.id }}>
            {say(draft.state === 'approved' && draws ? 'review.go-publish' : 'review.look')}
          </ButtonLink>
        ) : draft ? (
          <ButtonLink to="/procedures/$procedure/map" params={{ procedure: row.id }}>
            {say(draws ? 'procedures.continue' : 'procedures.look')}
          </ButtonLink>
        ) : draws && current !== undefined ? (
          <Button isPending={begin.busy} onPress={begin.run}>
            {say('procedures.draw')}
          </Button>
        ) : null}
        {(draft || current !== undefined) && (
          <ButtonLink
            kind="quiet"
            icon={ShieldCheck}
            label={say('review.proof-title', { name: text(row.title) })}
            to="/procedures/$procedure/proof"
            params={{ procedure: row.id }}
          />
        )}
        {current !== undefined && (
          <ButtonLink
            kind="quiet"
            icon={History}
            label={say('review.history-title', { name: text(row.title) })}
            to="/procedures/$procedure/versions"
            params={{ procedure: row.id }}
          />
        )}
        {draws && (draft || current !== undefined) && (
          <Button icon={Copy} kind="quiet" label={say('procedures.copy-title', { name: text(row.title) })} onPress={onCopy} />
        )}
      </div>
    </li>
  );
}

/** A draft is begun from the version in force; cases that run stay on theirs. */
function useBegin({ id, current }: DefinitionRow) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = async () => {
    setBusy(true);
    const version = await readProcedureVersion(id, current ?? 1);
    const saved = version.ok ? await saveProcedureDraft(id, { document: version.value.document }, 0) : version;
    setBusy(false);
    // Somebody else has just begun: then there is a draft to continue.
    if (!saved.ok && saved.problem.code !== 'changed-meanwhile') return setProblem(saved.problem);
    await queries.invalidateQueries({ queryKey: keys.definitions });
    await navigate({ to: '/procedures/$procedure/map', params: { procedure: id } });
  };
  return { busy, problem, run: () => void run() };
}
