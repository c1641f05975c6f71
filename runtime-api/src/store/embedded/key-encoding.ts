import { hash } from 'node:crypto';
import mongoose from 'mongoose';
import { KeyWriter } from './key-writer.ts';
import { isDocument, type StoredDocument, type StoredValue } from './stored-value.ts';
import { typeRank, typeRanks } from './value-order.ts';

const { Binary, ObjectId } = mongoose.mongo;

/** Longer components keep this much of themselves and a hash: equal stays equal, the order among such is lost. LMDB keys end at 1,978 bytes. */
const keptBytes = 168;
export const componentBytesMax = keptBytes + 32;

/**
 * Bytes that sort as `compareValues` does, and of which none begins another: type byte, then the value.
 * Text is UTF-8 with 00 as 00 FF, ended by 00 00; numbers are doubles and times are numbers, with the sign turned so that bytes compare.
 */
export function encodeValue(value: StoredValue | undefined): Buffer {
  return written((keys) => writeValue(keys, value));
}

/** As it stands in an index: cut when long. `cut` says that the order of this component cannot be trusted. */
export function encodeComponent(value: StoredValue | undefined): { readonly bytes: Buffer; readonly cut: boolean } {
  let cut = false;
  const bytes = written((keys) => {
    cut = writeComponent(keys, value);
  });
  return { bytes, cut };
}

/** The same behind what a key already has; true where it was cut. */
export function writeComponent(keys: KeyWriter, value: StoredValue | undefined): boolean {
  const from = keys.length;
  writeValue(keys, value);
  if (keys.length - from <= componentBytesMax) return false;
  const digest = hash('sha256', keys.since(from), 'buffer');
  keys.backTo(from + keptBytes);
  keys.raw(digest);
  return true;
}

/** The part of a component that every index keeps as it is. */
export function keptPart(bytes: Buffer): Buffer {
  return bytes.subarray(0, keptBytes);
}

/** The least bytes that are greater than everything beginning with the given ones. */
export function after(bytes: Buffer): Buffer {
  const next = Buffer.from(bytes);
  for (let at = next.length - 1; at >= 0; at--) {
    const byte = next[at] ?? 0;
    if (byte < 0xff) {
      next[at] = byte + 1;
      return next.subarray(0, at + 1);
    }
  }
  return Buffer.concat([bytes, Buffer.from([0xff])]);
}

/** For descending fields: the same bytes, sorted the other way. */
export function inverted(bytes: Buffer): Buffer {
  const turned = Buffer.allocUnsafe(bytes.length);
  for (let at = 0; at < bytes.length; at++) turned[at] = 0xff - (bytes[at] ?? 0);
  return turned;
}

/** UTF-8 as it stands inside a key, without its end: the beginning of all texts that begin so. */
export function encodeTextStart(text: string): Buffer {
  return written((keys) => {
    keys.byte(typeRanks.string);
    keys.text(text);
  });
}

const alone = new KeyWriter();

/** A writer that fails half way (a value that cannot be encoded) leaves nothing to the next. */
function written(write: (keys: KeyWriter) => void): Buffer {
  alone.backTo(0);
  write(alone);
  return alone.taken();
}

function writeValue(keys: KeyWriter, value: StoredValue | undefined): void {
  const rank = typeRank(value);
  keys.byte(rank);
  if (typeof value === 'string') writeText(keys, value);
  else if (typeof value === 'number') keys.double(value);
  else if (typeof value === 'boolean') keys.byte(value ? 1 : 0);
  else if (value instanceof Date) keys.double(value.getTime());
  else if (value instanceof ObjectId) keys.raw(value.id);
  else if (value instanceof Binary) writeBinary(keys, value);
  else if (Array.isArray(value)) writeList(keys, value);
  else if (isDocument(value)) writeDocument(keys, value);
}

function writeText(keys: KeyWriter, text: string): void {
  keys.text(text);
  keys.byte(0);
  keys.byte(0);
}

function writeBinary(keys: KeyWriter, value: mongoose.mongo.Binary): void {
  keys.whole(value.position);
  keys.byte(value.sub_type);
  keys.raw(value.value());
}

function writeList(keys: KeyWriter, elements: readonly StoredValue[]): void {
  for (const element of elements) writeValue(keys, element);
  keys.byte(0);
}

function writeDocument(keys: KeyWriter, document: StoredDocument): void {
  for (const [field, value] of Object.entries(document)) {
    keys.byte(typeRank(value));
    writeText(keys, field);
    writeValue(keys, value);
  }
  keys.byte(0);
}
