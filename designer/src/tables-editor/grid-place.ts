import type { CellPlace } from '../model/table-commands.ts';
import type { DraftTable } from './draft-table.ts';

/** A place of the grid: row −1 is the heads of the columns, the last row is “otherwise”; column 0 is the heads of the rows. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
/** What stands at a place. */
export type Spot =
  | { readonly is: 'corner' }
  | { readonly is: 'column'; readonly list: 'when' | 'then'; readonly column: number }
  | { readonly is: 'why' }
  | { readonly is: 'row'; readonly row: number }
  | { readonly is: 'otherwise' }
  | ({ readonly is: 'cell' } & CellPlace)
  | { readonly is: 'because'; readonly row: number }
  /** Nothing is asked where no row fits. */
  | { readonly is: 'blank' };

export const widthOf = ({ inputs, outputs }: DraftTable): number => inputs.length + outputs.length + 2;

export function spotAt(table: DraftTable, { row, column }: Place): Spot {
  const { inputs, outputs, rows } = table;
  const isOutput = column > inputs.length;
  const isWhy = column === widthOf(table) - 1;
  const at = isOutput ? column - 1 - inputs.length : column - 1;
  if (row < 0)
    return column === 0 ? { is: 'corner' } : isWhy ? { is: 'why' } : { is: 'column', list: isOutput ? 'then' : 'when', column: at };
  if (row >= rows.length) {
    if (column === 0) return { is: 'otherwise' };
    return isOutput && column <= inputs.length + outputs.length ? { is: 'cell', list: 'then', column: at } : { is: 'blank' };
  }
  if (column === 0) return { is: 'row', row };
  return isWhy ? { is: 'because', row } : { is: 'cell', row, list: isOutput ? 'then' : 'when', column: at };
}

/** Where the grid shows a cell. */
export const placeOf = ({ inputs, rows }: DraftTable, { row, list, column }: CellPlace): Place => ({
  row: row ?? rows.length,
  column: 1 + column + (list === 'then' ? inputs.length : 0),
});

export const cellValue = (table: DraftTable, { row, list, column }: CellPlace): unknown =>
  row === undefined ? table.otherwise[column] : table.rows[row]?.[list === 'when' ? 'when' : 'says'][column];

/** One step by a key, as the language runs; the same place at an edge, nothing for other keys. */
export function stepped(table: DraftTable, { row, column }: Place, key: string, isAll: boolean, rightToLeft: boolean): Place | undefined {
  const last = { row: table.rows.length, column: widthOf(table) - 1 };
  const ahead = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'ArrowUp') return { row: Math.max(-1, row - 1), column };
  if (key === 'ArrowDown') return { row: Math.min(last.row, row + 1), column };
  if (key === ahead) return { row, column: Math.min(last.column, column + 1) };
  if (key === back) return { row, column: Math.max(0, column - 1) };
  if (key === 'Home') return { row: isAll ? 0 : row, column: isAll ? 1 : 0 };
  return key === 'End' ? { row: isAll ? last.row : row, column: last.column } : undefined;
}

/** The next cell that can be written, row by row; nothing behind the last. */
export function nextCell(table: DraftTable, from: Place, by: 1 | -1): Place | undefined {
  const width = widthOf(table);
  for (let at = from.row * width + from.column + by; at >= 0 && at < (table.rows.length + 1) * width; at += by) {
    const place = { row: Math.floor(at / width), column: at % width };
    const { is } = spotAt(table, place);
    if (is === 'cell' || is === 'because') return place;
  }
  return undefined;
}

type Written = Extract<Spot, { readonly is: 'cell' | 'because' }>;

/** What can be written between two corners, row by row. */
export function spotsBetween(table: DraftTable, one: Place, other: Place): readonly (readonly Written[])[] {
  const rows = range(one.row, other.row).map((row) =>
    range(one.column, other.column).flatMap((column) => {
      const spot = spotAt(table, { row, column });
      return spot.is === 'cell' || spot.is === 'because' ? [spot] : [];
    }),
  );
  return rows.filter((spots) => spots.length > 0);
}

/** The cells between two corners, without the reasons of the rows. */
export const cellsBetween = (table: DraftTable, one: Place, other: Place): readonly CellPlace[] =>
  spotsBetween(table, one, other)
    .flat()
    .flatMap((spot) => {
      if (spot.is !== 'cell') return [];
      const { is: _is, ...cell } = spot;
      return [cell];
    });
const range = (one: number, other: number): readonly number[] =>
  Array.from({ length: Math.abs(other - one) + 1 }, (_, at) => Math.min(one, other) + at);

export const isBetween = ({ row, column }: Place, one: Place, other: Place): boolean =>
  row >= Math.min(one.row, other.row) &&
  row <= Math.max(one.row, other.row) &&
  column >= Math.min(one.column, other.column) &&
  column <= Math.max(one.column, other.column);
