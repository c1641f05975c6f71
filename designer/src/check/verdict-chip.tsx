import type { Verdict } from '@redress/definitions';
import { Check, CircleQuestionMark, Minus, TriangleAlert, UserRound, X } from 'lucide-react';
import { Chip } from '../base/chip.tsx';
import { useWords } from '../language/words.tsx';
import styles from './check.module.css';

const looks = {
  fails: { tone: 'danger', icon: X },
  possible: { tone: 'line', icon: TriangleAlert },
  'not-decided': { tone: 'time', icon: CircleQuestionMark },
  holds: { tone: 'good', icon: Check },
  'needs-person': { tone: 'line', icon: UserRound },
  vacuous: { tone: 'neutral', icon: Minus },
} as const;

/** A verdict by shape and word. */
export function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
  const say = useWords();
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      <Chip {...looks[verdict]}>{say(`check.verdict.${verdict}`)}</Chip>
    </span>
  );
}
