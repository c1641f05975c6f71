import mongoose from 'mongoose';
import { serverError, unsupported } from './server-error.ts';

const { Binary, ObjectId } = mongoose.mongo;
type Binary = mongoose.mongo.Binary;
type ObjectId = mongoose.mongo.ObjectId;

/** What the store keeps: JSON, times, ids and bytes. Money is counted in whole units, so no decimals. */
export type StoredValue = null | boolean | number | string | Date | ObjectId | Binary | StoredValue[] | StoredDocument;
export interface StoredDocument {
  [field: string]: StoredValue;
}

const depthMax = 180;

/**
 * A copy of what the caller hands in, in the types that are kept: `toBSON` applied, `undefined` as null (as the driver of MongoDB does),
 * functions left out. Nothing the caller changes later reaches the store. Refused: other BSON types, by name; more than 180 levels.
 */
export function storedValue(given: unknown, depth = 0): StoredValue {
  if (given === null || given === undefined) return null;
  switch (typeof given) {
    case 'string':
      // Half a surrogate pair cannot be UTF-8: what comes back must be what was compared.
      return given.isWellFormed() ? given : given.toWellFormed();
    case 'boolean':
    case 'number':
      return given;
    case 'bigint':
      return wholeNumber(Number(given));
    case 'object':
      if (depth > depthMax) throw serverError(15, `A document is nested deeper than ${depthMax} levels`);
      return storedObject(given, depth);
    default:
      throw unsupported(`A value of type ${typeof given}`);
  }
}

/** The same for a whole document, which is an object and nothing else. */
export function storedDocument(given: unknown): StoredDocument {
  const value = storedValue(given);
  if (!isDocument(value)) throw serverError(14, 'A document is an object');
  return value;
}

/** True for embedded documents, false for arrays, times, ids and bytes. */
export function isDocument(value: StoredValue | undefined): value is StoredDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && bsonType(value) === undefined;
}

/** The name by which BSON's own classes know themselves, whichever copy of the library made them. */
export function bsonType(value: object): string | undefined {
  const name: unknown = '_bsontype' in value ? value._bsontype : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** A field of its own, never one of the prototype's. */
export function fieldOf(document: StoredDocument, field: string): StoredValue | undefined {
  return Object.hasOwn(document, field) ? document[field] : undefined;
}

/** Sets a field as a field, `__proto__` too. */
export function setField(document: StoredDocument, field: string, value: StoredValue): void {
  if (field === '__proto__') {
    Object.defineProperty(document, field, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    document[field] = value;
  }
}

function storedObject(given: object, depth: number): StoredValue {
  if (Array.isArray(given)) return given.map((element) => storedValue(typeof element === 'function' ? null : element, depth + 1));
  if (given instanceof Date) {
    if (Number.isNaN(given.getTime())) throw serverError(2, 'An invalid date cannot be stored');
    return new Date(given.getTime());
  }
  if (given instanceof Uint8Array) return new Binary(Buffer.from(given));
  const type = bsonType(given);
  if (type !== undefined) return storedBson(given, type);
  if ('toBSON' in given && typeof given.toBSON === 'function') return storedValue(given.toBSON(), depth + 1);
  if (given instanceof RegExp) throw unsupported('A regular expression as a stored value');
  const copy: StoredDocument = {};
  if (given instanceof Map) for (const [field, value] of given) keep(copy, String(field), value, depth);
  else for (const [field, value] of Object.entries(given)) keep(copy, field, value, depth);
  return copy;
}

function keep(copy: StoredDocument, field: string, value: unknown, depth: number): void {
  if (typeof value === 'function') return;
  if (field.includes('\0')) throw serverError(2, 'A field name contains a null character');
  setField(copy, field, storedValue(value, depth + 1));
}

function storedBson(given: object, type: string): StoredValue {
  if (given instanceof ObjectId || given instanceof Binary) return given;
  if (type === 'Int32' || type === 'Double') return Number(given.valueOf());
  if (type === 'Long') return wholeNumber(Number(String(given)));
  throw unsupported(`A value of type ${type}`);
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw unsupported('A whole number beyond 2^53');
  return value;
}
