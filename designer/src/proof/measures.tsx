import { belongsTo, clausesOf, measures } from '@redress/definitions';
import { Lock, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Icon } from '../base/icon.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import { type Fields, fieldsOf, textOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { ClauseChips } from './clause-chip.tsx';
import { kindOf } from './kind-of.ts';
import { asWritten, readMeasure, type Side, sides, targetWords, type Unit } from './measure-words.ts';
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

function MeasureFields({ kpi, value, definition, act }: PanelProps & { readonly kpi: string; readonly value: unknown }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const measure = measures.get(kpi);
  const written = fieldsOf(value);
  const name = text(textOf(written.title)) || text(measure?.title) || kpi;
  const read = readMeasure(value);
  if (!read)
    return (
      <p className={styles.locked} data-field={`kpis/${kpi}`}>
        <Icon of={Lock} label={say('proof.locked')} /> <bdi>{name}</bdi>
      </p>
    );
  const { unit, per, side, target } = read;
  const shown = target === undefined ? '' : dates.number(target);
  return (
    <details className={styles.fold} data-field={`kpis/${kpi}`}>
      <summary>
        <span>
          <bdi>{name}</bdi> <ClauseChips clauses={clausesOf(measure, kindOf(definition)).slice(0, 1)} />
        </span>
        <small>
          {targetWords(read, say)} · {say(`proof.per.${per}`)}
        </small>
      </summary>
      <Target kpi={kpi} unit={unit} side={side} shown={shown} written={written} act={act} />
      <div>
        <Button icon={Trash2} onPress={() => act({ name: 'kpi.remove', payload: { kpi } })}>
          {say('who.remove', { name })}
        </Button>
      </div>
    </details>
  );
}

function Target({
  kpi,
  unit,
  side,
  shown,
  written,
  act,
}: Pick<PanelProps, 'act'> & {
  readonly kpi: string;
  readonly unit: Unit;
  readonly side: Side | undefined;
  readonly shown: string;
  readonly written: Fields;
}) {
  const say = useWords();
  const [typed, setTyped] = useState<string>();
  const [wanted, setWanted] = useState<Side>(side ?? (unit === 'days' ? 'atMost' : 'atLeast'));
  const number = typed === undefined || typed.trim() === '' ? undefined : readNumber(typed);
  const isWrong = typed !== undefined && typed.trim() !== '' && number === undefined;
  return (
    <div className={panelStyles.titles}>
      <Select
        label={say('proof.target')}
        options={sides.map((id) => ({ id, name: say(`proof.side.${id}`) }))}
        value={side ?? wanted}
        onChange={(id) => {
          const next = sides.find((one) => one === id);
          if (next === undefined || next === (side ?? wanted)) return;
          setWanted(next);
          if (side !== undefined) act({ name: 'kpi.target', payload: { kpi, side: next, value: Number(written[side]) } });
        }}
      />
      <TextField
        label={say(`proof.unit.${unit}`)}
        inputMode="decimal"
        value={typed ?? shown}
        {...(isWrong ? { problem: say('proof.target-wrong') } : {})}
        onChange={(words) => {
          setTyped(words);
          const next = readNumber(words);
          const at = side ?? wanted;
          if (words.trim() === '') act({ name: 'kpi.target', payload: { kpi, side: at } });
          else if (next !== undefined) act({ name: 'kpi.target', payload: { kpi, side: at, value: asWritten(next, unit) } });
        }}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  );
}
