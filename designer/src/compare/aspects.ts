import { pointerTo } from '@redress/engine';
import { type Fields, isFields } from '../model/loose-json.ts';
import type { Aspect } from './change.ts';

/** Equal in values, whatever the order of keys. */
export function alike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((entry, index) => alike(entry, other[index]));
  if (!isFields(one) || !isFields(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && alike(one[key], other[key]));
}

/** What differs between two values, member by member; a list is one thing. */
export function aspectsBetween(before: unknown, after: unknown, path: readonly string[] = []): readonly Aspect[] {
  if (alike(before, after)) return [];
  if (isFields(before) && isFields(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      aspectsBetween(own(before, key), own(after, key), [...path, key]),
    );
  const there = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  return [{ path: pathWords(path), ...there }];
}

/** A path inside an element, as aspects name it. */
export const pathWords = (path: readonly string[]): string => pointerTo(path).slice(1);

const own = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);
