import { type FieldPath, fieldPath } from './field-path.ts';
import { serverError, unsupported } from './server-error.ts';
import { fieldOf, isDocument, type StoredDocument, type StoredValue, storedValue } from './stored-value.ts';
import { compareValues, sameValue } from './value-order.ts';

/** What an aggregation computes from a document; undefined where a field is missing. */
export type Expression = (document: StoredDocument) => StoredValue | undefined;

/** `'$path'`, values, objects and arrays of expressions, and the operators below. Others are refused by name. */
export function readExpression(given: unknown): Expression {
  if (typeof given === 'string' && given.startsWith('$$')) throw unsupported(`The variable '${given}'`);
  if (typeof given === 'string' && given.startsWith('$')) {
    const path = fieldPath(given.slice(1));
    return (document) => valueAt(document, path);
  }
  if (Array.isArray(given)) {
    const elements = given.map(readExpression);
    return (document) => elements.map((element) => element(document) ?? null);
  }
  if (!isPlainObject(given)) {
    const value = storedValue(given);
    return () => value;
  }
  const [first] = Object.keys(given);
  if (first?.startsWith('$')) return readOperator(first, given[first], Object.keys(given).length);
  const fields = Object.entries(given).map(([field, expression]) => [field, readExpression(expression)] as const);
  return (document) => {
    const computed: StoredDocument = {};
    for (const [field, expression] of fields) {
      const value = expression(document);
      if (value !== undefined) computed[field] = value;
    }
    return computed;
  };
}

export function isPlainObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return (
    typeof given === 'object' &&
    given !== null &&
    !Array.isArray(given) &&
    Object.getPrototypeOf(Object.getPrototypeOf(given) ?? {}) === null
  );
}

type Compute = (values: readonly (StoredValue | undefined)[]) => StoredValue | undefined;

interface Operator {
  /** How many arguments; absent: any number. */
  readonly takes?: number;
  readonly compute: Compute;
}

const order = (holds: (order: number) => boolean): Operator => ({
  takes: 2,
  compute: ([left, right]) => holds(compareValues(left, right)),
});

const operators: Readonly<Record<string, Operator>> = {
  $eq: { takes: 2, compute: ([left, right]) => sameValue(left, right) && (left === undefined) === (right === undefined) },
  $ne: { takes: 2, compute: ([left, right]) => !(sameValue(left, right) && (left === undefined) === (right === undefined)) },
  $gt: order((sign) => sign > 0),
  $gte: order((sign) => sign >= 0),
  $lt: order((sign) => sign < 0),
  $lte: order((sign) => sign <= 0),
  $and: { compute: (values) => values.every(isTrue) },
  $or: { compute: (values) => values.some(isTrue) },
  $not: { takes: 1, compute: ([value]) => !isTrue(value) },
  $ifNull: { compute: (values) => values.find((value) => value !== undefined && value !== null) ?? values.at(-1) },
  $add: { compute: (values) => numbers('$add', values, (all) => all.reduce((sum, value) => sum + value, 0)) },
  $multiply: { compute: (values) => numbers('$multiply', values, (all) => all.reduce((product, value) => product * value, 1)) },
  $subtract: { takes: 2, compute: ([left, right]) => difference(left, right) },
  $divide: {
    takes: 2,
    compute: (values) =>
      numbers('$divide', values, ([left = 0, right = 0]) => {
        if (right === 0) throw serverError(2, "can't $divide by zero");
        return left / right;
      }),
  },
  $in: {
    takes: 2,
    compute: ([value, list]) => {
      if (!Array.isArray(list)) throw serverError(2, '$in requires an array as a second argument');
      return list.some((element) => sameValue(element, value));
    },
  },
  $size: {
    takes: 1,
    compute: ([list]) => {
      if (!Array.isArray(list)) throw serverError(2, 'The argument to $size must be an array');
      return list.length;
    },
  },
  $substrCP: {
    takes: 3,
    compute: ([text, from, length]) =>
      [...(typeof text === 'string' ? text : '')].slice(Number(from), Number(from) + Number(length)).join(''),
  },
};

function readOperator(name: string, operand: unknown, keys: number): Expression {
  if (keys !== 1) throw serverError(2, 'An object representing an expression must have exactly one field');
  if (name === '$literal') {
    const value = storedValue(operand);
    return () => value;
  }
  if (name === '$cond') return readCondition(operand);
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator) throw unsupported(`The expression '${name}'`);
  const given: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (operator.takes !== undefined && given.length !== operator.takes) {
    throw serverError(2, `Expression ${name} takes exactly ${operator.takes} arguments. ${given.length} were passed in.`);
  }
  const parts = given.map(readExpression);
  return (document) => operator.compute(parts.map((part) => part(document)));
}

function readCondition(operand: unknown): Expression {
  const [condition, yes, no] = (
    Array.isArray(operand) ? operand : isPlainObject(operand) ? [operand.if, operand.then, operand.else] : []
  ).map(readExpression);
  if (!condition || !yes || !no) throw serverError(2, '$cond needs if, then and else');
  return (document) => (isTrue(condition(document)) ? yes(document) : no(document));
}

/** Through arrays of documents a path gives the list of what it finds, as in MongoDB's expressions. */
function valueAt(value: StoredValue | undefined, path: FieldPath, at = 0): StoredValue | undefined {
  const part = path[at];
  if (part === undefined) return value;
  if (Array.isArray(value)) {
    return value.flatMap((element) => {
      const found = isDocument(element) || Array.isArray(element) ? valueAt(element, path, at) : undefined;
      return found === undefined ? [] : [found];
    });
  }
  return isDocument(value) ? valueAt(fieldOf(value, part), path, at + 1) : undefined;
}

const isTrue = (value: StoredValue | undefined): boolean => value !== undefined && value !== null && value !== false && value !== 0;

/** Null where one is missing; refused (14) where one is no number. */
function numbers(name: string, values: readonly (StoredValue | undefined)[], compute: (all: number[]) => number): number | null {
  const all: number[] = [];
  for (const value of values) {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'number') throw serverError(14, `${name} only supports numeric types`);
    all.push(value);
  }
  return compute(all);
}

function difference(left: StoredValue | undefined, right: StoredValue | undefined): StoredValue {
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  return numbers('$subtract', [left, right], ([from = 0, taken = 0]) => from - taken);
}
