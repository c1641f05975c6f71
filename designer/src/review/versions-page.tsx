import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { EmptyState } from '../base/empty-state.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useText, useWords } from '../language/words.tsx';
import { problemOf } from '../server/problem.ts';
import type { VersionRow } from '../server/shapes/definitions.ts';
import { NotFound } from '../shell/not-found.tsx';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, readsDrafts, readsProof, useSession } from '../shell/session.tsx';
import { RetireButton } from './retire-button.tsx';
import styles from './review.module.css';
import { useProcedure, useRunning } from './use-review.ts';
import { VersionCard } from './version-card.tsx';
import { VersionComparison } from './version-comparison.tsx';
import own from './versions.module.css';

/** New cases take this very content already, and nothing else is to come: there is nothing to publish anew. */
function stands({ hash }: VersionRow, versions: readonly VersionRow[]): boolean {
  const last = versions.find(({ state }) => state === 'published');
  return last?.inForce === true && last.hash === hash;
}

/** Every version of a procedure: who made it, when and why, what runs by it, and how two of them differ. */
export function VersionsPage() {
  const { procedure: id } = useParams({ from: '/inside/drawing/closer/procedures/$procedure/versions' });
  const { from, to } = useSearch({ from: '/inside/drawing/closer/procedures/$procedure/versions' });
  const say = useWords();
  const text = useText();
  const navigate = useNavigate();
  const session = useSession();
  const query = useProcedure(id);
  const running = useRunning(id, readsProof(session));
  const name = query.data ? text(query.data.title) : '';
  useTitle(name === '' ? say('review.history') : `${say('review.history')} · ${name}`);
  if (query.data === null) return <NotFound />;
  if (query.error && !query.data) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={6} />;
  const { versions, draft } = query.data;
  const reads = readsDrafts(session);
  const compare = (one: string, other: string) =>
    void navigate({ to: '/procedures/$procedure/versions', params: { procedure: id }, search: { from: one, to: other } });
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.titles}>
          <div className={styles.above}>
            <Link to="/procedures">{say('procedures.title')}</Link>
            {draft && reads && (
              <Link to="/procedures/$procedure/review" params={{ procedure: id }}>
                {say('review.draft-now')}
              </Link>
            )}
            {readsProof(session) && (
              <Link to="/procedures/$procedure/proof" params={{ procedure: id }}>
                {say('review.proof')}
              </Link>
            )}
          </div>
          <PageHeading>{name}</PageHeading>
          <p className={styles.quiet}>{say('review.history-lead')}</p>
        </div>
        {holdsRight(session, 'process-owner') && <RetireButton procedure={id} versions={versions} running={running.data} />}
      </header>
      {from !== undefined && to !== undefined && (
        <VersionComparison
          key={`${from} ${to}`}
          id={id}
          from={from}
          to={to}
          onClose={() => void navigate({ to: '/procedures/$procedure/versions', params: { procedure: id }, search: {} })}
        />
      )}
      {versions.length === 0 ? (
        <EmptyState icon={History} title={say('procedures.not-in-force')} />
      ) : (
        <ol className={own.versions}>
          {versions.map((version, index) => (
            <VersionCard
              key={version.version}
              id={id}
              version={version}
              running={running.data}
              others={[
                ...(draft && reads ? ['draft'] : []),
                ...versions.filter((other) => other !== version).map((other) => String(other.version)),
              ]}
              before={versions[index + 1]?.version}
              mayPublish={holdsRight(session, 'process-owner') && !stands(version, versions)}
              onCompare={compare}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
