import type { Result } from '@redress/engine';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command, EditRefusal, Sentence } from './command.ts';
import type { DesignDocument } from './document.ts';
import { type EditorState, edited, resumed, type Stamp, turnedBack, type Wanted, withdrawn, withForeign } from './editor-state.ts';
import type { Entry, HistoryLine, HistoryRefusal } from './entry.ts';
import type { Edit } from './perform.ts';
import { stillThere } from './selection.ts';

export interface Editor {
  /** For views: zustand's `useStore(editor.store, pick)`. */
  readonly store: StoreApi<EditorState>;
  readonly perform: (command: Command) => Result<Edit, EditRefusal>;
  /** Several commands as one line of the history, all or none. */
  readonly transact: (commands: readonly Command[], words?: Sentence) => Result<Edit, EditRefusal>;
  readonly undo: () => Result<HistoryLine, HistoryRefusal>;
  readonly redo: () => Result<HistoryLine, HistoryRefusal>;
  readonly select: (chosen: readonly string[]) => void;
  readonly subscribe: StoreApi<EditorState>['subscribe'];
  /** Every change of one's own, as it is to be sent. Answers with what ends it. */
  readonly onEntry: (listener: (entry: Entry) => void) => () => void;
  /** The server has it: it is not done anew when somebody else's comes. */
  readonly acknowledge: (entry: string) => void;
  /** Somebody else's entry goes beneath what is not acknowledged yet. Answers with the pending entries that quarrel with it. */
  readonly applyForeign: (entry: Entry) => readonly Entry[];
  /** Takes pending entries back for good, with their lines: the other person's version was chosen. */
  readonly withdraw: (entries: readonly string[]) => void;
}

/**
 * An editor of a document. It has no clock: `now` says milliseconds. `name` tells its entries from those of others: unique to this window.
 * `pending`: entries that were made on this document and not acknowledged, by a window before this one.
 */
export function openEditor(
  document: DesignDocument,
  { now, name, pending = [] }: { readonly now: () => number; readonly name: string; readonly pending?: readonly Entry[] },
): Editor {
  const store = createStore<EditorState>(() => resumed(document, pending));
  const listeners = new Set<(entry: Entry) => void>();
  let sent = 0;
  const stamp = (): Stamp => ({ id: `${name}.${sent}`, by: name, at: now() });

  function enter(state: EditorState, entry: Entry | undefined): void {
    if (entry) sent += 1;
    store.setState(state, true);
    if (entry) for (const listener of listeners) listener(entry);
  }
  function edit(wanted: Wanted): Result<Edit, EditRefusal> {
    const done = edited(store.getState(), wanted, stamp());
    if (!done.ok) return done;
    enter(done.value.state, done.value.entry);
    return { ok: true, value: done.value.edit };
  }
  function turn(act: 'undo' | 'redo'): Result<HistoryLine, HistoryRefusal> {
    const { state, entry, answer } = turnedBack(store.getState(), act, stamp());
    enter(state, entry);
    return answer;
  }

  return {
    store,
    perform: (command) => edit({ commands: [command], command: command.name }),
    transact: (commands, words) => edit({ commands, words }),
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    select: (chosen) => store.setState((state) => ({ selection: stillThere(state.document, chosen) })),
    subscribe: store.subscribe,
    onEntry: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    acknowledge: (id) => store.setState((state) => ({ pending: state.pending.filter(({ entry }) => entry.id !== id) })),
    applyForeign: (entry) => {
      const { state, quarrels } = withForeign(store.getState(), entry);
      store.setState(state, true);
      return quarrels;
    },
    withdraw: (entries) => store.setState(withdrawn(store.getState(), entries), true),
  };
}
