import { type FieldPath, fieldPath, someValueAt, someWholeValueAt, type ValueTest } from './field-path.ts';
import { type Interval, intersection, isLongBound, pointOf, sideOf, textsBeginningWith, union } from './interval.ts';
import { encodeComponent } from './key-encoding.ts';
import { serverError, unsupported } from './server-error.ts';
import { isDocument, type StoredDocument, type StoredValue, storedValue } from './stored-value.ts';
import { compareValues, sameValue, typeRank } from './value-order.ts';

/** A filter, read once: decides on documents and says where in an index those that match can lie. */
export interface Filter {
  matches(document: StoredDocument): boolean;
  /** What holds for every match. */
  readonly bounds: readonly Bound[];
  /** And nothing else matches: without arrays, whoever counts the places of an index need not look at the documents. */
  readonly exact: boolean;
  /** The branches of each `$or` on the first level. */
  readonly choices: readonly (readonly Filter[])[];
  /** Equalities on the first level, for the document that an upsert makes. */
  readonly equalities: readonly {
    readonly path: FieldPath;
    readonly value: StoredValue;
  }[];
}

export interface Bound {
  readonly name: string;
  /** Absent: anywhere. */
  readonly intervals?: readonly Interval[];
  /** The field is there and not null, so that a sparse index holds every match. */
  readonly present: boolean;
  /** Bounds of one array element belong together only inside one `$elemMatch`; 0 is none. */
  readonly element: number;
  /** Made of several conditions: true of one value, not of an array whose elements satisfy one each. */
  readonly single: boolean;
}

type Test = (document: StoredDocument) => boolean;

/** Refused by name: every operator outside the dialect, regular expressions that are not a plain beginning. */
export function readFilter(given: unknown): Filter {
  if (given === null || given === undefined) return all([]);
  if (!isPlain(given)) throw serverError(2, 'A filter is an object');
  const parts: Filter[] = [];
  for (const [key, operand] of Object.entries(given)) {
    if (key === '$and') parts.push(...branches(key, operand));
    else if (key === '$or') parts.push(some(branches(key, operand)));
    else if (key === '$comment') continue;
    else if (key.startsWith('$')) throw unsupported(`The operator '${key}'`);
    else parts.push(...readField(key, operand));
  }
  return parts.length === 1 && parts[0] ? parts[0] : all(parts);
}

/** Conditions on one value, as `$elemMatch` and `$pull` use them: operators, or undefined when it is not a list of operators. */
export function readOperators(operand: unknown): ValueTest | undefined {
  if (!isOperators(operand)) return undefined;
  const conditions = Object.entries(operand).map(([operator, value]) => readOperator({ name: '', path: [''], operator, operand: value }));
  return (value) => conditions.every((condition) => condition.matches(value === undefined ? {} : { '': value }));
}

export function isOperators(operand: unknown): operand is Readonly<Record<string, unknown>> {
  return isPlain(operand) && Object.keys(operand)[0]?.startsWith('$') === true;
}

function isPlain(given: unknown): given is Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const prototype: unknown = Object.getPrototypeOf(given);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function branches(key: string, operand: unknown): Filter[] {
  if (!Array.isArray(operand) || operand.length === 0) throw serverError(2, `${key} must be a nonempty array`);
  return operand.map((branch) => readFilter(branch));
}

function all(parts: readonly Filter[]): Filter {
  return {
    matches: (document) => parts.every((part) => part.matches(document)),
    bounds: parts.flatMap((part) => part.bounds),
    exact: parts.every((part) => part.exact),
    choices: parts.flatMap((part) => part.choices),
    equalities: parts.flatMap((part) => part.equalities),
  };
}

function some(parts: readonly Filter[]): Filter {
  if (parts.length === 1 && parts[0]) return parts[0];
  const [first, ...others] = parts.map((part) => boundsByName(part.bounds));
  const bounds: Bound[] = [];
  for (const bound of first?.values() ?? []) {
    const same = [bound, ...others.map((other) => other.get(bound.name))];
    const intervals = union(same.flatMap((one) => one?.intervals ?? []));
    const everywhere = same.some((one) => one?.intervals === undefined);
    const present = same.every((one) => one?.present === true);
    const single = same.some((one) => one?.single === true);
    if (!everywhere || present)
      bounds.push({
        name: bound.name,
        ...(everywhere ? {} : { intervals }),
        present,
        element: 0,
        single,
      });
  }
  return {
    matches: (document) => parts.some((part) => part.matches(document)),
    bounds,
    exact: false,
    choices: [parts],
    equalities: [],
  };
}

/** One bound a field: what several conditions leave together. */
function boundsByName(bounds: readonly Bound[]): Map<string, Bound> {
  const byName = new Map<string, Bound>();
  for (const bound of bounds) {
    const known = byName.get(bound.name);
    if (!known) byName.set(bound.name, bound);
    else
      byName.set(bound.name, {
        ...narrowed(known, bound),
        present: known.present || bound.present,
      });
  }
  return byName;
}

function narrowed(left: Bound, right: Bound): Bound {
  if (!left.intervals) return right;
  if (!right.intervals) return left;
  return {
    name: left.name,
    intervals: intersection(left.intervals, right.intervals),
    present: false,
    element: 0,
    single: true,
  };
}

function readField(name: string, operand: unknown): Filter[] {
  const path = fieldPath(name);
  if (operand instanceof RegExp) return [readOperator({ name, path, operator: '$regex', operand })];
  if (!isOperators(operand)) return [readOperator({ name, path, operator: '$eq', operand })];
  return Object.entries(operand).map(([operator, value]) => readOperator({ name, path, operator, operand: value }));
}

