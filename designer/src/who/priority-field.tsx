import { Select } from '../base/select.tsx';
import { caseFields } from '../conditions/case-fields.ts';
import { useText, useWords } from '../language/words.tsx';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { priorities } from '../work/priority.ts';

/** A list of choices has no empty id. */
const none = '(none)';
const kept = '(kept)';

/** How much a task presses: always the same, or what a number of the case says when it opens. */
export function PriorityField({
  element,
  definition,
  act,
  priority,
}: Pick<PanelProps, 'definition' | 'act'> & { readonly element: TreeElement; readonly priority: unknown }) {
  const say = useWords();
  const text = useText();
  const numbers = caseFields(definition, text).filter(({ kind }) => kind === 'number' || kind === 'scale');
  const options = [
    { id: none, name: say('who.priority-none'), value: undefined },
    ...priorities.map(({ level, word }) => ({ id: String(level), name: say(word), value: level })),
    ...numbers.map(({ id, name }) => ({ id: `= ${id}`, name: say('who.priority-as', { field: name }), value: `= ${id}` })),
  ];
  const chosen = options.find(({ value }) => value === (typeof priority === 'string' ? priority.replace(/^= ?/, '= ') : priority));
  const formula = typeof priority === 'string' ? priority.replace(/^= ?/, '') : JSON.stringify(priority);
  return (
    <div data-field="invoke/input/priority">
      <Select
        label={say('who.priority')}
        hint={say('who.priority-hint')}
        options={[
          ...options.map(({ id, name }) => ({ id, name })),
          ...(chosen ? [] : [{ id: kept, name: say('who.priority-kept', { formula }) }]),
        ]}
        value={chosen?.id ?? kept}
        onChange={(id) => {
          const next = options.find((option) => option.id === id);
          if (next && next !== chosen)
            act({ name: 'priority.set', payload: { step: element.id, ...(next.value === undefined ? {} : { priority: next.value }) } });
        }}
      />
    </div>
  );
}
