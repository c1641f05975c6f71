import type { Json } from '@redress/engine';
import type { MessageId } from '../language/messages.ts';
import { asJson, type Fields, fieldsOf, isFields, listOf, textOf } from '../model/loose-json.ts';
import type { Text } from '../outline/outline-words.ts';
import type { Line } from './condition-parts.ts';

export type FieldKind = 'choice' | 'scale' | 'several' | 'number' | 'yes-no' | 'day' | 'text' | 'kept';

/** A field of the case, as a condition asks for it. */
export interface CaseField {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly options: readonly { readonly value: Json; readonly name: string }[];
}

/** The data of a procedure by the names people gave. */
export const caseFields = (definition: object, text: Text): readonly CaseField[] =>
  Object.entries(fieldsOf(fieldsOf(definition).data)).map(([id, field]) => caseField(id, fieldsOf(field), text));

function caseField(id: string, field: Fields, text: Text): CaseField {
  const options = listOf(field.options)
    .filter(isFields)
    .map(({ value, title }) => ({ value: asJson(value), name: text(textOf(title)) || String(value) }));
  return { id, name: text(textOf(field.title)) || id, kind: kindOf(fieldsOf(field.schema), field, options.length > 0), options };
}

function kindOf({ type, format }: Fields, { holds }: Fields, hasOptions: boolean): FieldKind {
  if (holds === 'person' || holds === 'file') return 'kept';
  if (type === 'array') return hasOptions ? 'several' : 'kept';
  if (hasOptions) return type === 'integer' || type === 'number' ? 'scale' : 'choice';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'yes-no';
  if (type === 'string') return format === 'date' ? 'day' : 'text';
  return 'kept';
}

const ordered = ['=', '!=', '>=', '>', '<=', '<'];
const askable: Readonly<Record<FieldKind, readonly string[]>> = {
  choice: ['=', '!=', 'in', 'filled', 'empty'],
  scale: [...ordered, 'in', 'filled', 'empty'],
  several: ['contains', 'filled', 'empty'],
  number: [...ordered, 'filled', 'empty'],
  'yes-no': ['=', 'filled', 'empty'],
  day: [...ordered, 'filled', 'empty'],
  text: ['=', '!=', 'contains', 'filled', 'empty'],
  kept: ['filled', 'empty'],
};

/** What may be asked of a field; what is asked already stays among it. */
export function comparisons(kind: FieldKind, asked: string): readonly string[] {
  const all = askable[kind];
  return all.includes(asked) ? all : [...all, asked];
}

const plainWords = {
  '=': 'condition.is',
  '!=': 'condition.is-not',
  '<': 'condition.less',
  '<=': 'condition.at-most',
  '>': 'condition.more',
  '>=': 'condition.at-least',
  in: 'condition.in',
  contains: 'condition.contains',
  filled: 'condition.filled',
  empty: 'condition.empty',
} as const satisfies Readonly<Record<string, MessageId>>;
const dayWords = {
  ...plainWords,
  '<': 'condition.before',
  '<=': 'condition.until',
  '>': 'condition.after',
  '>=': 'condition.from',
} as const satisfies Readonly<Record<string, MessageId>>;

const isComparison = (is: string): is is keyof typeof plainWords => Object.hasOwn(plainWords, is);
/** Words of a comparison; nothing for one that nobody knows. */
export const comparisonWords = (kind: FieldKind, is: string): MessageId | undefined =>
  isComparison(is) ? (kind === 'day' ? dayWords : plainWords)[is] : undefined;

export const asksForValue = (is: string): boolean => is !== 'filled' && is !== 'empty';

/** Whether a value can be shown and changed in the field's own control. A formula, or another shape, is kept as it is. */
export function fitsControl({ kind, options }: CaseField, { is, value }: Line): boolean {
  if (value === undefined) return true;
  if (is === 'in') return options.length > 0 && Array.isArray(value) && value.every((one) => isOption(options, one));
  if (options.length > 0) return isOption(options, value);
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'yes-no') return typeof value === 'boolean';
  return (kind === 'day' || kind === 'text') && typeof value === 'string' && !value.startsWith('=');
}
const isOption = (options: CaseField['options'], value: unknown) => options.some((option) => option.value === value);

/** Another field is asked for: the comparison stays where it fits, a value only with the same kind of data. */
export function withField(line: Line, from: CaseField | undefined, to: CaseField): Line {
  const fits = askable[to.kind].includes(line.is) && from !== undefined;
  const next = { field: to.id, is: fits ? line.is : (askable[to.kind][0] ?? 'filled') };
  const keeps = fits && line.value !== undefined && fitsControl(to, line);
  return keeps ? { ...next, value: line.value } : next;
}

/** Another comparison: the value goes where none is asked for, and becomes a list or the first of one where it must. */
export function withComparison(line: Line, is: string): Line {
  const { field, value, as } = line;
  if (!asksForValue(is)) return { field, is };
  if (as !== undefined) return { field, is, as };
  if (value === undefined) return { field, is };
  if (is === 'in' && !Array.isArray(value)) return { field, is, value: [value] };
  if (is !== 'in' && line.is === 'in' && Array.isArray(value))
    return value[0] === undefined ? { field, is } : { field, is, value: value[0] };
  return { field, is, value };
}
