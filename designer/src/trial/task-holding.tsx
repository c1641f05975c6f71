import type { Script, ScriptStep } from '@redress/engine';
import { Hand, Undo2, UserRoundCheck } from 'lucide-react';
import { Button } from '../base/button.tsx';
import type { OfferGroup } from './offer-groups.ts';
import styles from './trial.module.css';
import { rolesIn, type Trial } from './trial-play.ts';
import { personWords, type Speaking } from './trial-words.ts';

/** Whose the task is: it is taken, given back, or given to somebody else who has the role. */
export function TaskHolding({
  group: { caseId, process, step },
  trial,
  people,
  person,
  speaking,
  within,
  onAct,
}: {
  readonly group: OfferGroup;
  readonly trial: Extract<Trial, { readonly ok: true }>;
  readonly people: Script['people'];
  /** Who is played. */
  readonly person: string;
  readonly speaking: Speaking;
  /** Names the procedure, where it is not the one that is drawn. */
  readonly within: { readonly in?: string };
  readonly onAct: (step: ScriptStep) => void;
}) {
  const { say } = speaking;
  const { state } = trial.rehearsal.cases.find((one) => one.caseId === caseId) ?? {};
  const task = state?.tasks.find((one) => one.kind === 'work' && one.step === step);
  if (!task || step === undefined) return null;
  const others = Object.entries(people).filter(([other, roles]) => other !== person && rolesIn(roles, process).includes(task.role));
  const act = { by: person, ...within };
  return (
    <div className={styles.holding}>
      {task.assignee === undefined && (
        <Button kind="quiet" icon={Hand} onPress={() => onAct({ claim: step, ...act })}>
          {say('trial.take')}
        </Button>
      )}
      {task.assignee === person && (
        <Button kind="quiet" icon={Undo2} turn onPress={() => onAct({ release: step, ...act })}>
          {say('trial.give-back')}
        </Button>
      )}
      {others.map(([other]) => (
        <Button key={other} kind="quiet" icon={UserRoundCheck} onPress={() => onAct({ assign: step, to: other, ...act })}>
          {say('trial.give-to', { person: personWords(speaking, other) })}
        </Button>
      ))}
    </div>
  );
}
