import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { directionOf, languageAmong } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import type { OutlineActs } from '../outline/outline-acts.ts';
import type { DraftTable } from './draft-table.ts';
import { nextCell, type Place, spotAt, stepped, widthOf } from './grid-place.ts';
import { copiedCells, emptiedCells, pastedCells } from './sheet-cells.ts';

export interface TableGridState {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly place: Place;
  /** The other corner of what is chosen. */
  readonly corner: Place;
  readonly editing: Place | undefined;
  readonly choose: (place: Place, more?: 'range' | 'edit') => void;
  /** What the cell in hand would write; `isWanting`: something is still missing. */
  readonly propose: (commands: readonly Command[], isWanting?: boolean) => void;
  /** Writes what is in hand, and goes on. */
  readonly keep: (then?: 'here' | 'next' | 'previous') => void;
  readonly cancel: () => void;
  /** With what it asks, where one is at what it says. */
  readonly addRow: (at: number, when?: readonly string[]) => void;
  readonly moveRow: (row: number, to: number) => void;
  readonly handlers: {
    readonly onKeyDownCapture: (event: KeyboardEvent) => void;
    readonly onCopy: (event: ClipboardEvent) => void;
    readonly onCut: (event: ClipboardEvent) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
}

/** Where one is in the grid, what is chosen, and what keys do there. */
export function useTableGrid(table: DraftTable, acts: OutlineActs, languages: readonly string[]): TableGridState {
  const say = useWords();
  const reader = useLanguage();
  const rightToLeft = directionOf[reader] === 'rtl';
  const grid = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<{ readonly place: Place; readonly corner: Place }>({ place: first, corner: first });
  const [editing, setEditing] = useState<Place>();
  const [wanted, setWanted] = useState(0);
  const proposed = useRef<{ commands: readonly Command[]; isWanting: boolean }>({ commands: [], isWanting: false });
  // Others may take rows and columns away.
  const [place, corner] = [within(table, chosen.place), within(table, chosen.corner)];
  const language = languageAmong(languages, reader);
  const words = { yes: say('field.yes'), no: say('field.no'), language };
  useEffect(() => {
    if (wanted > 0) focusOf(grid.current)?.focus();
  }, [wanted]);

  const go = (to: Place, isRange = false) => {
    setChosen({ place: to, corner: isRange ? corner : to });
    setWanted(wanted + 1);
  };
  const write = (commands: readonly Command[]) => {
    const [only, ...more] = commands;
    if (only && more.length === 0) acts.act(only);
    else if (only) acts.all(commands);
  };
  const finish = () => {
    const { commands, isWanting } = proposed.current;
    proposed.current = { commands: [], isWanting: false };
    setEditing(undefined);
    if (isWanting) acts.hint(say('tables.not-written'));
    else write(commands);
  };
  const edit = (at: Place) => {
    const { is } = spotAt(table, at);
    if (!acts.mayDraw) return acts.hint(say(acts.lock ?? 'draft.only-look'));
    if (is === 'cell' || is === 'because') setEditing(at);
  };
  const addRow = (at: number, when?: readonly string[]) => {
    acts.act({ name: 'table.row-add', payload: { decision: table.id, at, ...(when ? { when } : {}) } });
    if (acts.mayDraw) go({ row: at, column: when ? table.inputs.length + 1 : 1 });
  };
  const moveRow = (row: number, to: number) => {
    if (to < 0 || to >= table.rows.length) return;
    acts.act({ name: 'table.row-move', payload: { decision: table.id, row, to } });
    if (acts.mayDraw) go({ row: to, column: place.column });
  };
  const moveColumn = (by: number) => {
    const spot = spotAt(table, place);
    if (!('list' in spot)) return;
    const to = spot.column + by;
    const count = (spot.list === 'when' ? table.inputs : table.outputs).length;
    if (to < 0 || to >= count) return;
    acts.act({ name: 'table.column-move', payload: { decision: table.id, list: spot.list, column: spot.column, to } });
    if (acts.mayDraw) go({ row: place.row, column: place.column + by });
  };

  /** Whether the key is done with. */
  const pressed = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => {
    const isControl = ctrlKey || metaKey;
    const spot = spotAt(table, place);
    if (altKey && key.startsWith('Arrow')) {
      if ('row' in spot && spot.row !== undefined && (key === 'ArrowUp' || key === 'ArrowDown'))
        moveRow(spot.row, spot.row + (key === 'ArrowUp' ? -1 : 1));
      else if (key === 'ArrowLeft' || key === 'ArrowRight') moveColumn((key === 'ArrowRight') === rightToLeft ? -1 : 1);
      return true;
    }
    if (key === 'Enter' && isControl) {
      addRow(Math.max(0, Math.min(place.row + 1, table.rows.length)));
      return true;
    }
    if ((key === 'Enter' || key === 'F2') && (spot.is === 'cell' || spot.is === 'because')) {
      edit(place);
      return true;
    }
    if (key === 'Delete' || key === 'Backspace') {
      const emptied = emptiedCells(table, place, corner);
      if (emptied) acts.act(emptied);
      return true;
    }
    const to = altKey || (isControl && key.startsWith('Arrow')) ? undefined : stepped(table, place, key, isControl, rightToLeft);
    if (to) go(to, shiftKey && key.startsWith('Arrow'));
    return to !== undefined;
  };
  const isElsewhere = ({ target }: { readonly target: EventTarget }) =>
    editing !== undefined || !(target instanceof Node) || !grid.current?.contains(target);
  const copy = (event: ClipboardEvent) => {
    if (isElsewhere(event)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copiedCells(table, place, corner, words));
  };
  return {
    grid,
    place,
    corner,
    editing,
    choose: (to, more) => {
      if (editing) finish();
      go(to, more === 'range');
      if (more === 'edit') edit(to);
    },
    propose: (commands, isWanting = false) => {
      proposed.current = { commands, isWanting };
    },
    keep: (then = 'here') => {
      const from = editing ?? place;
      finish();
      const to = then === 'here' ? undefined : nextCell(table, from, then === 'next' ? 1 : -1);
      go(to ?? from);
    },
    cancel: () => {
      proposed.current = { commands: [], isWanting: false };
      const from = editing ?? place;
      setEditing(undefined);
      go(from);
    },
    addRow,
    moveRow,
    handlers: {
      onKeyDownCapture: (event) => {
        if (isElsewhere(event) || !pressed(event)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      onCopy: copy,
      onCut: (event) => {
        if (isElsewhere(event)) return;
        copy(event);
        const emptied = emptiedCells(table, place, corner);
        if (emptied) acts.act(emptied);
      },
      onPaste: (event) => {
        if (isElsewhere(event)) return;
        event.preventDefault();
        const from = { row: Math.min(place.row, corner.row), column: Math.min(place.column, corner.column) };
        write(pastedCells(table, from, event.clipboardData.getData('text/plain'), words));
      },
    },
  };
}

const first: Place = { row: 0, column: 1 };
const within = (table: DraftTable, { row, column }: Place): Place => ({
  row: Math.min(row, table.rows.length),
  column: Math.min(column, widthOf(table) - 1),
});

/** The place in hand takes the focus, or the button that fills it. */
function focusOf(grid: HTMLTableElement | null): HTMLElement | undefined {
  const here = grid?.querySelector<HTMLElement>('[data-here="true"]');
  return here?.querySelector<HTMLElement>('button') ?? here ?? undefined;
}
