import { type Clause, clauseOf, clauses } from '@redress/definitions';
import { Link } from '@tanstack/react-router';
import { ComboBox } from '../base/combo-box.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { clauseWords } from '../proof/clause-words.ts';
import type { DraftFinding, Grade } from '../server/shapes/definitions.ts';
import styles from './review.module.css';

/** What an officer is about to say: a comment like everybody's, or a finding, whose clause is chosen before it is sent. */
export interface Remark {
  readonly grade: Grade | 'comment';
  readonly clause?: string | undefined;
}
/** The lightest first. */
export const weights = ['observation', 'minor', 'major'] as const satisfies readonly Grade[];
const grades = ['comment', ...weights] as const;

/** The finding that it is; `incomplete` without its clause, nothing if it is a comment. */
export function findingOf({ grade, clause }: Remark): DraftFinding | 'incomplete' | undefined {
  if (grade === 'comment') return undefined;
  return clause === undefined ? 'incomplete' : { grade, clause };
}

/** A clause as people name it. */
export function useClauseWords(): (clause: Clause) => string {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  return (clause) => clauseWords(clause, { say, text, language });
}

/** Whether it is a finding, of which weight, and about which clause. */
export function FindingFields({ remark, onChange }: { readonly remark: Remark; readonly onChange: (remark: Remark) => void }) {
  const say = useWords();
  const wordsOf = useClauseWords();
  return (
    <>
      <RadioCards
        label={say('review.grade')}
        look="list"
        cards={grades.map((id) => ({ id, name: say(`review.grade-${id}`) }))}
        value={remark.grade}
        onChange={(id) => onChange({ ...remark, grade: grades.find((one) => one === id) ?? 'comment' })}
      />
      {remark.grade !== 'comment' && (
        <ComboBox
          label={say('review.finding-clause')}
          options={clauses.map((clause) => ({ id: clause.id, name: wordsOf(clause) }))}
          value={remark.clause}
          none={say('review.finding-no-clause')}
          onChange={(clause) => onChange({ ...remark, clause })}
        />
      )}
    </>
  );
}

/** Its weight and its clause, which leads to the proof of the draft or of a version. */
export function FindingWords({
  finding: { grade, clause },
  proof: { procedure, of },
}: {
  readonly finding: DraftFinding;
  readonly proof: { readonly procedure: string; readonly of: string };
}) {
  const say = useWords();
  const wordsOf = useClauseWords();
  const known = clauseOf(clause);
  return (
    <p className={styles.finding} data-grade={grade}>
      <strong>{say(`review.grade-${grade}`)}</strong>{' '}
      <Link to="/procedures/$procedure/proof" params={{ procedure }} search={{ of, clause }}>
        {known ? wordsOf(known) : <bdi>{clause}</bdi>}
      </Link>
    </p>
  );
}
