import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, wordOf } from '../model/loose-json.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';

/** A list of choices has no empty id. */
const none = '(none)';

/** Where the rounds of a recurring procedure come back to. */
export function ProcedureHome({ definition, tree, act }: Pick<PanelProps, 'definition' | 'tree' | 'act'>) {
  const say = useWords();
  const text = useText();
  const home = wordOf(fieldsOf(definition).home);
  const steps = [...tree.byId.values()].flatMap((step) =>
    step.kind === 'outcome' || step.kind === 'history' ? [] : [{ id: step.id, name: nameOf(step, say, text) }],
  );
  return (
    <div data-field="home">
      <Select
        label={say('when.home')}
        hint={say('when.home-hint')}
        options={[
          { id: none, name: say('when.home-none') },
          ...steps,
          ...(home === undefined || steps.some(({ id }) => id === home) ? [] : [{ id: home, name: home }]),
        ]}
        value={home ?? none}
        onChange={(id) => id !== (home ?? none) && act({ name: 'home.set', payload: id === none ? {} : { step: id } })}
      />
    </div>
  );
}
