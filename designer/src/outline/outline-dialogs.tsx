import { useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { ChooseStepDialog } from './choose-step-dialog.tsx';
import { NewStepDialog } from './new-step-dialog.tsx';
import { newStep, newWay } from './outline-edits.ts';
import { nameOf } from './outline-words.ts';
import type { Outline } from './use-outline.ts';

export type Asking = 'step' | 'way' | 'deadline' | 'connect' | 'move';

/** What has to be asked before an edit: a name, or another step. */
export function OutlineDialogs({
  asking,
  outline,
  onAct,
  onClose,
}: {
  readonly asking: Asking | undefined;
  readonly outline: Outline;
  readonly onAct: (command: Command) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const { definition, tree, element, row } = outline;
  const all = [...tree.byId.values()];
  const named = (steps: typeof all) => steps.map((step) => ({ id: step.id, name: nameOf(step, say, text) }));
  if (asking === 'step' || asking === 'way' || asking === 'deadline')
    return (
      <NewStepDialog
        what={asking}
        definition={definition}
        onClose={onClose}
        onAdd={({ title, kind }) =>
          onAct(asking === 'step' ? newStep(outline, title, kind) : newWay(outline, title, asking === 'deadline'))
        }
      />
    );
  if (asking === 'connect' && row)
    return (
      <ChooseStepDialog
        title={say('outline.connect')}
        label={say('outline.leads-to-field')}
        options={named(all)}
        onClose={onClose}
        onChoose={(to) => onAct({ name: 'row.connect', payload: { row: row.address, to } })}
      />
    );
  if (asking === 'move' && element)
    return (
      <ChooseStepDialog
        title={say('outline.move')}
        label={say('outline.stands-in')}
        options={named(all.filter(({ kind, id }) => (kind === 'stage' || kind === 'tracks') && id !== element.id))}
        onClose={onClose}
        onChoose={(into) => onAct({ name: 'step.move', payload: { ids: [element.id], into } })}
      />
    );
  return null;
}
