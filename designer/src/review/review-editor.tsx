import type { JsonObject } from '@redress/engine';
import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../base/icon.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { DraftStatus } from '../draft/draft-status.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useDrawLock } from '../draft/use-draw-lock.ts';
import { useFindings } from '../findings/use-findings.ts';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { problemOf } from '../server/problem.ts';
import { PageHeading } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Checks } from './checks.tsx';
import { Comments } from './comments.tsx';
import { Decision } from './decision.tsx';
import styles from './review.module.css';
import { ReviewSteps } from './review-steps.tsx';
import { useComments, useProcedure, useVersion } from './use-review.ts';

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
  const text = useText();
  const lock = useDrawLock(draft);
  const document = useStore(draft.editor.store, (state) => state.document);
  const facts = useStore(draft.link.store, (state) => state.facts);
  const { definition } = document;
  const { findings } = useFindings(document);
  const procedure = useProcedure(draft.id);
  const versions = procedure.data?.versions ?? [];
  const before = versions.find(({ inForce }) => inForce) ?? versions[0];
  const version = useVersion(draft.id, before?.version);
  const comments = useComments(draft.id);
  const old = version.data?.document as JsonObject | undefined;
  const isFirst = procedure.data === null;
  const next = (versions[0]?.version ?? 0) + 1;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const open = (comments.data ?? []).filter(({ resolved }) => !resolved).length;
  const isReady = isFirst || (old !== undefined && procedure.data !== undefined);
  const problem = procedure.error ?? version.error;
  const oldName = before ? say('review.version', { version: before.version }) : '';
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.titles}>
          <div className={styles.above}>{above}</div>
          <PageHeading>{text(treeOf(definition).title) || say('design.review')}</PageHeading>
          <DraftStatus link={draft.link} lock={lock} />
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
      <div className={styles.columns}>
        <div className={styles.main}>{isReady ? <p>{oldName}</p> : <SkeletonRows rows={8} />}</div>
        <aside className={styles.aside} aria-label={say('review.aside')}>
          <Checks document={document} errors={errors} onTry={onTry} onRepair={onRepair} />
          <section className={styles.part}>
            <h2>{say('review.comments')}</h2>
            {comments.error && <ProblemNote problem={problemOf(comments.error)} onRetry={comments.again} />}
            <Comments
              procedure={draft.id}
              definition={definition}
              comments={comments.data ?? []}
              chosen={chosen}
              onChoose={onChoose}
              onChanged={comments.again}
            />
          </section>
          {facts && (
            <Decision
              draft={draft}
              facts={facts}
              next={next}
              problems={errors.length}
              openComments={open}
              allows={false}
              onPublished={onPublished}
            />
          )}
        </aside>
      </div>
    </div>
  );
}
