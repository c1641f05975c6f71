import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CornerLeftUp, SquareStack } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import { useText, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { readCase } from './case-requests.ts';
import { CaseStatus } from './case-status.tsx';
import styles from './facts.module.css';

/** The case that this one came from, and those that came from it: internal review, outside procedure. */
export function Family({ found }: { readonly found: CaseView }) {
  const say = useWords();
  const text = useText();
  if (found.parent === undefined && found.children.length === 0) return null;
  return (
    <section className={styles.family}>
      <h3>{say('case.family')}</h3>
      <ul>
        {found.parent === undefined ? null : <Parent id={found.parent} />}
        {found.children.map((child) => (
          <li key={child.id}>
            <Icon of={SquareStack} />
            <span>
              <Link to="/cases/$caseId" params={{ caseId: child.id }}>
                {text(child.definitionTitle)}
              </Link>
              <small>
                {child.number === undefined ? null : <bdi className={styles.number}>{child.number}</bdi>}{' '}
                <CaseStatus status={child.status} outcome={child.outcome} />
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Parent({ id }: { readonly id: string }) {
  const say = useWords();
  const text = useText();
  const query = useQuery({ queryKey: keys.case(id), queryFn: async () => answerOf(await readCase(id)) });
  return (
    <li>
      <Icon of={CornerLeftUp} turn />
      <span>
        <Link to="/cases/$caseId" params={{ caseId: id }}>
          {query.data ? text(query.data.definitionTitle) : say('case.parent')}
        </Link>
        <small>{query.data?.number === undefined ? say('case.parent') : <bdi className={styles.number}>{query.data.number}</bdi>}</small>
      </span>
    </li>
  );
}
