import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { NotFound } from '../shell/not-found.tsx';
import { useTitle } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './case.module.css';
import { CaseAside } from './case-aside.tsx';
import { CaseHeader } from './case-header.tsx';
import { readCase, readLetters } from './case-requests.ts';
import { CaseWork } from './case-work.tsx';
import { matterOf } from './matter.ts';
import { Timeline } from './timeline.tsx';
import { useLiveCase } from './use-live-case.ts';
import { useTimeline } from './use-timeline.ts';

/** A case: where it stands and until when, what there is to do, what happened, what is known. */
export function CasePage() {
  const { caseId } = useParams({ from: '/inside/cases/$caseId' });
  return <OneCase key={caseId} caseId={caseId} />;
}

function OneCase({ caseId }: { readonly caseId: string }) {
  const say = useWords();
  const query = useQuery({ queryKey: keys.case(caseId), queryFn: async () => answerOf(await readCase(caseId)) });
  useTitle(query.data ? (query.data.number ?? matterOf(query.data.title)) : say('case.title'));
  if (query.error && !query.data) {
    const problem = problemOf(query.error);
    return problem.status === 404 ? <NotFound /> : <ProblemNote problem={problem} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <SkeletonRows rows={8} />;
  return <Opened found={query.data} />;
}

function Opened({ found }: { readonly found: CaseView }) {
  const { line } = useSearch({ from: '/inside/cases/$caseId' });
  const seen = useLiveCase(found);
  const place = useKeptFocus<HTMLElement>();
  const timeline = useTimeline(found);
  const letters = useQuery({ queryKey: keys.letters(found.id), queryFn: async () => answerOf(await readLetters(found.id)) });
  return (
    <div className={styles.page}>
      <CaseHeader found={found} />
      <div className={styles.columns}>
        <div className={styles.past}>
          <Timeline found={found} lines={timeline} letters={letters.data?.rows ?? []} seen={seen} named={Number(line)} />
        </div>
        <section ref={place} tabIndex={-1} className={styles.work} aria-labelledby="chart-title">
          <CaseWork found={found} letters={letters.data?.rows ?? []} />
        </section>
        <aside className={styles.aside}>
          <CaseAside found={found} letters={letters.data?.rows ?? []} />
        </aside>
      </div>
    </div>
  );
}
