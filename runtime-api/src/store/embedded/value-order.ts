import mongoose from 'mongoose';
import { bsonType, isDocument, type StoredDocument, type StoredValue } from './stored-value.ts';

const { Binary, ObjectId } = mongoose.mongo;

/** MongoDB's order of types (manual, "Comparison/Sort Order"); the numbers begin the keys of the indexes too. */
export const typeRanks = {
  null: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  binary: 0x50,
  id: 0x60,
  boolean: 0x70,
  date: 0x80,
} as const;

/** A missing value counts as null. */
export function typeRank(value: StoredValue | undefined): number {
  switch (typeof value) {
    case 'string':
      return typeRanks.string;
    case 'number':
      return typeRanks.number;
    case 'boolean':
      return typeRanks.boolean;
    case 'object':
      break;
    default:
      return typeRanks.null;
  }
  if (value === null) return typeRanks.null;
  if (value instanceof Date) return typeRanks.date;
  if (Array.isArray(value)) return typeRanks.array;
  if (bsonType(value) === undefined) return typeRanks.object;
  return value instanceof ObjectId ? typeRanks.id : typeRanks.binary;
}

/** Negative, zero or positive, as MongoDB sorts: first by type, then by value. The keys of the indexes have the same order (tested). */
export function compareValues(left: StoredValue | undefined, right: StoredValue | undefined): number {
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  const rank = typeRank(left);
  const difference = rank - typeRank(right);
  if (difference !== 0) return difference;
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  if (typeof left === 'boolean') return Number(left) - Number(right);
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  if (left instanceof ObjectId && right instanceof ObjectId) return Buffer.compare(left.id, right.id);
  if (left instanceof Binary && right instanceof Binary) return compareBinary(left, right);
  if (Array.isArray(left) && Array.isArray(right)) return compareArrays(left, right);
  if (isDocument(left) && isDocument(right)) return compareDocuments(left, right);
  return 0;
}

/** Embedded documents are equal when their fields are, in the same order. */
export function sameValue(left: StoredValue | undefined, right: StoredValue | undefined): boolean {
  return left === right || compareValues(left, right) === 0;
}

function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  if (Number.isNaN(right)) return 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** By code points, as UTF-8 bytes compare; JavaScript compares halves of surrogate pairs. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at++) {
    const one = left.charCodeAt(at);
    const other = right.charCodeAt(at);
    if (one === other) continue;
    if (one < 0xd800 || other < 0xd800) return one - other;
    return codePointOrder(one) - codePointOrder(other);
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above all others: they go behind U+E000 to U+FFFF. */
function codePointOrder(unit: number): number {
  return unit >= 0xe000 ? unit - 0x0800 : unit + 0x2000;
}

function compareBinary(left: mongoose.mongo.Binary, right: mongoose.mongo.Binary): number {
  return left.position - right.position || left.sub_type - right.sub_type || Buffer.compare(left.value(), right.value());
}

function compareArrays(left: readonly StoredValue[], right: readonly StoredValue[]): number {
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at++) {
    const difference = compareValues(left[at], right[at]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareDocuments(left: StoredDocument, right: StoredDocument): number {
  const lefts = Object.entries(left);
  const rights = Object.entries(right);
  const shorter = Math.min(lefts.length, rights.length);
  for (let at = 0; at < shorter; at++) {
    const [leftName, leftValue] = lefts[at] ?? ['', null];
    const [rightName, rightValue] = rights[at] ?? ['', null];
    const difference =
      typeRank(leftValue) - typeRank(rightValue) || compareText(leftName, rightName) || compareValues(leftValue, rightValue);
    if (difference !== 0) return difference;
  }
  return lefts.length - rights.length;
}
