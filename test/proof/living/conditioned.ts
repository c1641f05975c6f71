import type { Condition, Definition } from '@redress/engine';
import { type Chance, oneOf } from '../chance.ts';
import { draftOf, eachList, statesIn } from '../variants/draft.ts';
import { someWords } from './random-case.ts';

/** More conditions than these make searches long, and no run clearer. */
const rowsMost = 3;

/** The same procedure with more ways: before some rows others, that count only if a condition holds, and that may write into a field. */
export function conditioned(definition: Definition, chance: Chance): Definition {
  const draft = draftOf(definition);
  const steps = statesIn(draft.machine).flatMap(({ id, states, type }) => (states || type === 'history' ? [] : [id]));
  const fields = Object.keys(definition.data);
  let added = 0;
  eachList(draft, (rows) => {
    const [first] = rows;
    if (first?.target === undefined || first.guard || added >= rowsMost || chance() > 0.1) return rows;
    added += 1;
    const row = structuredClone(first);
    row.target = `#${oneOf(steps, chance) ?? ''}`;
    row.guard = { type: 'if', params: JSON.parse(JSON.stringify(conditionOn(definition, fields, chance))) };
    const field = oneOf(fields, chance) ?? '';
    const value = oneOf(valuesOf(definition, field), chance);
    const actions: readonly unknown[] = first.actions ?? [];
    if (chance() < 0.4 && value !== undefined) row.actions = JSON.parse(JSON.stringify([...actions, set(field, value)]));
    return [row, ...rows];
  });
  return JSON.parse(JSON.stringify(draft));
}

const set = (field: string, value: unknown) => ({ type: 'set', params: { [field]: value } });

function conditionOn(definition: Definition, fields: readonly string[], chance: Chance): Condition {
  const one = (): Condition => {
    const field = oneOf(fields, chance) ?? '';
    if (chance() < 0.35) return { field, is: chance() < 0.5 ? 'filled' : 'empty' };
    const { type } = definition.data[field]?.schema ?? {};
    const value = oneOf(valuesOf(definition, field), chance) ?? 'x';
    if (type === 'array') return { field, is: 'contains', value };
    if (type === 'boolean') return { field, is: '=', value };
    const is = oneOf(['=', '!=', '<', '>='] as const, chance) ?? '=';
    return type === 'string' && chance() < 0.4 ? { field, is: 'contains', value } : { field, is, value };
  };
  const kind = chance();
  if (kind < 0.4) return one();
  if (kind < 0.6) return { not: one() };
  return kind < 0.85 ? { all: [one(), one()] } : { any: [one(), { not: one() }] };
}

function valuesOf({ data }: Definition, field: string): readonly (string | number | boolean)[] {
  const { schema = {}, options } = data[field] ?? {};
  if (options) return options.map(({ value }) => value);
  if (schema.type === 'boolean') return [true, false];
  if (schema.type === 'integer' || schema.type === 'number') return [1, 2, 3, 5].filter((each) => each <= Number(schema.maximum ?? 10));
  if (schema.type === 'array' || schema.format !== undefined) return [];
  return Array.isArray(schema.enum) ? schema.enum : someWords;
}
