import type { LetterFate, Rehearsal, Script, ScriptStep } from '@redress/engine';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
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
  script,
  onAct,
}: {
  readonly tree: ProcedureTree;
  readonly rehearsal: Rehearsal;
  readonly definitions: readonly object[];
  /** As far as it is played. */
  readonly script: Script;
  readonly onAct: (step: ScriptStep) => void;
}) {
  const say = useWords();
  const [reading, setReading] = useState(false);
  const said = script.steps.findLast((step) => 'letters' in step);
  const fate = (said && 'letters' in said ? said.letters : script.letters)?.['*'] ?? 'sent';
  const { steps, ways } = reachedIn(tree, rehearsal);
  return (
    <div className={styles.facts}>
      <Button kind="link" icon={Mail} onPress={() => setReading(true)}>
        {say('trial.letters', { count: rehearsal.letters.length })}
      </Button>
      <Select
        label={say('trial.fate')}
        options={(['sent', 'bounced', 'print'] as const).map((id) => ({ id, name: say(`trial.becomes.${id}`) }))}
        value={fate}
        onChange={(next) => next !== fate && onAct({ letters: { '*': fateOf(next) } })}
      />
      <Reached label={say('trial.steps-reached')} share={steps} />
      <Reached label={say('trial.ways-reached')} share={ways} />
      {reading && <TrialLetters rehearsal={rehearsal} definitions={definitions} onClose={() => setReading(false)} />}
    </div>
  );
}

const fateOf = (id: string): LetterFate => (id === 'bounced' || id === 'print' ? id : 'sent');

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
