import { Link, useNavigate } from '@tanstack/react-router';
import { Copy, History, PencilLine, ShieldCheck, TriangleAlert } from 'lucide-react';
import { Button, ButtonLink } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { DefinitionRow, DefinitionState } from '../server/shapes/definitions.ts';
import type { ChangedVersion } from '../server/shapes/standards.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { readsDrafts, readsProof, useSession } from '../shell/session.tsx';
import styles from './procedures.module.css';
import { useRetirement } from './retirement.ts';
import { useBegin } from './use-begin.ts';

const states: Readonly<Record<DefinitionState, MessageId>> = {
  draft: 'procedures.state.draft',
  submitted: 'procedures.state.submitted',
  approved: 'procedures.state.approved',
  published: 'procedures.state.published',
  retired: 'procedures.state.retired',
};

/** One procedure: what is in force, what it owes to rules that changed later, what is being drawn, and the ways on. */
export function ProcedureRow({
  row,
  owed,
  draws,
  onCopy,
}: {
  readonly row: DefinitionRow;
  /** Versions, the one in force or such as cases still run on, with points that are open since the rules changed. */
  readonly owed: readonly ChangedVersion[];
  readonly draws: boolean;
  readonly onCopy: () => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const begin = useBegin(row, () => navigate({ to: '/procedures/$procedure/map', params: { procedure: row.id } }));
  const session = useSession();
  const retirement = useRetirement();
  const { current } = row;
  const draft = readsDrafts(session) ? row.draft : undefined;
  const since = row.validFrom ?? row.publishedAt;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h2>
          <bdi>{text(row.title) || say('outline.unnamed')}</bdi>
        </h2>
        <p>
          {row.retired
            ? retirement(row)
            : current === undefined
              ? say('procedures.not-in-force')
              : say('procedures.in-force', { version: current, at: since === undefined ? '' : dates.date(since) })}
          {row.broken && (
            <Chip tone="danger" icon={TriangleAlert}>
              {say('incident.procedure-chip')}
            </Chip>
          )}
          {row.shippedWith !== undefined && <Chip tone="line">{say('procedures.shipped', { version: row.shippedWith })}</Chip>}
        </p>
        {owed.map(({ version, open, running }) => (
          <p key={version}>
            <Link to="/procedures/$procedure/proof" params={{ procedure: row.id }} search={{ of: `${version}`, show: 'mine' }}>
              {running === undefined
                ? say('procedures.rules-changed', { count: open })
                : say('procedures.rules-changed-older', { version, cases: running, count: open })}
            </Link>
          </p>
        ))}
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
        {readsProof(session) && (draft || current !== undefined) && (
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