interface Condition {
  readonly name: string;
  readonly path: FieldPath;
  readonly operator: string;
  readonly operand: unknown;
}

function readOperator(condition: Condition): Filter {
  const { name, path, operator, operand } = condition;
  switch (operator) {
    case '$eq':
      return equal(name, path, storedValue(operand));
    case '$ne': {
      const value = storedValue(operand);
      const test: Test = (document) => !someValueAt(document, path, (found) => sameValue(found, value));
      return onField(test, {
        name,
        present: value === null,
        element: 0,
        single: false,
      });
    }
    case '$in':
      return among(name, path, operand);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return beside(name, path, operator, storedValue(operand));
    case '$exists': {
      const wanted = Boolean(operand);
      const test: Test = (document) => someWholeValueAt(document, path, (found) => found !== undefined) === wanted;
      return onField(test, {
        name,
        ...(wanted ? {} : { intervals: [pointOf(null)] }),
        present: wanted,
        element: 0,
        single: false,
      });
    }
    case '$regex':
      return beginning(name, path, operand);
    case '$elemMatch':
      return element(name, path, operand);
    default:
      throw unsupported(`The operator '${operator}'`);
  }
}

function onField(matches: Test, bound: Bound, exact = false): Filter {
  return { matches, bounds: [bound], exact, choices: [], equalities: [] };
}

/** Stands whole in every index, and is there or is not: null is also what is missing. */
const isWhole = (value: StoredValue): boolean =>
  typeof value === 'boolean' || Number.isFinite(value) || (typeof value === 'string' && !encodeComponent(value).cut);

function equal(name: string, path: FieldPath, value: StoredValue): Filter {
  const test: Test = (document) => someValueAt(document, path, (found) => sameValue(found, value));
  // A whole array is not found under one entry of an index: its elements are.
  const intervals = Array.isArray(value) ? {} : { intervals: [pointOf(value)] };
  return {
    ...onField(test, { name, ...intervals, present: value !== null, element: 0, single: false }, isWhole(value)),
    equalities: [{ path, value }],
  };
}

function among(name: string, path: FieldPath, operand: unknown): Filter {
  if (!Array.isArray(operand)) throw serverError(2, '$in needs an array');
  const values = operand.map((one) => {
    if (one instanceof RegExp) throw unsupported('A regular expression in $in');
    return storedValue(one);
  });
  const test: Test = (document) => someValueAt(document, path, (found) => values.some((value) => sameValue(found, value)));
  const whole = values.some((value) => Array.isArray(value));
  const intervals = whole ? {} : { intervals: union(values.map((value) => pointOf(value))) };
  return onField(test, { name, ...intervals, present: !values.includes(null), element: 0, single: false }, values.every(isWhole));
}

function beside(name: string, path: FieldPath, operator: '$gt' | '$gte' | '$lt' | '$lte', value: StoredValue): Filter {
  const rank = typeRank(value);
  const orEqual = operator === '$gte' || operator === '$lte';
  const sign = operator === '$gt' || operator === '$gte' ? 1 : -1;
  const isNoNumber = (one: StoredValue | undefined) => typeof one === 'number' && Number.isNaN(one);
  const passes: ValueTest = (found) => {
    if (typeRank(found) !== rank) return false;
    if (isNoNumber(found) || isNoNumber(value)) return orEqual && isNoNumber(found) && isNoNumber(value);
    const order = compareValues(found, value);
    return order === 0 ? orEqual : Math.sign(order) === sign;
  };
  const intervals = Array.isArray(value) ? {} : { intervals: [sideOf(operator, value)] };
  const bound = { name, ...intervals, present: value !== null, element: 0, single: false };
  return onField((document) => someValueAt(document, path, passes), bound, isWhole(value) && !isLongBound(value));
}

const plainBeginning = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])*)$/u;

/** Only `^` and plain characters: everything else differs between servers, or can take for ever. */
function beginning(name: string, path: FieldPath, operand: unknown): Filter {
  const source = operand instanceof RegExp ? operand.source : operand;
  const flags = operand instanceof RegExp ? operand.flags.replace('u', '') : '';
  const plain = typeof source === 'string' && flags === '' ? plainBeginning.exec(source) : null;
  if (!plain) throw unsupported(`The regular expression ${String(operand)} (only ^ and plain characters)`);
  const text = (plain[1] ?? '').replace(/\\(.)/gu, '$1');
  const test: Test = (document) => someValueAt(document, path, (found) => typeof found === 'string' && found.startsWith(text));
  return onField(test, {
    name,
    intervals: [textsBeginningWith(text)],
    present: true,
    element: 0,
    single: false,
  });
}

let elements = 0;

function element(name: string, path: FieldPath, operand: unknown): Filter {
  const together = ++elements;
  const onValues = readOperators(operand);
  if (onValues) {
    const test: Test = (document) => someWholeValueAt(document, path, (found) => Array.isArray(found) && found.some(onValues));
    return onField(test, {
      name,
      present: true,
      element: together,
      single: false,
    });
  }
  const inner = readFilter(operand);
  const passes: ValueTest = (found) => Array.isArray(found) && found.some((one) => isDocument(one) && inner.matches(one));
  const bounds = inner.bounds.map((bound) => ({
    ...bound,
    name: `${name}.${bound.name}`,
    element: together,
  }));
  return {
    matches: (document) => someWholeValueAt(document, path, passes),
    bounds,
    exact: false,
    choices: [],
    equalities: [],
  };
}
