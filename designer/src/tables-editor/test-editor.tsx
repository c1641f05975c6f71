import { type Constant, readCell } from '@redress/engine';
import { useState } from 'react';
import { Select } from '../base/select.tsx';
import { TextArea } from '../base/text-field.tsx';
import { comparisonWords, type FieldKind } from '../conditions/case-fields.ts';
import { ValueControl } from '../conditions/value-control.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import type { TableColumn } from './draft-table.ts';
import { type PlainTest, plainTest, type TestKind, testKinds, testsFor, testText, withTest } from './plain-test.ts';

const own: Partial<Readonly<Record<TestKind, MessageId>>> = {
  any: 'tables.test.any',
  'not-in': 'tables.test.not-in',
  between: 'tables.test.between',
  formula: 'tables.formula',
};
const asked: Partial<Readonly<Record<TestKind, string>>> = {
  is: '=',
  'is-not': '!=',
  in: 'in',
  'at-least': '>=',
  more: '>',
  'at-most': '<=',
  less: '<',
  empty: 'empty',
  filled: 'filled',
};
const testName = (is: TestKind, kind: FieldKind): MessageId => own[is] ?? comparisonWords(kind, asked[is] ?? '') ?? 'tables.formula';

/** What a cell asks: a comparison in words, and with what; a formula for the rest. */
export function TestEditor({
  text,
  column,
  onWrite,
}: {
  readonly text: string;
  readonly column: TableColumn;
  /** Nothing while a value is missing. */
  readonly onWrite: (text: string | undefined) => void;
}) {
  const say = useWords();
  const [test, setTest] = useState(() => plainTest(text, column));
  const write = (next: PlainTest) => {
    setTest(next);
    onWrite(testText(next));
  };
  const withValue = (at: number, value: unknown) => {
    const values = [...test.values];
    if (value === undefined) values.splice(at);
    else values[at] = value as Constant;
    write({ ...test, values });
  };
  const { is, values } = test;
  const isList = is === 'in' || is === 'not-in';
  return (
    <>
      <Select
        label={say('condition.comparison')}
        labelHidden
        options={testsFor(column.kind).map((id) => ({ id, name: say(testName(id, column.kind)) }))}
        value={is}
        onChange={(id) => {
          const next = testKinds.find((each) => each === id);
          if (next && next !== is) write(withTest(test, next, testText(test) ?? text));
        }}
      />
      {is === 'formula' ? (
        <FormulaField formula={test.formula ?? ''} onFormula={(formula) => write({ is, values: [], formula })} />
      ) : isList ? (
        <ListField column={column} values={values} onValues={(list) => write({ ...test, values: list })} />
      ) : is === 'any' || is === 'empty' || is === 'filled' ? null : (
        <>
          <ValueControl
            field={column}
            isList={false}
            label={say(is === 'between' ? 'tables.from' : 'condition.value')}
            labelHidden={is !== 'between'}
            value={values[0]}
            onValue={(value) => withValue(0, value)}
          />
          {is === 'between' && (
            <ValueControl
              field={column}
              isList={false}
              label={say('tables.to')}
              value={values[1]}
              onValue={(value) => withValue(1, value)}
            />
          )}
        </>
      )}
    </>
  );
}

/** Several of the answers, or several texts, one a line. */
function ListField({
  column,
  values,
  onValues,
}: {
  readonly column: TableColumn;
  readonly values: readonly Constant[];
  readonly onValues: (values: readonly Constant[]) => void;
}) {
  const say = useWords();
  const [typed, setTyped] = useState(values.join('\n'));
  if (column.options.length > 0)
    return (
      <ValueControl
        field={column}
        isList
        label={say('condition.values')}
        labelHidden
        value={values}
        onValue={(list) => onValues(Array.isArray(list) ? list : [])}
      />
    );
  return (
    <TextArea
      label={say('tables.one-a-line')}
      rows={3}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onValues(next.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])));
      }}
    />
  );
}

/** FEEL, with its error at its place. */
function FormulaField({ formula, onFormula }: { readonly formula: string; readonly onFormula: (formula: string) => void }) {
  const say = useWords();
  const read = readCell(formula);
  const wrong = read.is === 'broken' && formula.trim() !== '' ? formula.slice(read.problem.from, read.problem.to + 20).trim() : undefined;
  return (
    <TextArea
      label={say('tables.formula')}
      labelHidden
      latin
      rows={2}
      value={formula}
      onChange={onFormula}
      {...(wrong === undefined
        ? {}
        : { problem: wrong === '' ? say('tables.formula-ends') : say('tables.formula-wrong', { part: wrong }) })}
    />
  );
}
