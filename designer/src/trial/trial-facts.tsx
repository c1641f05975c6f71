import type { Rehearsal } from '@redress/engine';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { useWords } from '../language/words.tsx';
import type { ProcedureTree } from '../model/tree.ts';
import styles from './trial.module.css';
import { TrialLetters } from './trial-letters.tsx';
import { reachedIn, type Share } from './trial-marks.ts';

/** Letters that would go, and how much of the procedure the story has reached. */
export function TrialFacts({
  tree,
  rehearsal,
  definitions,
}: {
  readonly tree: ProcedureTree;
  readonly rehearsal: Rehearsal;
  readonly definitions: readonly object[];
}) {
  const say = useWords();
  const [reading, setReading] = useState(false);
  const { steps, ways } = reachedIn(tree, rehearsal);
  return (
    <div className={styles.facts}>
      <Button kind="link" icon={Mail} onPress={() => setReading(true)}>
        {say('trial.letters', { count: rehearsal.letters.length })}
      </Button>
      <Reached label={say('trial.steps-reached')} share={steps} />
      <Reached label={say('trial.ways-reached')} share={ways} />
      {reading && <TrialLetters rehearsal={rehearsal} definitions={definitions} onClose={() => setReading(false)} />}
    </div>
  );
}

function Reached({ label, share: { reached, of } }: { readonly label: string; readonly share: Share }) {
  const say = useWords();
  return (
    <label className={styles.reached}>
      <span>{label}</span>
      <span>{say('trial.share', { reached, of })}</span>
      <progress value={reached} max={Math.max(of, 1)} />
    </label>
  );
}
