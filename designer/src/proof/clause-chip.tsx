import { type Clause, clausesOfPart, type ProvingPart } from '@redress/definitions';
import { digitsFor } from '../calendar/digits.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import styles from './clause.module.css';
import { clauseNumber } from './clause-number.ts';
import { kindOf } from './kind-of.ts';
import { stepClauses } from './step-clauses.ts';

/** Clauses that something is evidence for, small, each with its standard and title for whoever stays on it. */
export function ClauseChips({ clauses }: { readonly clauses: readonly Clause[] }) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  return clauses.map(({ id, standard, number, title }) => {
    const shown = clauseNumber(language, number);
    const whole = say('proof.clause-whole', { standard: digitsFor(language, standard), number: shown, title: text(title) });
    return (
      <span key={id} className={styles.clause} title={whole}>
        {say('proof.clause', { number: shown })}
      </span>
    );
  });
}

/** What a part of the procedure is asked for. */
export function PartClause({ definition, part }: { readonly definition: object; readonly part: ProvingPart }) {
  return <ClauseChips clauses={clausesOfPart(part, kindOf(definition)).slice(0, 1)} />;
}

/** On the card of a step: the clause that it serves before all others. */
export function StepClause({ definition, tags }: { readonly definition: object; readonly tags: readonly string[] }) {
  return <ClauseChips clauses={stepClauses(definition, tags).slice(0, 1)} />;
}
