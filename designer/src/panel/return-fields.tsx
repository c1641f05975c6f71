import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { returnDepths } from '../model/return-commands.ts';
import { targetsOf } from '../model/rows.ts';
import type { TreeElement } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { PanelProps } from './draft-panel.tsx';

/** Where a return goes: as far as it remembers, and to which step while there is nothing to remember. */
export function ReturnFields({ element, definition, tree, act }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const state = fieldsOf(placesOf(definition).get(element.id)?.state);
  const depth = returnDepths.find((one) => one === state.history) ?? 'shallow';
  const [first] = targetsOf(state);
  const inside = [...tree.byId.values()].filter((step) => step.parent === element.parent && step.kind !== 'history');
  const steps = inside.map((step) => ({ id: step.id, name: nameOf(step, say, text) }));
  return (
    <>
      <div data-field="history">
        <Select
          label={say('panel.return-depth')}
          options={returnDepths.map((id) => ({ id, name: say(`panel.return-depth.${id}`) }))}
          value={depth}
          onChange={(id) => {
            const next = returnDepths.find((one) => one === id);
            if (next !== undefined && next !== depth) act({ name: 'return.depth', payload: { step: element.id, depth: next } });
          }}
        />
      </div>
      <div data-field="target">
        <Select
          label={say('panel.return-first')}
          options={[
            ...steps,
            ...(first === undefined || steps.some(({ id }) => id === first)
              ? []
              : [{ id: first, name: nameOf(tree.byId.get(first), say, text) || first }]),
          ]}
          value={first}
          onChange={(to) => to !== first && act({ name: 'return.first', payload: { step: element.id, to } })}
        />
      </div>
    </>
  );
}
