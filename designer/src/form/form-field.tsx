import { Button } from '../base/button.tsx';
import { Checkbox, CheckboxGroup } from '../base/checkbox.tsx';
import { DateField } from '../base/date-field.tsx';
import type { FieldProps } from '../base/field.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { TextArea, TextField } from '../base/text-field.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useFieldWords } from '../language/problem-words.ts';
import { foreignLanguage, useLanguage, useText, useWords } from '../language/words.tsx';
import type { FormFieldView, FormView } from '../server/shapes/work.ts';
import { late } from '../shell/late.tsx';
import { kindOf, numberIn, scaleOf } from './field-kind.ts';
import { ListField, ReferencesField } from './list-fields.tsx';
import { NumberField } from './number-field.tsx';
import type { FormState } from './use-form.ts';

/** Few forms name people, and finding them by typing weighs as much as all other fields. */
const PersonsField = late(async () => (await import('./persons-field.tsx')).PersonsField, <SkeletonRows rows={1} />);

/** A list that opens weighs as much as most fields together. Most questions have few answers. */
const Select = late(async () => (await import('../base/select.tsx')).Select, <SkeletonRows rows={1} />);

/** Where a field is found, for links from the summary of problems. */
export const fieldId = (form: FormView, field: string): string => `${form.form}-${field}`;

/** What every kind of field gets: words, value, and the way back to the form. */
export interface KindProps {
  readonly field: FormFieldView;
  readonly shared: FieldProps;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

/** One field of a definition, drawn by its kind. */
export function FormField({ field, state }: { readonly field: FormFieldView; readonly state: FormState }) {
  const text = useText();
  const language = useLanguage();
  const words = useFieldWords('here');
  const problem = state.problems[field.field];
  const shared: FieldProps = {
    id: fieldId(state.form, field.field),
    label: text(field.title),
    labelLanguage: foreignLanguage(field.title, language),
    hint: field.help && text(field.help),
    isRequired: field.required,
    isOptional: !field.required && !field.readOnly,
    isReadOnly: field.readOnly,
    problem: problem && words(problem.keyword, problem.facts),
  };
  const Kind = kinds[kindOf(field)];
  return <Kind field={field} shared={shared} value={state.values[field.field]} set={(value) => state.set(field.field, value)} />;
}

const kinds: Readonly<Record<ReturnType<typeof kindOf>, (props: KindProps) => React.ReactNode>> = {
  line: ({ field, shared, value, set }) => (
    <TextField {...shared} value={textOf(value)} onChange={set} maxLength={numberIn(field.schema, 'maxLength') ?? 200} />
  ),
  text: ({ field, shared, value, set }) => (
    <TextArea {...shared} value={textOf(value)} onChange={set} maxLength={numberIn(field.schema, 'maxLength') ?? 20_000} />
  ),
  date: ({ shared, value, set }) => <DateField {...shared} value={textOf(value)} onChange={set} />,
  number: NumberField,
  choice: Choice,
  choices: Choices,
  scale: Scale,
  tick: ({ shared, value, set }) => <Checkbox {...shared} value={value === true} onChange={set} isDisabled={shared.isReadOnly ?? false} />,
  'yes-no': YesNo,
  list: ListField,
  references: ReferencesField,
  person: PersonsField,
  persons: PersonsField,
};

/** Up to five answers are all in sight; more are behind one button. A number shows itself first and its word beneath. */
function Choice({ field, shared, value, set }: KindProps) {
  const text = useText();
  const dates = useDates();
  const say = useWords();
  const options = (field.options ?? []).map((option) => ({ value: option.value, id: String(option.value), name: text(option.title) }));
  const choose = (id: string) => set(options.find((option) => option.id === id)?.value);
  const chosen = options.find((option) => option.value === value)?.id;
  const clear = chosen !== undefined && !field.required && !field.readOnly && (
    <Button kind="link" onPress={() => set(undefined)}>
      {say('field.clear')}
    </Button>
  );
  if (options.length > 5) return <Select {...shared} options={options} value={chosen} onChange={choose} />;
  const cards = options.map((option) =>
    typeof option.value === 'number' ? { id: option.id, name: dates.number(option.value), note: option.name } : option,
  );
  return <RadioCards {...shared} cards={cards} value={chosen} onChange={choose} beside={clear} />;
}

function Choices({ field, shared, value, set }: KindProps) {
  const text = useText();
  const boxes = (field.options ?? []).map((option) => ({ id: String(option.value), name: text(option.title) }));
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const pick = (ids: readonly string[]) =>
    set((field.options ?? []).flatMap((option) => (ids.includes(String(option.value)) ? [option.value] : [])));
  return <CheckboxGroup {...shared} boxes={boxes} value={chosen} onChange={pick} look="row" />;
}

function Scale({ field, shared, value, set }: KindProps) {
  const dates = useDates();
  const cards = (scaleOf(field.schema) ?? []).map((step) => ({ id: String(step), name: dates.number(step) }));
  return (
    <RadioCards
      {...shared}
      cards={cards}
      look="segments"
      value={typeof value === 'number' ? String(value) : undefined}
      onChange={(id) => set(Number(id))}
    />
  );
}

function YesNo({ shared, value, set }: KindProps) {
  const say = useWords();
  const cards = [
    { id: 'yes', name: say('field.yes') },
    { id: 'no', name: say('field.no') },
  ];
  const chosen = value === true ? 'yes' : value === false ? 'no' : undefined;
  return <RadioCards {...shared} cards={cards} look="segments" value={chosen} onChange={(id) => set(id === 'yes')} />;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
