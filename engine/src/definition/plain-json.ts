import type { Json } from '../json.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Finding } from './finding.ts';
import { pointerTo } from './pointer.ts';

/** Bounds of what is read at all, checked before any schema: bytes of UTF-8 JSON, nesting, values in all, elements of one list. */
export const plainLimits = { bytes: 1_048_576, depth: 100, values: 50_000, list: 2_000 } as const;

/** Keys that are no names: the first changes prototypes, XState takes the second for an actor. */
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'xstate$$type']);

interface Count {
  bytes: number;
  values: number;
}

/** A frozen copy that consists of JSON and nothing else. Refuses what is too large, unsafe keys, and what JSON cannot hold. */
export function copyPlainJson(value: unknown): Result<Json, readonly Finding[]> {
  try {
    return ok(copy(value, [], { bytes: 0, values: 0 }));
  } catch (error) {
    if (error instanceof Unreadable) return refuse([error.finding]);
    throw error;
  }
}

/** Unwinds the recursion; never leaves this file. */
class Unreadable extends Error {
  readonly finding: Finding;
  constructor(code: string, path: readonly string[], facts: Finding['facts']) {
    super(code);
    this.finding = { code, severity: 'error', at: pointerTo(path), facts };
  }
}

function copy(value: unknown, path: readonly string[], count: Count): Json {
  count.values += 1;
  bound('values', count.values, path);
  bound('depth', path.length, path);
  if (value === null || typeof value === 'boolean') return counted(value, 5, path, count);
  if (typeof value === 'number' && Number.isFinite(value)) return counted(value, String(value).length, path, count);
  if (typeof value === 'string') return counted(value, bytesOf(value), path, count);
  if (Array.isArray(value)) {
    bound('list', value.length, path);
    counted(null, 2 + value.length, path, count);
    return Object.freeze(Array.from(value, (element: unknown, index) => copy(element, [...path, String(index)], count)));
  }
  if (typeof value !== 'object' || !isPlain(value)) throw new Unreadable('schema', path, { keyword: 'type', found: typeof value });
  const members = Object.entries(value).map(([key, member]): [string, Json] => {
    if (unsafeKeys.has(key)) throw new Unreadable('unsafe-key', [...path, key], { key });
    counted(null, bytesOf(key) + 2, path, count);
    return [key, copy(member, [...path, key], count)];
  });
  return Object.freeze(Object.fromEntries(members));
}

function counted<Value extends Json>(value: Value, bytes: number, path: readonly string[], count: Count): Value {
  count.bytes += bytes;
  bound('bytes', count.bytes, path);
  return value;
}

function bound(limit: keyof typeof plainLimits, actual: number, path: readonly string[]): void {
  if (actual > plainLimits[limit])
    throw new Unreadable('limit', limit === 'list' || limit === 'depth' ? path : [], { limit, actual, most: plainLimits[limit] });
}

/** An object of any realm whose prototype is the root of all, or none. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Bytes of the text as UTF-8 JSON, quotes included. */
function bytesOf(text: string): number {
  if (text.length > plainLimits.bytes) return text.length;
  let bytes = 0;
  for (const character of JSON.stringify(text)) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
