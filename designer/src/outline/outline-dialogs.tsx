import { useConditionOf } from '../conditions/way-conditions.ts';
import { useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import type { ElementKind } from '../model/step-kind.ts';
import { ChooseStepDialog, NewStepDialog } from './late-dialogs.ts';
import { likelyWay, newStep, newWay, waysThrough } from './outline-edits.ts';
import { nameOf, rowWords } from './outline-words.ts';
import type { Outline } from './use-outline.ts';

export type Asking = 'step' | 'way' | 'deadline' | 'connect' | 'move';

/** What has to be asked before an edit: a name, or another step. */
export function OutlineDialogs({
  asking,
  outline,
  steps,
  onAct,
  onClose,
}: {
  readonly asking: Asking | undefined;
  readonly outline: Outline;
  /** Steps that go together; without them the chosen one. */
  readonly steps?: readonly string[];
  readonly onAct: (command: Command) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const { definition, tree, element, row } = outline;
  const conditionOf = useConditionOf(definition);
  const moving = steps ?? (element ? [element.id] : []);
  const all = [...tree.byId.values()];
  const ways = (kind: ElementKind) => ({
    options: waysThrough(outline, kind).map((way) => {
      const words = rowWords(definition, way, say, text, conditionOf(way));
      const to = nameOf(tree.byId.get(way.to[0] ?? ''), say, text);
      return {
        id: way.address,
        name: way.leads === 'open' ? say('outline.through-open', { way: words }) : say('outline.through', { way: words, to }),
      };
    }),
    likely: likelyWay(outline, kind)?.address,
  });
  const named = (steps: typeof all) => steps.map((step) => ({ id: step.id, name: nameOf(step, say, text) }));
  if (asking === 'step' || asking === 'way' || asking === 'deadline')
    return (
      <NewStepDialog
        what={asking}
        definition={definition}
        {...(asking === 'step' ? { ways } : {})}
        onClose={onClose}
        onAdd={({ title, kind, through }) =>
          onAct(asking === 'step' ? newStep(outline, title, kind, through) : newWay(outline, title, asking === 'deadline'))
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
        options={named(all.filter(({ kind, id }) => (kind === 'stage' || kind === 'tracks') && !moving.includes(id)))}
        onClose={onClose}
        onChoose={(into) => onAct({ name: 'step.move', payload: { ids: moving, into } })}
      />
    );
  return null;
}
