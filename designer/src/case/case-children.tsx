import { Link } from '@tanstack/react-router';
import { SquareStack } from 'lucide-react';
import { ButtonLink } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useText, useWords, Words } from '../language/words.tsx';
import type { CaseView, RelatedCase } from '../server/shapes/cases.ts';
import styles from './case.module.css';
import { CaseStatus } from './case-status.tsx';

/** A case that waits for another says so, and leads there. */
export function RunningChildren({ found }: { readonly found: CaseView }) {
  const say = useWords();
  const text = useText();
  return found.children
    .filter((child) => child.status === 'active')
    .map((child) => (
      <Note
        key={child.id}
        tone="accent"
        icon={SquareStack}
        actions={
          child.readable ? (
            <ButtonLink kind="plain" to="/cases/$caseId" params={{ caseId: child.id }}>
              {say('case.child-open')}
            </ButtonLink>
          ) : undefined
        }
      >
        <Words
          id="case.child-running"
          facts={{ procedure: text(child.definitionTitle), number: child.number ?? '', step: text(child.steps.at(-1)?.title) }}
        />
      </Note>
    ));
}

/** Cases that one step began, beside that step in the chart. */
export function StepChildren({ found, step }: { readonly found: CaseView; readonly step: string }) {
  return found.children
    .filter((child) => child.step === step)
    .map((child) => (
      <p key={child.id}>
        <RelatedNumber related={child} />
        <CaseStatus status={child.status} outcome={child.outcome} />
      </p>
    ));
}

/** Number of a related case; a link for those who may open it. */
export function RelatedNumber({ related }: { readonly related: RelatedCase }) {
  const say = useWords();
  const number = related.number ?? say('case.no-number');
  return related.readable ? (
    <Link to="/cases/$caseId" params={{ caseId: related.id }}>
      <bdi>{number}</bdi>
    </Link>
  ) : (
    <bdi className={styles.number}>{number}</bdi>
  );
}
