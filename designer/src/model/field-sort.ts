import type { JsonObject } from '@redress/engine';
import { type Fields, fieldsOf } from './loose-json.ts';

/** What a field of the case is, as whoever draws says it. */
export const fieldSorts = ['line', 'text', 'number', 'money', 'day', 'yes-no', 'choice', 'choices', 'list', 'file'] as const;
export type FieldSort = (typeof fieldSorts)[number];

/** Of a field as the format writes it; nothing where it is something that has no word here, e.g. a colleague: that is kept as it is. */
export function sortOf(field: Fields): FieldSort | undefined {
  const schema = fieldsOf(field.schema);
  if (field.holds === 'money') return 'money';
  if (field.holds !== undefined) return field.holds === 'file' ? 'file' : undefined;
  if (schema.type === 'array')
    return Array.isArray(fieldsOf(schema.items).enum) ? 'choices' : field.options === undefined ? 'list' : undefined;
  if (Array.isArray(schema.enum)) return 'choice';
  if (field.options !== undefined) return undefined; // Numbers with words: a score of its own.
  if (schema.type === 'boolean') return 'yes-no';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type !== 'string') return undefined;
  if (schema.format !== undefined) return schema.format === 'date' ? 'day' : undefined;
  return typeof schema.maxLength === 'number' && schema.maxLength <= 300 ? 'line' : 'text';
}

/** Lists of choices need their values. */
export function schemaOf(sort: FieldSort, values: readonly string[]): JsonObject {
  const schemas: Readonly<Record<FieldSort, JsonObject>> = {
    line: { type: 'string', minLength: 1, maxLength: 200 },
    text: { type: 'string', minLength: 1, maxLength: 20000 },
    number: { type: 'number' },
    money: { type: 'number', minimum: 0 },
    day: { type: 'string', format: 'date' },
    'yes-no': { type: 'boolean' },
    choice: { enum: [...values] },
    choices: { type: 'array', items: { enum: [...values] } },
    list: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 } },
    file: { type: 'array', items: { type: 'string' } },
  };
  return schemas[sort];
}

export const isChoice = (sort: FieldSort | undefined): boolean => sort === 'choice' || sort === 'choices';
