import type { CommandName, Sentence } from './command.ts';
import type { Patch } from './patch.ts';
import type { ElementId } from './property-commands.ts';
import type { Touches } from './touches.ts';

/** One change as it is sent and received: plain JSON. What is undone and done again is a change like any other. */
export interface Entry {
  /** Unique: the editor's name and a number. */
  readonly id: string;
  /** Name of the editor it comes from. */
  readonly by: string;
  /** Milliseconds, as handed in. */
  readonly at: number;
  readonly act: 'edit' | 'undo' | 'redo';
  readonly words: Sentence;
  readonly patches: readonly Patch[];
  readonly touches: Touches;
  /** The entry that this one carries on, in a burst: the history shows them as one. */
  readonly continues?: string;
}

/** The elements an entry changes. */
export const touched = (entry: Entry): readonly ElementId[] => entry.touches.changed;

/** One line of the history: a burst, a paste, an edit. */
export interface HistoryLine {
  readonly words: Sentence;
  readonly command?: CommandName;
  readonly target: string;
  readonly at: number;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  readonly touches: Touches;
  /** Ids of the entries it was sent as. */
  readonly entries: readonly string[];
  /** Somebody else changed these elements since: it cannot be undone any more. */
  readonly overtaken?: { readonly by: string; readonly elements: readonly ElementId[] };
}

/** Why nothing was undone or done again. */
export type HistoryRefusal =
  | { readonly code: 'nothing-there' }
  /** The line is off the list now; the next call goes on with the one before. */
  | { readonly code: 'overtaken'; readonly by: string; readonly elements: readonly ElementId[]; readonly words: Sentence };
