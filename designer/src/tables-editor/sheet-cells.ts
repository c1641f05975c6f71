import type { Command } from '../model/command.ts';
import { asJson } from '../model/loose-json.ts';
import type { CellPlace } from '../model/table-commands.ts';
import { copiedTest, copiedValue, readSheet, readTest, readValue, writeSheet, type YesNo } from './cell-text.ts';
import type { DraftTable, TableColumn } from './draft-table.ts';
import { cellsBetween, cellValue, type Place, spotAt } from './grid-place.ts';

/** More rows than this are no table that people read. */
const rowsMost = 500;

export const columnOf = ({ inputs, outputs }: DraftTable, { list, column }: Pick<CellPlace, 'list' | 'column'>): TableColumn =>
  (list === 'when' ? inputs : outputs)[column] ?? { id: '', name: '', kind: 'kept', options: [] };

/** The chosen cells as a spreadsheet takes them. */
export const copiedCells = (table: DraftTable, one: Place, other: Place, words: YesNo): string =>
  writeSheet(
    cellsBetween(table, one, other).map((cells) =>
      cells.map((cell) => {
        const value = cellValue(table, cell);
        return cell.list === 'when'
          ? copiedTest(String(value), columnOf(table, cell), words)
          : copiedValue(value, columnOf(table, cell), words);
      }),
    ),
  );

/** What a spreadsheet brings, from one cell on to the end of its rows; what has no place is left out. Rows that are missing are made. */
export function pastedCells(table: DraftTable, from: Place, text: string, words: YesNo): Command | undefined {
  const lines = readSheet(text).slice(0, rowsMost);
  const cells = lines.flatMap((line, down) =>
    line.flatMap((typed, along) => {
      const row = from.row + down;
      const isNew = from.row < table.rows.length && row >= table.rows.length;
      // A new row has the columns of every row; “otherwise” stays last and is only written where one begins in it.
      const spot = spotAt(table, { row: isNew ? 0 : row, column: from.column + along });
      if (spot.is !== 'cell') return [];
      const { is: _is, ...place } = spot;
      const cell: CellPlace = isNew ? { ...place, row } : place;
      const column = columnOf(table, cell);
      return [{ ...cell, value: cell.list === 'when' ? readTest(typed, column, words) : readValue(typed, column, words) }];
    }),
  );
  return cells.length === 0 ? undefined : { name: 'table.write', payload: { decision: table.id, cells } };
}

/** Tests that take anything, values that say nothing; nothing where they are so already. */
export function emptiedCells(table: DraftTable, one: Place, other: Place): Command | undefined {
  const cells = cellsBetween(table, one, other)
    .flat()
    .map((cell) => ({ ...cell, value: asJson(cell.list === 'when' ? '-' : null) }))
    .filter((cell) => cellValue(table, cell) !== cell.value);
  return cells.length === 0 ? undefined : { name: 'table.write', payload: { decision: table.id, cells } };
}
