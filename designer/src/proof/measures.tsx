import { belongsTo, measures } from '@redress/definitions';
import { useState } from 'react';
import { ComboBox } from '../base/combo-box.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { kindOf } from './kind-of.ts';
import { MeasureFields } from './measure-fields.tsx';
import styles from './proof.module.css';

/** What is measured, and which target it has; a measure without a target is only shown. */
export function Measures(panel: PanelProps) {
  const say = useWords();
  const text = useText();
  const place = useKeptFocus<HTMLElement>();
  const [added, setAdded] = useState(0);
  const { definition, act } = panel;
  const kind = kindOf(definition);
  const written = fieldsOf(fieldsOf(definition).kpis);
  const options = [...measures]
    .filter(([id, measure]) => belongsTo(measure, kind) && !(id in written))
    .map(([id, { title }]) => ({ id, name: text(title) }));
  return (
    <section ref={place} data-field="kpis" tabIndex={-1}>
      <h3>{say('proof.measures')}</h3>
      <p className={panelStyles.quiet}>{say('proof.measures-hint')}</p>
      <div className={styles.folds}>
        {Object.entries(written).map(([id, value]) => (
          <MeasureFields key={id} {...panel} kpi={id} value={value} />
        ))}
      </div>
      {options.length > 0 && (
        <ComboBox
          key={added} // Empty again, for the next one.
          label={say('proof.measures-add')}
          options={options}
          value={undefined}
          none={say('proof.nothing-found')}
          autoFocus={added > 0}
          onChange={(id) => {
            const measure = id === undefined ? undefined : measures.get(id);
            if (id === undefined || !measure) return;
            if (act({ name: 'kpi.add', payload: { kpi: id, unit: measure.unit, per: measure.per } })) setAdded(added + 1);
          }}
        />
      )}
    </section>
  );
}
