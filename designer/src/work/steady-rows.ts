/** How a row stands on the screen: it came with the last look, was changed, or was ended or taken meanwhile. */
export type RowMark = 'new' | 'gone';
export interface SteadyRow<Row> {
  readonly row: Row;
  readonly mark?: RowMark;
}
export interface SteadyRows<Row> {
  readonly rows: readonly SteadyRow<Row>[];
  /** Rows that the server has and the screen has not: they wait until the reader asks for them. */
  readonly waiting: number;
}
export interface Shown<Row> {
  readonly rows: readonly Row[];
  /** Ids that came with the last look. */
  readonly fresh: ReadonlySet<string>;
}

/**
 * Nothing moves under the reader: rows keep their places, changed ones are rewritten where they stand, missing ones stay and are marked,
 * and new ones are counted.
 */
export function steadied<Row extends { readonly id: string }>(shown: Shown<Row>, latest: readonly Row[]): SteadyRows<Row> {
  const now = new Map(latest.map((row) => [row.id, row]));
  const known = new Set(shown.rows.map((row) => row.id));
  return {
    rows: shown.rows.map((row) => {
      const newer = now.get(row.id);
      if (!newer) return { row, mark: 'gone' };
      return shown.fresh.has(row.id) ? { row: newer, mark: 'new' } : { row: newer };
    }),
    waiting: latest.filter((row) => !known.has(row.id)).length,
  };
}

/** The screen after the reader asked for what is new: the server's order, new rows marked. The first look marks nothing. */
export function lookAgain<Row extends { readonly id: string }>(shown: Shown<Row> | undefined, latest: readonly Row[]): Shown<Row> {
  const known = new Set(shown?.rows.map((row) => row.id));
  return { rows: latest, fresh: new Set(shown ? latest.filter((row) => !known.has(row.id)).map((row) => row.id) : []) };
}
