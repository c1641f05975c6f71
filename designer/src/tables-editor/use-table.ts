import { useDates } from '../calendar/use-dates.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import type { ElementFinding } from '../model/findings.ts';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import type { OutlineActs } from '../outline/outline-acts.ts';
import type { Text } from '../outline/outline-words.ts';
import type { Speaking } from './cell-words.ts';
import { type DraftTable, draftTable } from './draft-table.ts';
import { type Place, spotAt } from './grid-place.ts';
import { columnOf } from './sheet-cells.ts';
import { type TableGridState, useTableGrid } from './use-table-grid.ts';

/** A column that somebody makes or changes; without a number a new one. */
export interface ColumnWish {
  readonly list: 'when' | 'then';
  readonly column?: number;
}
/** What every part of the page works with. */
export interface TableView {
  readonly definition: object;
  readonly table: DraftTable;
  readonly findings: readonly ElementFinding[];
  readonly acts: OutlineActs;
  readonly grid: TableGridState;
  readonly speaking: Speaking;
  readonly text: Text;
  /** Rows that a note or the values tried point to; the one behind the last is “otherwise”. */
  readonly marked: ReadonlySet<number>;
  /** “Row 2, Amount”. */
  readonly cellName: (at: Place) => string;
  readonly onColumn: (wish: ColumnWish) => void;
}

export function useTable({
  definition,
  decision,
  findings,
  acts,
  marked,
  onColumn,
}: Pick<TableView, 'definition' | 'findings' | 'acts' | 'marked' | 'onColumn'> & { readonly decision: string }): TableView {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const { date, number } = useDates();
  const table = draftTable(definition, decision, text);
  const grid = useTableGrid(table, acts, wordsOf(fieldsOf(definition).languages));
  const cellName = (at: Place) => {
    const spot = spotAt(table, at);
    const row = at.row >= table.rows.length ? say('tables.otherwise') : say('tables.row-of', { number: at.row + 1 });
    return say('tables.cell', { row, column: spot.is === 'cell' ? columnOf(table, spot).name : say('tables.why') });
  };
  return { definition, table, findings, acts, grid, speaking: { say, language, date, number }, text, marked, cellName, onColumn };
}
