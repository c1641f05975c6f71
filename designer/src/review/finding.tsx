import { type Clause, clauseOf, clauses } from '@redress/definitions';
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
const grades = ['comment', 'observation', 'minor', 'major'] as const;

/** The finding that it is; `incomplete` without its clause, nothing if it is a comment. */
export function findingOf({ grade, clause }: Remark): DraftFinding | 'incomplete' | undefined {
  if (grade === 'comment') return undefined;
  return clause === undefined ? 'incomplete' : { grade, clause };
}

function useClauseWords(): (clause: Clause) => string {
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

/** Its weight and its clause. */
export function FindingWords({ finding: { grade, clause } }: { readonly finding: DraftFinding }) {
  const say = useWords();
  const wordsOf = useClauseWords();
  const known = clauseOf(clause);
  return (
    <p className={styles.finding} data-grade={grade}>
      <strong>{say(`review.grade-${grade}`)}</strong> <bdi>{known ? wordsOf(known) : clause}</bdi>
    </p>
  );
}
