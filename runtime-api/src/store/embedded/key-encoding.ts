import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
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
  const parts: Buffer[] = [];
  write(value, parts);
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

/** As it stands in an index: cut when long. `cut` says that the order of this component cannot be trusted. */
export function encodeComponent(value: StoredValue | undefined): {
  bytes: Buffer;
  cut: boolean;
} {
  const bytes = encodeValue(value);
  if (bytes.length <= componentBytesMax) return { bytes, cut: false };
  return {
    bytes: Buffer.concat([keptPart(bytes), createHash('sha256').update(bytes).digest()]),
    cut: true,
  };
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
  return Buffer.concat([Buffer.from([typeRanks.string]), textBytes(text)]);
}

const textEnd = Buffer.from([0, 0]);
const listEnd = Buffer.from([0]);

function write(value: StoredValue | undefined, parts: Buffer[]): void {
  const rank = typeRank(value);
  if (typeof value === 'string') {
    writeText(value, parts);
  } else if (typeof value === 'number') {
    parts.push(numberBytes(rank, value));
  } else if (typeof value === 'boolean') {
    parts.push(Buffer.from([rank, value ? 1 : 0]));
  } else if (value instanceof Date) {
    parts.push(numberBytes(rank, value.getTime()));
  } else if (value instanceof ObjectId) {
    parts.push(Buffer.from([rank]), Buffer.from(value.id));
  } else if (value instanceof Binary) {
    const head = Buffer.from([rank, 0, 0, 0, 0, value.sub_type]);
    head.writeUInt32BE(value.position, 1);
    parts.push(head, Buffer.from(value.value()));
  } else if (Array.isArray(value)) {
    parts.push(Buffer.from([rank]));
    for (const element of value) write(element, parts);
    parts.push(listEnd);
  } else if (isDocument(value)) {
    writeDocument(value, parts);
  } else {
    parts.push(Buffer.from([rank]));
  }
}

function writeText(text: string, parts: Buffer[]): void {
  if (text.includes('\0')) {
    parts.push(Buffer.from([typeRanks.string]), textBytes(text), textEnd);
    return;
  }
  const length = Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(length + 3);
  bytes[0] = typeRanks.string;
  bytes.write(text, 1, 'utf8');
  bytes[length + 1] = 0;
  bytes[length + 2] = 0;
  parts.push(bytes);
}

function writeDocument(document: StoredDocument, parts: Buffer[]): void {
  parts.push(Buffer.from([typeRanks.object]));
  for (const [field, value] of Object.entries(document)) {
    parts.push(Buffer.from([typeRank(value)]), textBytes(field), textEnd);
    write(value, parts);
  }
  parts.push(listEnd);
}

function textBytes(text: string): Buffer {
  if (!text.includes('\0')) return Buffer.from(text, 'utf8');
  const pieces: Buffer[] = [];
  text.split('\0').forEach((piece, at) => {
    if (at > 0) pieces.push(Buffer.from([0x00, 0xff]));
    pieces.push(Buffer.from(piece, 'utf8'));
  });
  return Buffer.concat(pieces);
}

function numberBytes(rank: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(9);
  bytes[0] = rank;
  if (Number.isNaN(value)) return bytes.fill(0, 1); // Below every number, as MongoDB sorts it.
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1); // One zero, not two.
  if ((bytes[1] ?? 0) & 0x80) {
    for (let at = 1; at < 9; at++) bytes[at] = 0xff - (bytes[at] ?? 0);
  } else {
    bytes[1] = (bytes[1] ?? 0) | 0x80;
  }
  return bytes;
}
