import { isOperators, readFilter, readOperators } from './filter.ts';
import { serverError, unsupported } from './server-error.ts';
import { bsonType, fieldOf, isDocument, type StoredDocument, type StoredValue, storedValue } from './stored-value.ts';
import { compareValues, sameValue } from './value-order.ts';

/** What an operator makes of the value at its path; undefined takes the field away. Never changes the value it is given. */
export interface UpdateAct {
  next(before: StoredValue | undefined, document: StoredDocument): StoredValue | undefined;
  /** Does nothing where nothing is. */
  readonly onlyIfThere: boolean;
}

type ReadOperator = (operand: unknown, name: string) => UpdateAct;

/** Each does what MongoDB's manual says, or throws MongoDB's code; none does silently nothing on a wrong type. */
export const updateOperators = {
  $set: (operand) => setting(operand),
  $setOnInsert: (operand) => setting(operand),
  $unset: () => ({ onlyIfThere: true, next: () => undefined }),
  $inc: (operand, name) => {
    const amount = storedValue(operand);
    if (typeof amount !== 'number')
      throw serverError(14, `Cannot increment with non-numeric argument: {${name}: ${JSON.stringify(amount)}}`);
    return making((before, document) => {
      if (before === undefined) return amount;
      if (typeof before !== 'number')
        throw serverError(14, `Cannot apply $inc to a value of non-numeric type. ${found(before, name, document)}`);
      const sum = before + amount;
      if (Number.isInteger(sum) && !Number.isSafeInteger(sum)) throw unsupported('A whole number beyond 2^53');
      return sum;
    });
  },
  $min: (operand) => extreme(operand, -1),
  $max: (operand) => extreme(operand, 1),
  $push: (operand, name) => {
    const { values, slice } = readPush(operand);
    return making((before, document) => {
      if (before !== undefined && !Array.isArray(before)) {
        throw serverError(
          2,
          `The field '${name}' must be an array but is of type ${typeName(before)} in document {_id: ${idText(document)}}`,
        );
      }
      const all = [...(before ?? []), ...copies(values)];
      if (slice === undefined) return all;
      return slice >= 0 ? all.slice(0, slice) : all.slice(slice);
    });
  },
  $addToSet: (operand, name) => {
    const values = readEach(operand, '$addToSet') ?? [storedValue(operand)];
    return making((before) => {
      if (before !== undefined && !Array.isArray(before)) {
        throw serverError(2, `Cannot apply $addToSet to non-array field. Field named '${name}' has non-array type ${typeName(before)}`);
      }
      const all = [...(before ?? [])];
      for (const value of copies(values)) if (!all.some((one) => sameValue(one, value))) all.push(value);
      return all;
    });
  },
  $pull: (operand) => {
    const goes = readPull(operand);
    return {
      onlyIfThere: true,
      next(before) {
        if (!Array.isArray(before)) throw serverError(2, 'Cannot apply $pull to a non-array value');
        return before.filter((element) => !goes(element));
      },
    };
  },
} satisfies Record<string, ReadOperator>;

export function isUpdateOperator(name: string): name is keyof typeof updateOperators {
  return Object.hasOwn(updateOperators, name);
}

const making = (next: UpdateAct['next']): UpdateAct => ({
  onlyIfThere: false,
  next,
});

function setting(operand: unknown): UpdateAct {
  const value = storedValue(operand);
  return making(() => copies([value])[0]);
}

function extreme(operand: unknown, sign: 1 | -1): UpdateAct {
  const value = storedValue(operand);
  return making((before) => (before === undefined || compareValues(value, before) * sign > 0 ? copies([value])[0] : before));
}

/** One update can meet many documents: none may share a list with another. */
function copies(values: readonly StoredValue[]): StoredValue[] {
  return values.map((value) => (typeof value === 'object' && value !== null ? storedValue(value) : value));
}

function readPush(operand: unknown): {
  values: readonly StoredValue[];
  slice?: number;
} {
  const values = readEach(operand, '$push');
  if (!values) return { values: [storedValue(operand)] };
  const slice: unknown = isOperators(operand) ? operand.$slice : undefined;
  if (slice === undefined) return { values };
  if (typeof slice !== 'number' || !Number.isInteger(slice)) {
    throw serverError(2, 'The value for $slice must be an integer value');
  }
  return { values, slice };
}

/** The list behind `$each`; undefined when the operand is a value itself. */
function readEach(operand: unknown, operator: '$push' | '$addToSet'): readonly StoredValue[] | undefined {
  if (!isOperators(operand)) return undefined;
  for (const modifier of Object.keys(operand)) {
    if (modifier !== '$each' && !(modifier === '$slice' && operator === '$push'))
      throw unsupported(`The modifier '${modifier}' of ${operator}`);
  }
  const each = operand.$each;
  if (each === undefined) throw unsupported(`${operator} with $slice but without $each`);
  const values = storedValue(each);
  if (!Array.isArray(values)) throw serverError(operator === '$push' ? 2 : 14, `The argument to $each in ${operator} must be an array`);
  return values;
}

/** Operators judge the element; an object names fields of it; everything else is the element. */
function readPull(operand: unknown): (element: StoredValue) => boolean {
  const judged = readOperators(operand);
  if (judged) return judged;
  if (operand instanceof RegExp) throw unsupported('A regular expression in $pull');
  const value = storedValue(operand);
  if (!isDocument(value)) return (element) => sameValue(element, value);
  const filter = readFilter(operand);
  return (element) => isDocument(element) && filter.matches(element);
}

function found(value: StoredValue, name: string, document: StoredDocument): string {
  return `{_id: ${idText(document)}} has the field '${name.split('.').at(-1)}' of non-numeric type ${typeName(value)}`;
}

const idText = (document: StoredDocument): string => JSON.stringify(fieldOf(document, '_id') ?? null);

function typeName(value: StoredValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  const type = bsonType(value);
  if (type === undefined) return 'object';
  return type === 'ObjectId' ? 'objectId' : 'binData';
}
