import { clausesOf, measures } from '@redress/definitions';
import { Lock, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import { type Fields, fieldsOf, textOf } from '../model/loose-json.ts';
import { measurePeriods, measureUnits } from '../model/measure-commands.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { TitleFields } from '../panel/title-fields.tsx';
import { ClauseChips } from './clause-chip.tsx';
import { kindOf } from './kind-of.ts';
import { asWritten, type ReadMeasure, readMeasure, type Side, sides, targetWords, type Unit } from './measure-words.ts';
import styles from './proof.module.css';

/** One measure: its target, what it is counted in and over which time, and what we call it. */
export function MeasureFields({ kpi, value, definition, act }: PanelProps & { readonly kpi: string; readonly value: unknown }) {
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
      <Target key={unit} kpi={kpi} unit={unit} side={side} shown={shown} written={written} act={act} />
      <Counting kpi={kpi} unit={unit} per={per} act={act} />
      <details className={panelStyles.more}>
        <summary>{say('proof.measure-name')}</summary>
        <section>
          <TitleFields
            definition={definition}
            words={textOf(written.title)}
            at={`kpis/${kpi}/title`}
            about={say('proof.measure-name')}
            onWrite={(language, words) => act({ name: 'kpi.title', payload: { kpi, language, words } })}
          />
        </section>
      </details>
      <div>
        <Button icon={Trash2} onPress={() => act({ name: 'kpi.remove', payload: { kpi } })}>
          {say('who.remove', { name })}
        </Button>
      </div>
    </details>
  );
}

function Counting({ kpi, unit, per, act }: Pick<PanelProps, 'act'> & Pick<ReadMeasure, 'unit' | 'per'> & { readonly kpi: string }) {
  const say = useWords();
  return (
    <div className={panelStyles.titles}>
      <div data-field={`kpis/${kpi}/unit`}>
        <Select
          label={say('proof.unit')}
          hint={say('proof.unit-hint')}
          options={measureUnits.map((id) => ({ id, name: say(`proof.unit.${id}`) }))}
          value={unit}
          onChange={(id) => {
            const next = measureUnits.find((one) => one === id);
            if (next !== undefined && next !== unit) act({ name: 'kpi.count', payload: { kpi, unit: next } });
          }}
        />
      </div>
      <div data-field={`kpis/${kpi}/per`}>
        <Select
          label={say('proof.per')}
          options={measurePeriods.map((id) => ({ id, name: say(`proof.per.${id}`) }))}
          value={per}
          onChange={(id) => {
            const next = measurePeriods.find((one) => one === id);
            if (next !== undefined && next !== per) act({ name: 'kpi.count', payload: { kpi, per: next } });
          }}
        />
      </div>
    </div>
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
