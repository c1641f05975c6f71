import { clauseOf } from '@redress/definitions';
import { useWords } from '../language/words.tsx';
import { ClauseChips } from '../proof/clause-chip.tsx';
import { useElementVerdicts } from './clause-verdicts.ts';
import styles from './element-clauses.module.css';

/** Which clauses break at an element, and which it proves, as the check of the draft says. */
export function ElementClauses({ element }: { readonly element: string }) {
  const say = useWords();
  const verdicts = useElementVerdicts(element);
  const lists = (['breaks', 'proves'] as const).filter((verdict) => verdicts[verdict].length > 0);
  if (lists.length === 0) return null;
  return (
    <dl className={styles.clauses}>
      {lists.map((verdict) => (
        <div key={verdict}>
          <dt>{say(`check.element.${verdict}`)}</dt>
          <dd>
            <ClauseChips clauses={verdicts[verdict].flatMap((id) => clauseOf(id) ?? [])} verdict={verdict} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
