import type { JsonObject } from '@redress/engine';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { SkeletonRows } from '../base/skeleton.tsx';
import unseen from '../base/unseen.module.css';
import { readCase } from '../case/case-requests.ts';
import { matterOf } from '../case/matter.ts';
import { useLiveCase } from '../case/use-live-case.ts';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { readProcedureVersion } from '../server/procedures.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { NotFound } from '../shell/not-found.tsx';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { caseMarks } from './case-marks.ts';
import styles from './trial.module.css';
import { TrialMap } from './trial-map.tsx';

/** A running case on the map of the version it runs by, as it was drawn; it moves while one looks. */
export const CaseMapPage = () => (
  <PartCatalogue of="trial">
    <CaseMap />
  </PartCatalogue>
);

function CaseMap() {
  const { caseId } = useParams({ from: '/inside/drawing/closer/cases/$caseId/map' });
  const say = useWords();
  const query = useQuery({ queryKey: keys.case(caseId), queryFn: async () => answerOf(await readCase(caseId)) });
  useTitle(say('case.live-map'));
  if (query.error && !query.data) {
    const problem = problemOf(query.error);
    return problem.status === 404 ? <NotFound /> : <ProblemNote problem={problem} onRetry={() => void query.refetch()} />;
  }
  return query.data ? <Running key={caseId} found={query.data} /> : <SkeletonRows rows={10} />;
}

function Running({ found }: { readonly found: CaseView }) {
  const say = useWords();
  const text = useText();
  useLiveCase(found);
  const { definition: id, definitionVersion: version } = found;
  const query = useQuery({
    queryKey: keys.definition(id, version),
    queryFn: async () => answerOf(await readProcedureVersion(id, version)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.error) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={10} />;
  const drawn = query.data.document as JsonObject;
  const tree = treeOf(drawn);
  const leaves = found.steps.flatMap((step) => {
    const element = tree.byId.get(step.id);
    return element && element.children.length === 0 ? [nameOf(element, say, text)] : [];
  });
  const stands = leaves.join(say('list.separator'));
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.titles}>
          <div className={styles.above}>
            <Link to="/cases/$caseId" params={{ caseId: found.id }}>
              {say('trial.to-case')}
            </Link>
            <span>{say('trial.live-version', { version })}</span>
          </div>
          <PageHeading>
            <bdi dir="auto">{found.number ?? matterOf(found.title)}</bdi>
          </PageHeading>
          <p>{found.status === 'active' ? stands : say('trial.live-ended')}</p>
        </div>
      </header>
      <p className={unseen.unseen} role="status">
        {found.status === 'active' ? say('trial.live-stands', { step: stands }) : say('trial.live-ended')}
      </p>
      <div className={styles.live}>
        <TrialMap document={{ definition: drawn, layout: query.data.layout as JsonObject }} marks={caseMarks(tree, found)} />
      </div>
    </div>
  );
}
