import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SquareStack } from 'lucide-react';
import { ButtonLink } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useText, useWords, Words } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import type { CaseView, RelatedCase } from '../server/shapes/cases.ts';
import { useLive } from '../server/use-live.tsx';
import styles from './case.module.css';
import { CaseStatus } from './case-status.tsx';

/** A case that waits for another says so, and leads there. */
export function RunningChildren({ found }: { readonly found: CaseView }) {
  return found.children
    .filter((child) => child.status === 'active')
    .map((child) => <Running key={child.id} child={child} parent={found.id} />);
}

/** Stays fresh while the other case moves: the parent itself hears of it only when it ends. */
function Running({ child, parent }: { readonly child: RelatedCase; readonly parent: string }) {
  const say = useWords();
  const text = useText();
  const client = useQueryClient();
  const refill = () => void client.invalidateQueries({ queryKey: keys.case(parent) });
  useLive(child.readable ? `case:${child.id}` : undefined, { hint: refill, refill });
  return (
    <Note
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
  );
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
