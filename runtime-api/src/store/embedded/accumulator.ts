import { type Expression, isPlainObject, readExpression } from './expression.ts';
import { encodeValue } from './key-encoding.ts';
import { serverError, unsupported } from './server-error.ts';
import type { StoredDocument, StoredValue } from './stored-value.ts';
import { compareValues } from './value-order.ts';

/** Takes document after document of one group, then says what they make together. */
interface Accumulator {
  add(value: StoredValue | undefined): void;
  result(): StoredValue;
}

const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => {
    let sum = 0;
    return {
      add: (value) => {
        sum += typeof value === 'number' ? value : 0;
      },
      result: () => sum,
    };
  },
  $avg: () => {
    let sum = 0;
    let count = 0;
    const add = (value: StoredValue | undefined) => {
      if (typeof value !== 'number') return;
      sum += value;
      count += 1;
    };
    return { add, result: () => (count > 0 ? sum / count : null) };
  },
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => {
    let first: { readonly value: StoredValue } | undefined;
    return {
      add: (value) => {
        first ??= { value: value ?? null };
      },
      result: () => first?.value ?? null,
    };
  },
  $last: () => {
    let last: StoredValue = null;
    return {
      add: (value) => {
        last = value ?? null;
      },
      result: () => last,
    };
  },
  $push: () => {
    const all: StoredValue[] = [];
    return {
      add: (value) => {
        if (value !== undefined) all.push(value);
      },
      result: () => all,
    };
  },
  $addToSet: () => {
    const all = new Map<string, StoredValue>();
    return {
      add: (value) => void (value !== undefined && all.set(encodeValue(value).toString('latin1'), value)),
      result: () => [...all.values()],
    };
  },
};

function extreme(sign: 1 | -1): Accumulator {
  let best: StoredValue = null;
  const add = (value: StoredValue | undefined) => {
    if (value === undefined || value === null) return;
    if (best === null || compareValues(value, best) * sign > 0) best = value;
  };
  return { add, result: () => best };
}

/** `$group`, read: gathers one document after the other. */
export function readGroup(given: unknown): () => { add(document: StoredDocument): void; groups(): StoredDocument[] } {
  if (!isPlainObject(given) || !Object.hasOwn(given, '_id')) throw serverError(2, 'a group specification must include an _id');
  const key = readExpression(given._id);
  const fields = Object.entries(given).flatMap(([name, operand]) => (name === '_id' ? [] : [readField(name, operand)]));
  return () => {
    const groups = new Map<string, { id: StoredValue; made: Accumulator[] }>();
    return {
      add(document) {
        const id = key(document) ?? null;
        const text = encodeValue(id).toString('latin1');
        const group = groups.get(text) ?? { id, made: fields.map((field) => field.make()) };
        groups.set(text, group);
        for (const [at, field] of fields.entries()) group.made[at]?.add(field.expression(document));
      },
      groups: () =>
        [...groups.values()].map(({ id, made }) => ({
          _id: id,
          ...Object.fromEntries(fields.map(({ name }, at) => [name, made[at]?.result() ?? null])),
        })),
    };
  };
}

function readField(name: string, operand: unknown): { name: string; expression: Expression; make: () => Accumulator } {
  const entries = isPlainObject(operand) ? Object.entries(operand) : [];
  const [entry] = entries;
  if (!entry || entries.length !== 1) throw serverError(2, `The field '${name}' must specify one accumulator`);
  const [operator, argument] = entry;
  if (name.includes('.')) throw serverError(2, `The field name '${name}' cannot contain '.'`);
  if (operator === '$count') return { name, expression: () => 1, make: accumulators.$sum ?? (() => extreme(1)) };
  const make = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!make) throw unsupported(`The accumulator '${operator}'`);
  return { name, expression: readExpression(argument), make };
}
