import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, wordOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { DelayFields } from './delay-fields.tsx';
import { delayOptions } from './delay-options.ts';
import { SharedTarget } from './shared-length.tsx';
import styles from './when.module.css';

/** A list of choices has no empty id. */
const none = '(none)';
const ownLength = '(new)';

/** How long a stage is meant to take: seen on its title bar; nothing happens when it is over. */
export function StageTarget({ element, ...panel }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const { definition, act } = panel;
  const target = wordOf(fieldsOf(fieldsOf(placesOf(definition).get(element.id)?.state).meta).target);
  const written = target === undefined ? undefined : fieldsOf(fieldsOf(definition).delays)[target];
  const set = (how: { readonly delay?: string; readonly length?: { readonly workingDays: number } }) =>
    act({ name: 'target.set', payload: { stage: element.id, ...how } });
  return (
    <section className={styles.part} data-field="meta/target">
      <Select
        label={say('when.target')}
        hint={say('when.target-hint')}
        options={[
          { id: none, name: say('when.no-target') },
          { id: ownLength, name: say('when.new-length') },
          ...delayOptions({ definition, say, text }, target),
        ]}
        value={target ?? none}
        onChange={(id) => {
          if (id === ownLength) set({ length: { workingDays: 10 } });
          else if (id !== (target ?? none)) set(id === none ? {} : { delay: id });
        }}
      />
      {target !== undefined && written !== undefined && (
        <>
          <DelayFields
            definition={definition}
            length={fieldsOf(written)}
            noDays
            onWrite={(length) => act({ name: 'delay.set', payload: { delay: target, length } })}
          />
          <SharedTarget {...panel} but={element.id} delay={target} />
        </>
      )}
    </section>
  );
}
