import type { Json } from '@redress/engine';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { TextField as AriaTextField, TextArea } from 'react-aria-components';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import fieldStyles from '../base/field.module.css';
import { FieldLabel } from '../base/field.tsx';
import { Select } from '../base/select.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { type CaseField, fitsControl } from '../conditions/case-fields.ts';
import { valueWords, type Written } from '../conditions/condition-words.ts';
import { ValueControl } from '../conditions/value-control.tsx';
import { isolated } from '../language/isolated.ts';
import { type Say, useWords } from '../language/words.tsx';
import { asJson } from '../model/loose-json.ts';
import styles from './actions.module.css';
import { formulaIn, isFormula, type Source, sourceIn, type ValueMode } from './value-sources.ts';

/** One value that is written: into which field, and what: a value by the field's own control, other data, what a formula gives, or nothing. */
export function ValueFields({
  id,
  value,
  field,
  targets,
  sources,
  at,
  isOpen,
  onField,
  onValue,
  onRemove,
}: {
  readonly id: string;
  readonly value: unknown;
  /** The field as it is described; nothing where that is not known. */
  readonly field: CaseField | undefined;
  /** The fields that may be chosen instead; none: the name stays. */
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly Source[];
  readonly at: string;
  /** Whether it is shown with its fields to begin with, else as a line that opens. */
  readonly isOpen: boolean;
  readonly onField: (field: string) => void;
  readonly onValue: (value: Json) => void;
  readonly onRemove: () => void;
}) {
  const say = useWords();
  const dates = useDates();
  const [opened, setOpened] = useState(isOpen);
  useEffect(() => {
    if (isOpen) setOpened(true); // A problem shows itself; what somebody is at never closes by itself.
  }, [isOpen]);
  const name = field?.name ?? id;
  const mode = shownMode(value, field, sources);
  return (
    <details
      className={styles.value}
      aria-label={name}
      data-field={`${at}/${id}`}
      open={opened}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>
        {say('actions.value.shown', {
          name: isolated(name),
          value: shownWords(value, { field, mode, source: sourceIn(sources, value), say, dates }),
        })}
      </summary>
      <div className={styles.target}>
        {targets.length > 0 ? (
          <ComboBox
            label={say('actions.value.field')}
            options={targets}
            value={id}
            none={say('condition.no-field')}
            onChange={(next) => next !== undefined && next !== id && onField(next)}
          />
        ) : (
          <b dir="auto">{name}</b>
        )}
        <Button kind="quiet" icon={X} label={say('actions.value.remove', { name })} onPress={onRemove} />
      </div>
      <GivenValue id={id} value={value} field={field} sources={sources} onValue={onValue} />
    </details>
  );
}

/** How the value is given, and there the value. */
function GivenValue({
  id,
  value,
  field,
  sources,
  onValue,
}: {
  readonly id: string;
  readonly value: unknown;
  readonly field: CaseField | undefined;
  readonly sources: readonly Source[];
  readonly onValue: (value: Json) => void;
}) {
  const say = useWords();
  const shown = shownMode(value, field, sources);
  const source = sourceIn(sources, value);
  const choose = (next: string) => {
    const [first] = sources;
    if (next === shown) return;
    if (next === 'value') onValue('');
    if (next === 'empty') onValue(null);
    if (next === 'formula') onValue(isFormula(value) ? value : '= ');
    if (next === 'source' && first) onValue(sources.find((one) => formulaIn(one.id) === id)?.id ?? first.id);
  };
  return (
    <>
      <Select
        label={say('actions.value.mode')}
        options={modesFor(value, field, sources).map((each) => ({ id: each, name: say(`actions.mode.${each}`) }))}
        value={shown}
        onChange={choose}
      />
      {shown === 'value' && field && (
        <ValueControl
          field={field}
          value={value === '' ? undefined : value}
          isList={field.kind === 'several'}
          label={say('condition.value')}
          onValue={(next) => onValue(next === undefined ? '' : asJson(next))}
        />
      )}
      {shown === 'source' && (
        <ComboBox
          label={say('actions.value.source')}
          options={sources}
          value={source?.id}
          none={say('condition.no-field')}
          onChange={(next) => next !== undefined && next !== source?.id && onValue(next)}
        />
      )}
      {shown === 'formula' && <FormulaField value={isFormula(value) ? value : '='} onWrite={onValue} />}
      {shown === 'kept' && (
        <p className={styles.quiet}>
          {say('condition.value-kept')} <code dir="ltr">{JSON.stringify(value)}</code>
        </p>
      )}
    </>
  );
}

function modesFor(value: unknown, field: CaseField | undefined, sources: readonly Source[]): readonly ValueMode[] {
  const mode = modeOf(value, field, sources);
  const hasControl = field !== undefined && field.kind !== 'kept';
  return [
    ...(hasControl ? (['value'] as const) : []),
    ...(sources.length > 0 ? (['source'] as const) : []),
    'formula',
    'empty',
    ...(mode === 'kept' || (mode === 'value' && !hasControl) ? (['kept'] as const) : []),
  ];
}
function shownMode(value: unknown, field: CaseField | undefined, sources: readonly Source[]): ValueMode {
  const mode = modeOf(value, field, sources);
  return modesFor(value, field, sources).includes(mode) ? mode : 'kept';
}

function shownWords(
  value: unknown,
  about: {
    readonly field: CaseField | undefined;
    readonly mode: ValueMode;
    readonly source: Source | undefined;
    readonly say: Say;
    readonly dates: Written;
  },
): string {
  const { field, mode, source, say, dates } = about;
  if (mode === 'empty') return say('actions.value.empty');
  if (mode === 'source' && source) return source.name;
  if (isFormula(value)) return isolated(formulaIn(value) || '…');
  return value === '' ? '…' : valueWords(value, field, say, dates);
}

function modeOf(value: unknown, field: CaseField | undefined, sources: readonly Source[]): ValueMode {
  if (value === null) return 'empty';
  if (isFormula(value)) return sourceIn(sources, value) ? 'source' : 'formula';
  if (value === '') return 'value';
  return field && fitsControl(field, { field: field.id, is: field.kind === 'several' ? 'in' : '=', value }) ? 'value' : 'kept';
}

/** For who writes formulas: always from left to right. */
export function FormulaField({ value, onWrite }: { readonly value: string; readonly onWrite: (value: string) => void }) {
  const say = useWords();
  return (
    <AriaTextField className={fieldStyles.field ?? ''} value={formulaIn(value)} onChange={(formula) => onWrite(`= ${formula}`)}>
      <FieldLabel label={say('condition.formula')} />
      <TextArea className={`${fieldStyles.input} ${fieldStyles.area} ${styles.formula}`} dir="ltr" rows={2} spellCheck={false} />
    </AriaTextField>
  );
}
