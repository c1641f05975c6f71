import type { Gate, GateGoal } from '@redress/engine';
import { Check, CircleAlert, PenLine, Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Icon } from '../base/icon.tsx';
import { Note } from '../base/note.tsx';
import { TextField } from '../base/text-field.tsx';
import { isolated } from '../language/isolated.ts';
import { useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { type Fields, wordOf } from '../model/loose-json.ts';
import type { ProcedureTree } from '../model/tree.ts';
import { nameOf, rowWords } from '../outline/outline-words.ts';
import type { KeptScenario } from './scenario-script.ts';
import styles from './scenarios.module.css';

/** What publishing asks for: each outcome and each deadline reached by a scenario, or a written reason why none does. */
export function GateDialog({
  gate,
  tree,
  definition,
  kept,
  gaps,
  act,
  onOpen,
  onClose,
}: {
  readonly gate: Gate;
  readonly tree: ProcedureTree;
  readonly definition: object;
  readonly kept: readonly KeptScenario[];
  /** Written reasons, as they are in the draft now. */
  readonly gaps: Fields;
  readonly act?: (command: Command) => readonly string[] | undefined;
  readonly onOpen: (scenario: string) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const open = (id: string) => {
    onClose();
    onOpen(id);
  };
  const goalWords = ({ kind, what }: GateGoal): string => {
    if (kind === 'outcome') return nameOf(tree.byId.get(what.slice('end:'.length)), say, text);
    const step = tree.byId.get(what.split('/')[0] ?? '');
    const row = step?.rows.find(({ address }) => address === what);
    return say('problems.way', { way: row ? rowWords(definition, row, say, text) : what, step: nameOf(step, say, text) });
  };
  return (
    <Dialog title={say('trial.gate')} isOpen wide onClose={onClose} actions={<Button onPress={onClose}>{say('dialog.close')}</Button>}>
      <Note tone={gate.met ? 'good' : 'neutral'}>{say(gate.met ? 'trial.gate-met' : 'trial.gate-open')}</Note>
      {(['outcome', 'deadline'] as const).map((kind) => (
        <section key={kind} className={styles.goals}>
          <h3>{say(kind === 'outcome' ? 'trial.outcomes' : 'trial.deadlines')}</h3>
          <ul>
            {gate.goals
              .filter((goal) => goal.kind === kind)
              .map((goal) => (
                <li key={goal.what}>
                  <span dir="auto">{goalWords(goal)}</span>
                  {goal.state === 'reached' ? (
                    <small>
                      <Icon of={Check} size={14} />
                      <span>
                        {say('trial.reached-by', { title: isolated(kept.find(({ id }) => id === goal.scenarios[0])?.title ?? '') })}
                      </span>
                    </small>
                  ) : (
                    <>
                      <Chip tone={goal.state === 'missing' ? 'danger' : 'line'} icon={goal.state === 'missing' ? CircleAlert : PenLine}>
                        {say(goal.state === 'missing' ? 'trial.missing' : 'trial.excused')}
                      </Chip>
                      <TextField
                        label={say('trial.reason', { goal: goalWords(goal) })}
                        labelHidden
                        placeholder={say('trial.reason-hint')}
                        value={wordOf(gaps[goal.what]) ?? ''}
                        maxLength={500}
                        isReadOnly={act === undefined}
                        onChange={(reason) => act?.({ name: 'gap.set', payload: { what: goal.what, reason } })}
                      />
                    </>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section className={styles.goals}>
        <h3>{say('trial.scenarios')}</h3>
        {kept.length === 0 && <p>{say('trial.no-scenarios')}</p>}
        <ul>
          {kept.map(({ id, title }) => {
            const went = gate.scenarios.find((one) => one.id === id);
            return (
              <li key={id}>
                <Button kind="link" onPress={() => open(id)}>
                  {title}
                </Button>
                <Chip tone={went?.ok ? 'good' : 'danger'}>
                  {say(went?.ok ? 'trial.well' : 'trial.badly', { count: went?.problems.length ?? 0 })}
                </Chip>
                {act && (
                  <Button
                    kind="quiet"
                    icon={Trash2}
                    label={say('trial.remove', { title })}
                    onPress={() => act({ name: 'scenario.remove', payload: { scenario: id } })}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </Dialog>
  );
}
