/** Where a page ended: the sort value and the id of its last row. Opaque outside. */
export interface Cursor {
  readonly sort: string;
  readonly id: string;
}

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify([cursor.sort, cursor.id])).toString('base64url');

/** Undefined for what is no cursor of ours. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 2) return undefined;
    const [sort, id] = parts as unknown[];
    return typeof sort === 'string' && typeof id === 'string' ? { sort, id } : undefined;
  } catch {
    return undefined;
  }
}

/** Rows behind a cursor, for a list sorted by one field and then by id. */
export function behind(cursor: Cursor, sorted: { readonly field: string; readonly descending: boolean }): object {
  const further = sorted.descending ? { $lt: cursor.sort } : { $gt: cursor.sort };
  return { $or: [{ [sorted.field]: further }, { [sorted.field]: cursor.sort, _id: { $gt: cursor.id } }] };
}

/** A page and whether anything follows: never a total. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
  readonly more: boolean;
}

/** One row more than asked for was read: it only shows that the list goes on. */
export function pageOf<Row extends { readonly _id: string }>(
  found: readonly Row[],
  limit: number,
  sortValue: (row: Row) => string,
): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit;
  return { rows, more, ...(more && last !== undefined ? { next: writeCursor({ sort: sortValue(last), id: last._id }) } : {}) };
}
