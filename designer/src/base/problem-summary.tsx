import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useWords } from '../language/words.tsx';
import { Icon } from './icon.tsx';
import styles from './problem-summary.module.css';

export interface FieldProblem {
  /** Id of the field's focusable element. */
  readonly fieldId: string;
  readonly label: string;
  /** `is missing`, `is too long`: goes on after the label. */
  readonly words: string;
}

/** Above a form that was not taken: how many answers need a look, each a way to its field. Takes the focus when it appears. */
export function ProblemSummary({ problems, attempt }: { readonly problems: readonly FieldProblem[]; readonly attempt: number }) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <Icon of={TriangleAlert} />
      <div>
        <b>{say('form.problems', { count: problems.length })}</b>
        <ul>
          {problems.map((problem) => (
            <li key={problem.fieldId}>
              <a
                href={`#${problem.fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(problem.fieldId);
                }}
              >
                {problem.label}
              </a>{' '}
              {problem.words}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Moves to a field: to itself, or to the first part of it that takes the focus (radio cards, a date). */
export function focusField(fieldId: string): void {
  const element = document.getElementById(fieldId);
  const target = element?.matches('input,textarea,button,select,[tabindex]')
    ? element
    : element?.querySelector<HTMLElement>('input,textarea,button,[tabindex="0"]');
  target?.focus();
  element?.scrollIntoView({ block: 'center' });
}
