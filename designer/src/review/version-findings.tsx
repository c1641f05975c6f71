import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { readVersionHistory } from '../server/procedures.ts';
import type { VersionRow } from '../server/shapes/definitions.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import own from './comments.module.css';

/** The words of the clauses are many: they come when somebody reads a finding. */
const KeptFindings = lazy(() => import('./kept-findings.tsx').then((part) => ({ default: part.KeptFindings })));

/** Who changed what for a version and what was found in its review; it never changes. */
export const useVersionHistory = (id: string, version: number, isAsked = true) =>
  useQuery({
    queryKey: keys.versionHistory(id, version),
    queryFn: async () => answerOf(await readVersionHistory(id, version)),
    enabled: isAsked,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** How much officers found in the review of a version; opened, each finding as it was settled. */
export function VersionFindings({
  id,
  version,
  counts,
}: {
  readonly id: string;
  readonly version: number;
  readonly counts: NonNullable<VersionRow['findings']>;
}) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const history = useVersionHistory(id, version, isOpen);
  const { major, minor, observation } = counts;
  const count = major + minor + observation;
  if (count === 0) return null;
  return (
    <details className={own.comments} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('review.findings-of', { count })}</summary>
      {history.error && <ProblemNote problem={problemOf(history.error)} onRetry={() => void history.refetch()} />}
      {history.data && (
        <Suspense fallback={<SkeletonRows rows={count} />}>
          <KeptFindings procedure={id} version={version} findings={history.data.findings} />
        </Suspense>
      )}
    </details>
  );
}
