import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Menu, type MenuEntry } from '../base/menu.tsx';
import { useWords } from '../language/words.tsx';
import styles from './tables.module.css';
import type { TableView } from './use-table.ts';

/** The head of a column: what it asks or sets, and what can be done with it. */
export function ColumnHead({
  view,
  list,
  column,
  isHere,
}: {
  readonly view: TableView;
  readonly list: 'when' | 'then';
  readonly column: number;
  readonly isHere: boolean;
}) {
  const say = useWords();
  const { table, acts, onColumn } = view;
  const columns = list === 'when' ? table.inputs : table.outputs;
  const name = columns[column]?.name ?? '';
  const move = (to: number) => acts.act({ name: 'table.column-move', payload: { decision: table.id, list, column, to } });
  const entries: readonly MenuEntry[] = [
    { id: 'change', name: say('tables.column-change'), icon: Pencil },
    { id: 'back', name: say('tables.column-back'), isDisabled: column === 0 },
    { id: 'on', name: say('tables.column-on'), isDisabled: column === columns.length - 1 },
    { id: 'remove', name: say('tables.column-remove'), icon: Trash2, danger: true },
  ];
  return (
    <Menu
      label={say('tables.column', { name })}
      groups={[{ id: 'column', entries: offered(entries, acts) }]}
      onAction={(id) => {
        if (id === 'change') onColumn({ list, column });
        else if (id === 'back') move(column - 1);
        else if (id === 'on') move(column + 1);
        else acts.act({ name: 'table.column-remove', payload: { decision: table.id, list, column } });
      }}
    >
      <Button className={styles.opener ?? ''} excludeFromTabOrder={!isHere}>
        <bdi>{name}</bdi>
      </Button>
    </Menu>
  );
}

/** The head of a row: its number, and what can be done with it. */
export function RowHead({ view, row, isHere }: { readonly view: TableView; readonly row: number; readonly isHere: boolean }) {
  const say = useWords();
  const { table, acts, grid, speaking } = view;
  const entries: readonly MenuEntry[] = [
    { id: 'above', name: say('tables.row-above'), icon: Plus },
    { id: 'below', name: say('tables.row-below'), icon: Plus },
    { id: 'up', name: say('tables.row-up'), icon: ArrowUp, isDisabled: row === 0 },
    { id: 'down', name: say('tables.row-down'), icon: ArrowDown, isDisabled: row === table.rows.length - 1 },
    { id: 'remove', name: say('tables.row-remove'), icon: Trash2, danger: true },
  ];
  return (
    <Menu
      label={say('tables.row-of', { number: row + 1 })}
      groups={[{ id: 'row', entries: offered(entries, acts) }]}
      onAction={(id) => {
        if (id === 'above') grid.addRow(row);
        else if (id === 'below') grid.addRow(row + 1);
        else if (id === 'up') grid.moveRow(row, row - 1);
        else if (id === 'down') grid.moveRow(row, row + 1);
        else acts.act({ name: 'table.row-remove', payload: { decision: table.id, row } });
      }}
    >
      <Button className={styles.opener ?? ''} excludeFromTabOrder={!isHere} aria-label={say('tables.row-of', { number: row + 1 })}>
        {speaking.number(row + 1)}
      </Button>
    </Menu>
  );
}

/** Whoever may only look sees what there is to do, and can do none of it. */
const offered = (entries: readonly MenuEntry[], { mayDraw }: TableView['acts']): readonly MenuEntry[] =>
  mayDraw ? entries : entries.map((entry) => ({ ...entry, isDisabled: true }));
