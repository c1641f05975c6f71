import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from './draft-panel.tsx';
import { partsOf } from './parts.ts';

/** Who works on a step, else who answers for it. */
export function WhoTab({ element, definition, act }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const works = element.kind === 'task' || (element.kind === 'wait' && element.role !== undefined);
  return (
    <div data-field={works ? 'invoke/input/role' : 'meta/owner'}>
      <Select
        label={say(works ? 'outline.who-works' : 'outline.who-answers')}
        options={partsOf(definition, 'role', text)}
        value={works ? element.role : element.owner}
        onChange={(role) =>
          act(
            works ? { name: 'role.set', payload: { step: element.id, role } } : { name: 'owner.set', payload: { step: element.id, role } },
          )
        }
      />
    </div>
  );
}
