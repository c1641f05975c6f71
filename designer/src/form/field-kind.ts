import type { FormFieldView } from '../server/shapes/work.ts';

/** How a field of a definition is asked. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'choice'
  | 'choices'
  | 'number'
  | 'scale'
  | 'yes-no'
  | 'tick'
  | 'date'
  | 'list'
  | 'references'
  | 'person'
  | 'persons';

/** From the schema, what the field holds, and how many answers there are to choose from. */
export function kindOf({ schema, holds, options, required }: FormFieldView): FieldKind {
  const type = schema.type;
  if (type === 'array') {
    if (holds === 'file') return 'references';
    if (holds === 'person') return 'persons';
    return options ? 'choices' : 'list';
  }
  if (holds === 'person') return 'person';
  if (options) return 'choice';
  if (type === 'boolean') return required ? 'yes-no' : 'tick';
  if (type === 'integer' || type === 'number') return scaleOf(schema) ? 'scale' : 'number';
  if (schema.format === 'date') return 'date';
  return numberIn(schema, 'maxLength') === undefined || (numberIn(schema, 'maxLength') ?? 0) > 300 ? 'text' : 'line';
}

/** The steps of a short scale of whole numbers, e.g. a score from 1 to 5. */
export function scaleOf(schema: FormFieldView['schema']): readonly number[] | undefined {
  const from = numberIn(schema, 'minimum');
  const to = numberIn(schema, 'maximum');
  if (schema.type !== 'integer' || from === undefined || to === undefined || to - from > 9) return undefined;
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

export function numberIn(schema: FormFieldView['schema'], keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}

/** Nothing was given. False and zero are answers; the engine decides the same way. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
