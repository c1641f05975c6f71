import { type Clause, clauseOf, clausesOfPart, type ProvingPart } from '@redress/definitions';
import { Check, X } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import { useElementVerdicts } from '../check/clause-verdicts.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import styles from './clause.module.css';
import { clauseNumber } from './clause-number.ts';
import { clauseWords } from './clause-words.ts';
import { kindOf } from './kind-of.ts';
import { stepClauses } from './step-clauses.ts';

/** Clauses that something is evidence for, small, each with its standard and title for whoever stays on it. */
export function ClauseChips({
  clauses,
  verdict,
}: {
  readonly clauses: readonly Clause[];
  /** What the check says of them here. */
  readonly verdict?: 'breaks' | 'proves';
}) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  return clauses.map((clause) => {
    const { id, number } = clause;
    const shown = clauseNumber(language, number);
    const whole = clauseWords(clause, { say, text, language });
    return (
      <span
        key={id}
        className={styles.clause}
        data-verdict={verdict}
        title={verdict === undefined ? whole : say(`check.chip.${verdict}`, { clause: whole })}
      >
        {verdict !== undefined && <Icon of={verdict === 'breaks' ? X : Check} size={10} />}
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

/** The first of the clauses that break at a step, as the check of the draft says. */
export function BrokenClause({ step }: { readonly step: string }) {
  const { breaks } = useElementVerdicts(step);
  return <ClauseChips clauses={breaks.slice(0, 1).flatMap((id) => clauseOf(id) ?? [])} verdict="breaks" />;
}
