import type { Command } from '../model/command.ts';
import { asJson } from '../model/loose-json.ts';
import type { CellPlace } from '../model/table-commands.ts';
import { copiedTest, copiedValue, readSheet, readTest, readValue, writeSheet, type YesNo } from './cell-text.ts';
import type { DraftTable, TableColumn } from './draft-table.ts';
import { cellsBetween, cellValue, type Place, spotAt, spotsBetween } from './grid-place.ts';

/** More rows than this are no table that people read. */
const rowsMost = 500;

export const columnOf = ({ inputs, outputs }: DraftTable, { list, column }: Pick<CellPlace, 'list' | 'column'>): TableColumn =>
  (list === 'when' ? inputs : outputs)[column] ?? { id: '', name: '', kind: 'kept', options: [] };

/** How cells are said in a spreadsheet: yes and no, and the language in which reasons stand. */
export interface SheetWords extends YesNo {
  readonly language: string;
}

/** The chosen cells as a spreadsheet takes them. */
export const copiedCells = (table: DraftTable, one: Place, other: Place, words: SheetWords): string =>
  writeSheet(
    spotsBetween(table, one, other).map((spots) =>
      spots.map((spot) => {
        if (spot.is === 'because') return table.rows[spot.row]?.because[words.language] ?? '';
        const value = cellValue(table, spot);
        return spot.list === 'when'
          ? copiedTest(String(value), columnOf(table, spot), words)
          : copiedValue(value, columnOf(table, spot), words);
      }),
    ),
  );

/** What a spreadsheet brings, from one cell on to the end of its rows; what has no place is left out. Rows that are missing are made. */
export function pastedCells(table: DraftTable, from: Place, text: string, words: SheetWords): readonly Command[] {
  const lines = readSheet(text).slice(0, rowsMost);
  const reasons: Command[] = [];
  const cells = lines.flatMap((line, down) =>
    line.flatMap((typed, along) => {
      const row = from.row + down;
      const isNew = from.row < table.rows.length && row >= table.rows.length;
      // A new row has the columns of every row; “otherwise” stays last and is only written where one begins in it.
      const spot = spotAt(table, { row: isNew ? 0 : row, column: from.column + along });
      if (spot.is === 'because') {
        const { language } = words;
        if (typed.trim() !== (table.rows[row]?.because[language] ?? ''))
          reasons.push({ name: 'table.because', payload: { decision: table.id, row, language, words: typed.trim() } });
        return [];
      }
      if (spot.is !== 'cell') return [];
      const { is: _is, ...place } = spot;
      const cell: CellPlace = isNew ? { ...place, row } : place;
      const column = columnOf(table, cell);
      return [{ ...cell, value: cell.list === 'when' ? readTest(typed, column, words) : readValue(typed, column, words) }];
    }),
  );
  return [...(cells.length === 0 ? [] : [{ name: 'table.write', payload: { decision: table.id, cells } } as const]), ...reasons];
}

/** Tests that take anything, values that say nothing; nothing where they are so already. */
export function emptiedCells(table: DraftTable, one: Place, other: Place): Command | undefined {
  const cells = cellsBetween(table, one, other)
    .map((cell) => ({ ...cell, value: asJson(cell.list === 'when' ? '-' : null) }))
    .filter((cell) => cellValue(table, cell) !== cell.value);
  return cells.length === 0 ? undefined : { name: 'table.write', payload: { decision: table.id, cells } };
}
