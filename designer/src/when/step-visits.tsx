import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { useWords } from '../language/words.tsx';
import { mayBeLimited } from '../model/delay-commands.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { FieldFindings } from './field-findings.tsx';
import { TimesField } from './times-field.tsx';
import styles from './when.module.css';

/** How often a case may come here: what bounds a circle of the drawing. */
export function StepVisits({ element, ...panel }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const place = useKeptFocus<HTMLElement>();
  const { definition, act } = panel;
  const state = fieldsOf(placesOf(definition).get(element.id)?.state);
  const { maxVisits } = fieldsOf(state.meta);
  if (!mayBeLimited(state, element.id)) return null;
  const set = (most?: number) => act({ name: 'visits.set', payload: { step: element.id, ...(most === undefined ? {} : { most }) } });
  return (
    <section ref={place} tabIndex={-1} className={styles.part} data-field="meta/maxVisits">
      <h3>{say('when.visits')}</h3>
      <FieldFindings {...panel} at="meta/maxVisits" />
      {maxVisits === undefined ? (
        <>
          <p className={panelStyles.quiet}>{say('when.visits-free')}</p>
          <div className={panelStyles.adds}>
            <Button kind="link" icon={Plus} onPress={() => set(2)}>
              {say('when.visits-add')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <TimesField label={say('when.visits-most')} times={typeof maxVisits === 'number' ? maxVisits : undefined} onWrite={set} />
          <p className={panelStyles.quiet}>{say('when.visits-hint')}</p>
          <div>
            <Button kind="quiet" icon={Trash2} onPress={() => set()}>
              {say('when.visits-remove')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
