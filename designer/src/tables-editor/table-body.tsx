import type { Json } from '@redress/engine';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { useNow } from '../calendar/now.tsx';
import { useWords } from '../language/words.tsx';
import { Kbd } from '../outline/kbd.tsx';
import { ColumnDialog } from './column-dialog.tsx';
import { placeOf } from './grid-place.ts';
import { HitField } from './hit-field.tsx';
import { TableCheck } from './table-check.tsx';
import { TableGrid } from './table-grid.tsx';
import { checkedTable, type TableNote, tableNotes } from './table-notes.ts';
import { TableTrial } from './table-trial.tsx';
import styles from './tables.module.css';
import { tryTable } from './try-table.ts';
import { type ColumnWish, type TableView, useTable } from './use-table.ts';

/** The grid, values that are tried in it, and what it leaves open. */
export function TableBody({
  definition,
  findings,
  decision,
  acts,
  wanted = [],
}: Pick<TableView, 'definition' | 'findings' | 'acts'> & {
  readonly decision: string;
  /** The field that a problem leads to. */
  readonly wanted?: readonly string[];
}) {
  const say = useWords();
  const now = useNow();
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [column, setColumn] = useState<ColumnWish>();
  const [values, setValues] = useState<ReadonlyMap<string, Json>>(new Map());
  const view = useTable({ definition, decision, findings, acts, marked, onColumn: setColumn });
  const { table, grid } = view;
  useWantedCell(view, wanted);
  const coverage = useMemo(() => checkedTable(definition, decision), [definition, decision]);
  const notes = coverage && tableNotes(view, coverage);
  const tried = values.size > 0 ? tryTable(table, definition, Object.fromEntries(values), new Date(now).toISOString()) : undefined;
  const show = (given: ReadonlyMap<string, Json>) => {
    setValues(given);
    const answer = tryTable(table, definition, Object.fromEntries(given), new Date(now).toISOString());
    const rows = answer.is === 'decided' || answer.is === 'several' ? answer.rows : [];
    setMarked(new Set(answer.is === 'decided' && rows.length === 0 ? [table.rows.length] : rows));
  };
  const go = (note: TableNote) => {
    if (note.values.size > 0) setValues(note.values);
    setMarked(new Set(note.rows));
    const [row] = note.rows;
    if (row !== undefined) grid.choose(row < table.rows.length ? { row, column: 1 } : placeOf(table, { list: 'then', column: 0 }));
  };
  return (
    <>
      <header className={styles.titled}>
        <h2>
          <bdi>{table.title}</bdi>
        </h2>
        <HitField table={table} act={acts.act} />
      </header>
      <TableGrid {...view} />
      {acts.mayDraw && (
        <div className={styles.adds}>
          <Button kind="link" icon={Plus} onPress={() => grid.addRow(table.rows.length)}>
            {say('tables.add-row')}
          </Button>
          <Button kind="link" icon={Plus} onPress={() => setColumn({ list: 'when' })}>
            {say('tables.add-input')}
          </Button>
          <Button kind="link" icon={Plus} onPress={() => setColumn({ list: 'then' })}>
            {say('tables.add-output')}
          </Button>
        </div>
      )}
      <p className={styles.keys} aria-hidden="true">
        <Kbd>Enter</Kbd> {say('tables.key.edit')} <Kbd>Tab</Kbd> {say('tables.key.next')} <Kbd>Esc</Kbd> {say('tables.key.leave')}{' '}
        <Kbd>Ctrl+Enter</Kbd> {say('tables.key.row')} <Kbd>Alt+↑↓</Kbd> {say('tables.key.move')} <Kbd>Del</Kbd> {say('tables.key.empty')}{' '}
        <Kbd>Ctrl+C</Kbd> <Kbd>Ctrl+V</Kbd> {say('tables.key.sheet')}
      </p>
      <TableTrial view={view} values={values} tried={tried} onValues={show} />
      <TableCheck notes={notes} onGo={go} onAdd={acts.mayDraw ? ({ tests = [] }) => grid.addRow(table.rows.length, tests) : undefined} />
      {column && <ColumnDialog view={view} wish={column} onAct={acts.act} onClose={() => setColumn(undefined)} />}
    </>
  );
}

/** The way of a problem to its cell. */
function useWantedCell({ table, grid }: TableView, wanted: readonly string[]): void {
  const latest = useRef({ table, grid });
  useEffect(() => {
    latest.current = { table, grid };
  });
  useEffect(() => {
    const [part, first, list, second] = wanted;
    const { table: shown, grid: shownGrid } = latest.current;
    if (part === 'inputs' || part === 'outputs') {
      const { row: _row, ...place } = { ...placeOf(shown, { list: part === 'inputs' ? 'when' : 'then', column: Number(first) }) };
      shownGrid.choose({ row: -1, ...place });
    } else if (part === 'otherwise') shownGrid.choose(placeOf(shown, { list: 'then', column: Number(first ?? 0) }));
    else if (part === 'rows')
      shownGrid.choose(placeOf(shown, { row: Number(first ?? 0), list: list === 'then' ? 'then' : 'when', column: Number(second ?? 0) }));
  }, [wanted]);
}
