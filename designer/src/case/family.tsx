import { Link } from '@tanstack/react-router';
import { CornerLeftUp, SquareStack } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { CaseView, RelatedCase } from '../server/shapes/cases.ts';
import { CaseStatus } from './case-status.tsx';
import styles from './facts.module.css';

/** The case that this one came from, and those that came from it: internal review, outside procedure; where they are, or how they ended. */
export function Family({ found }: { readonly found: CaseView }) {
  const say = useWords();
  if (found.origin === undefined && found.children.length === 0) return null;
  return (
    <section className={styles.family}>
      <h3>{say('case.family')}</h3>
      <ul>
        {found.origin === undefined ? null : (
          <li>
            <Icon of={CornerLeftUp} turn />
            <Relative related={found.origin} />
          </li>
        )}
        {found.children.map((child) => (
          <li key={child.id}>
            <Icon of={SquareStack} />
            <Relative related={child} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Relative({ related }: { readonly related: RelatedCase }) {
  const text = useText();
  const step = related.steps.at(-1);
  return (
    <span>
      {related.readable ? (
        <Link to="/cases/$caseId" params={{ caseId: related.id }}>
          {text(related.definitionTitle)}
        </Link>
      ) : (
        text(related.definitionTitle)
      )}
      <small>
        {related.number === undefined ? null : <bdi className={styles.number}>{related.number}</bdi>}
        {related.number === undefined ? null : ' · '}
        {step === undefined ? <CaseStatus status={related.status} outcome={related.outcome} /> : text(step.title)}
      </small>
    </span>
  );
}
