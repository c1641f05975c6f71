import type { Values } from '../server/shapes/basics.ts';
import type { FormFieldView } from '../server/shapes/work.ts';
import { isEmpty, kindOf, numberIn } from './field-kind.ts';

/** What is wrong with one answer: a keyword of JSON Schema, and the facts its words need. */
export interface AnswerProblem {
  readonly keyword: string;
  readonly facts: Values;
}
export type AnswerProblems = Readonly<Record<string, AnswerProblem>>;

/**
 * What the window can say at once. The server decides: it has the whole schema, patterns included, which the window never runs
 * because a definition may bring one that takes for ever.
 */
export function checkAnswers(fields: readonly FormFieldView[], values: Values): AnswerProblems {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const problem = field.readOnly ? undefined : checkAnswer(field, values[field.field]);
      return problem ? [[field.field, problem]] : [];
    }),
  );
}

function checkAnswer(field: FormFieldView, value: unknown): AnswerProblem | undefined {
  if (isEmpty(value)) return field.required ? { keyword: kindOf(field) === 'choice' ? 'choose' : 'required', facts: {} } : undefined;
  if (typeof value === 'string') return checkText(field, value);
  if (typeof value === 'number') return checkNumber(field, value);
  return undefined;
}

function checkText({ schema }: FormFieldView, value: string): AnswerProblem | undefined {
  if (schema.type === 'integer' || schema.type === 'number') return { keyword: 'type-number', facts: {} }; // Kept as typed because it is no number.
  const most = numberIn(schema, 'maxLength');
  const length = [...value].length;
  if (most !== undefined && length > most) return { keyword: 'maxLength', facts: { count: length, limit: most } };
  const least = numberIn(schema, 'minLength');
  if (least !== undefined && length < least) return { keyword: 'minLength', facts: { count: length, limit: least } };
  return undefined;
}

function checkNumber({ schema }: FormFieldView, value: number): AnswerProblem | undefined {
  if (schema.type === 'integer' && !Number.isInteger(value)) return { keyword: 'type-integer', facts: {} };
  const least = numberIn(schema, 'minimum');
  if (least !== undefined && value < least) return { keyword: 'minimum', facts: { limit: least } };
  const most = numberIn(schema, 'maximum');
  return most !== undefined && value > most ? { keyword: 'maximum', facts: { limit: most } } : undefined;
}
