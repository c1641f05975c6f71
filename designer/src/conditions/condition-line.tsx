import { ArrowLeftRight, PenLine } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Select } from '../base/select.tsx';
import { useWords } from '../language/words.tsx';
import { asksForValue, type CaseField, comparisons, comparisonWords, fitsControl, withComparison, withField } from './case-fields.ts';
import type { Builder } from './condition-builder.ts';
import { replaced } from './condition-edits.ts';
import type { Line, PartPath } from './condition-parts.ts';
import styles from './conditions.module.css';
import { ValueControl } from './value-control.tsx';

/** Data of the case, what is asked of it, and with what it is compared. */
export function LineFields({ builder, line, at }: { readonly builder: Builder; readonly line: Line; readonly at: PartPath }) {
  const say = useWords();
  const { fields, condition, change } = builder;
  const field = fields.find(({ id }) => id === line.field);
  const write = (next: Line) => change({ condition: replaced(condition, at, next), at });
  const known = fields.map(({ id, name }) => ({ id, name }));
  const unknown = field === undefined && line.field !== '' ? [{ id: line.field, name: line.field }] : [];
  return (
    <>
      <span data-control="field">
        <ComboBox
          label={say('condition.field')}
          labelHidden
          placeholder={say('condition.field')}
          options={[...known, ...unknown]}
          value={line.field === '' ? undefined : line.field}
          none={say('condition.no-field')}
          onChange={(id) => {
            const next = fields.find((one) => one.id === id);
            if (next && next.id !== line.field) write(withField(line, field, next));
          }}
        />
      </span>
      <span data-control="comparison">
        <Select
          label={say('condition.comparison')}
          labelHidden
          isDisabled={field === undefined}
          options={comparisons(field?.kind ?? 'kept', line.is).map((is) => {
            const words = comparisonWords(field?.kind ?? 'kept', is);
            return { id: is, name: words === undefined ? is : say(words) };
          })}
          value={line.is}
          onChange={(is) => is !== line.is && write(withComparison(line, is))}
        />
      </span>
      {field && asksForValue(line.is) && <ValueField field={field} fields={fields} line={line} onWrite={write} />}
    </>
  );
}

interface ValueProps {
  readonly field: CaseField;
  readonly line: Line;
  readonly onWrite: (line: Line) => void;
}

/** What it is compared with: a value, or other data of the case of the same kind. */
function ValueField({ fields, ...props }: ValueProps & { readonly fields: readonly CaseField[] }) {
  const say = useWords();
  const { field, line, onWrite } = props;
  const { value: _value, as, ...rest } = line;
  const others = fields.filter(({ id, kind }) => (kind === field.kind && id !== field.id) || id === as);
  const [first] = others;
  const mayCompare = first !== undefined && line.is !== 'in' && field.kind !== 'kept';
  return (
    <>
      <span data-control="value">
        {as === undefined ? (
          <PlainValue {...props} />
        ) : (
          <Select
            label={say('condition.other-field')}
            labelHidden
            options={others.map(({ id, name }) => ({ id, name }))}
            value={as}
            onChange={(next) => next !== as && onWrite({ ...line, as: next })}
          />
        )}
      </span>
      {as !== undefined ? (
        <Button kind="link" icon={PenLine} onPress={() => onWrite(rest)}>
          {say('condition.with-value')}
        </Button>
      ) : (
        mayCompare && (
          <Button kind="link" icon={ArrowLeftRight} onPress={() => onWrite({ ...rest, as: first.id })}>
            {say('condition.with-field')}
          </Button>
        )
      )}
    </>
  );
}

function PlainValue({ field, line, onWrite }: ValueProps) {
  const say = useWords();
  if (!fitsControl(field, line))
    return (
      <span className={styles.quiet}>
        {say('condition.value-kept')} <code dir="ltr">{JSON.stringify(line.value)}</code>
      </span>
    );
  const write = (value: unknown) => {
    const { value: _was, ...rest } = line;
    onWrite(value === undefined ? rest : { ...rest, value });
  };
  return (
    <ValueControl field={field} value={line.value} isList={line.is === 'in'} label={say('condition.value')} labelHidden onValue={write} />
  );
}
