import type { JsonObject } from '@redress/engine';
import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../base/icon.tsx';
import { Note } from '../base/note.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { changesBetween } from '../compare/changes.ts';
import { CompareView } from '../compare/compare-view.tsx';
import { newlyPermitted } from '../compare/permits.ts';
import { DraftStatus } from '../draft/draft-status.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useDrawLock } from '../draft/use-draw-lock.ts';
import { useFindings } from '../findings/use-findings.ts';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { problemOf } from '../server/problem.ts';
import { PageHeading } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, useSession } from '../shell/session.tsx';
import { BeginningChoice, useBeginning } from './beginning.tsx';
import { ChangedList } from './changed-list.tsx';
import { Checks } from './checks.tsx';
import { Comments } from './comments.tsx';
import { Decision } from './decision.tsx';
import { Permits } from './permits.tsx';
import styles from './review.module.css';
import { ReviewSteps } from './review-steps.tsx';
import { RunningCases } from './running-cases.tsx';
import { useComments, useProcedure, useRunning, useVersion } from './use-review.ts';

const nothing: JsonObject = {};
/** The words of the rules are many: they come when the page stands. */
const Standards = lazy(() => import('./standards.tsx').then((part) => ({ default: part.Standards })));

/** What would change if the draft came into force, what was said about it, and the next step on its way there. */
export function ReviewEditor({
  draft,
  above,
  chosen = '',
  onChoose,
  onTry,
  onRepair,
  onPublished,
}: {
  readonly draft: OpenDraft;
  readonly above: ReactNode;
  readonly chosen?: string | undefined;
  readonly onChoose: (element: string) => void;
  readonly onTry: () => void;
  readonly onRepair: (at: string) => void;
  readonly onPublished: () => void;
}) {
  const say = useWords();
  const dates = useDates();
  const text = useText();
  const session = useSession();
  const lock = useDrawLock(draft);
  const document = useStore(draft.editor.store, (state) => state.document);
  const facts = useStore(draft.link.store, (state) => state.facts);
  const { definition, layout } = document;
  const { findings } = useFindings(document);
  const procedure = useProcedure(draft.id);
  const versions = procedure.data?.versions ?? [];
  const before = versions.find(({ inForce }) => inForce) ?? versions[0];
  const coming = versions.find(({ state, inForce, version }) => state === 'published' && !inForce && version > (before?.version ?? 0));
  const version = useVersion(draft.id, before?.version);
  const comments = useComments(draft.id);
  const running = useRunning(draft.id, holdsRight(session, 'process-owner', 'compliance', 'management'));
  const old = version.data?.document as JsonObject | undefined;
  const oldLayout = (version.data?.layout as JsonObject | undefined) ?? nothing;
  const isFirst = procedure.data === null;
  const permits = useMemo(() => (old ? newlyPermitted(old, definition) : []), [old, definition]);
  const next = (versions[0]?.version ?? 0) + 1;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const said = comments.data?.rows ?? [];
  const open = said.filter(({ resolved }) => !resolved);
  const inForce = useMemo(() => old && { definition: old, layout: oldLayout }, [old, oldLayout]);
  const beginning = useBeginning(
    { id: draft.id, facts },
    { version: before?.version, drawn: inForce, isRead: isFirst || (old !== undefined && procedure.data !== undefined) },
  );
  const { drawn } = beginning;
  const changes = useMemo(() => (drawn ? changesBetween(drawn.definition, definition) : []), [drawn, definition]);
  const problem = procedure.error ?? version.error ?? beginning.error;
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.titles}>
          <div className={styles.above}>{above}</div>
          <PageHeading>{text(treeOf(definition).title) || say('design.review')}</PageHeading>
          <DraftStatus link={draft.link} lock={lock} isTold />
        </div>
        <ReviewSteps state={facts?.state ?? 'draft'} />
        {before && (
          <Link className={styles.history} to="/procedures/$procedure/versions" params={{ procedure: draft.id }}>
            <Icon of={History} />
            {say('review.history')}
          </Link>
        )}
      </header>
      {problem && <ProblemNote problem={problemOf(problem)} onRetry={() => void procedure.refetch()} />}
      {coming?.validFrom !== undefined && before && (
        <Note tone="time">
          {say('review.coming', { version: coming.version, before: before.version, at: dates.moment(coming.validFrom) })}
        </Note>
      )}
      <div className={styles.columns}>
        {old && (
          <div className={styles.first}>
            <Permits permits={permits} before={old} after={definition} onChoose={onChoose} />
          </div>
        )}
        <div className={styles.main}>
          {beginning.choice && <BeginningChoice choice={beginning.choice} />}
          {beginning.isRead ? (
            <CompareView
              key={String(beginning.choice?.isSinceReturned)}
              before={drawn}
              after={{ definition, layout }}
              changes={changes}
              names={{ before: beginning.name, after: say('review.draft-now') }}
              chosen={chosen}
              onChoose={onChoose}
            />
          ) : (
            <SkeletonRows rows={8} />
          )}
          {before && old && running.data && (
            <RunningCases running={running.data} version={before.version} before={old} after={definition} />
          )}
        </div>
        <aside className={styles.aside} aria-label={say('review.aside')}>
          {drawn && (
            <ChangedList
              draft={draft}
              changes={changes}
              since={beginning.since}
              before={drawn.definition}
              after={definition}
              chosen={chosen}
              onChoose={onChoose}
            />
          )}
          <Checks document={document} errors={errors} onTry={onTry} onRepair={onRepair} />
          {facts && (
            <Suspense fallback={<SkeletonRows rows={2} />}>
              <Standards procedure={draft.id} definition={definition} facts={facts} onRepair={onRepair} />
            </Suspense>
          )}
          <section className={styles.part}>
            <h2>{say('review.comments')}</h2>
            {comments.error && <ProblemNote problem={problemOf(comments.error)} onRetry={comments.again} />}
            <Comments
              procedure={draft.id}
              definition={definition}
              earlier={drawn?.definition}
              comments={said}
              chosen={chosen}
              finds={holdsRight(session, 'compliance')}
              onChoose={onChoose}
              onChanged={comments.again}
            />
          </section>
          {facts && (
            <Decision
              draft={draft}
              facts={facts}
              next={next}
              newest={versions[0]}
              problems={errors.length}
              openComments={open.length}
              openFindings={open.filter(({ finding }) => finding).length}
              allows={permits.length > 0}
              onPublished={onPublished}
            />
          )}
        </aside>
      </div>
    </div>
  );
}
