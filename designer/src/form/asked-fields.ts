import { type Condition, compileCondition, type Definition, type Json } from '@redress/engine';
import type { Values } from '../server/shapes/basics.ts';
import type { FormView } from '../server/shapes/work.ts';

/** Which fields the form asks, given what has been filled in so far, and when (UTC ISO). */
export type Asks = (values: Values, at: string) => ReadonlySet<string>;

/**
 * The form's conditions, by the engine's own evaluation, so that the window shows what the server will check.
 * A condition that cannot be decided here (it asks about the case) leaves its field in sight: the server has the last word.
 */
export function asksOf(form: FormView): Asks {
  const fields = form.sections.flatMap((section) => section.fields);
  const known = [...new Set([...fields.map(({ field }) => field), ...Object.keys(form.values)])];
  const definition = definitionWith(known);
  const conditions = fields.map(({ field, when }) => ({ field, holds: isCondition(when) ? compiled(when, definition) : undefined }));
  return (values, at) => {
    const answers = Object.fromEntries(known.map((name) => [name, jsonOf(values[name])]));
    return new Set(conditions.flatMap(({ field, holds }) => (holds && !holds(answers, at) ? [] : [field])));
  };
}

function compiled(condition: Condition, definition: Definition): (fields: Readonly<Record<string, Json>>, at: string) => boolean {
  const run = attempt(() => compileCondition(condition, definition));
  if (!run) return () => true;
  return (fields, at) => {
    const outcome = attempt(() => run({ fields, case: {}, event: {}, result: null, clock: {}, step: {}, at }));
    return !outcome?.ok || outcome.value;
  };
}

/** A condition about the case throws where nobody can answer it. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** As much of a definition as a condition reads: the names of its fields. */
function definitionWith(names: readonly string[]): Definition {
  const nothing = { roles: {}, forms: {}, events: {}, delays: {}, clocks: {}, letters: {}, machine: { states: {} } };
  return {
    ...nothing,
    format: 1,
    id: 'form',
    kind: 'general',
    title: {},
    languages: [],
    data: Object.fromEntries(names.map((name) => [name, { title: {}, schema: {} }])),
  };
}

const isCondition = (when: unknown): when is Condition => typeof when === 'object' && when !== null;
const jsonOf = (value: unknown): Json => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
