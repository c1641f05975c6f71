import { ok, type Result, refuse } from '@redress/engine';
import type { HttpRefusal } from './http-refusal.ts';

export const pageSize = 50;

/** Where a list goes on: sort and the keys of the last row. Opaque to clients, worthless outside their own organisation. */
export const writeCursor = (sort: string, keys: readonly string[]): string =>
  Buffer.from(JSON.stringify([sort, ...keys])).toString('base64url');

/** The keys of a cursor of this sort; nothing for the beginning. */
export function readCursor(sort: string, keys: number, cursor: string | undefined): Result<readonly string[] | undefined, HttpRefusal> {
  if (cursor === undefined) return ok(undefined);
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === keys + 1 && parts[0] === sort && parts.every((part) => typeof part === 'string'))
      return ok(parts.slice(1));
  } catch {
    return refuse({ code: 'cursor-invalid' }); // Not ours: whatever is wrong with it, the answer is the same.
  }
  return refuse({ code: 'cursor-invalid' });
}

/** One row more than the page was read, to know whether anything follows. */
export function pageOf<Row, View>(
  found: readonly Row[],
  limit: number,
  cursor: (last: Row) => string,
  view: (row: Row) => View,
): { readonly rows: readonly View[]; readonly next?: string; readonly more: boolean } {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit;
  return { rows: rows.map(view), ...(more && last !== undefined ? { next: cursor(last) } : {}), more };
}
