import { ok, type Result, refuse } from '@redress/engine';
import { applyPatches } from './apply-patches.ts';
import type { Command, CommandName, EditRefusal, Sentence } from './command.ts';
import { differences } from './differences.ts';
import type { DesignDocument } from './document.ts';
import type { Entry, HistoryLine, HistoryRefusal } from './entry.ts';
import { closed, continues, overtaken, turned, withEdit } from './history.ts';
import type { Patch } from './patch.ts';
import { type Edit, perform } from './perform.ts';
import { stillThere } from './selection.ts';
import { quarrelOf, touchesOf } from './touches.ts';

/** What everybody who draws sees. Values, never changed: each step below answers with the next one. */
export interface EditorState {
  readonly document: DesignDocument;
  /** Steps, row addresses, `note:…`, `role:…`; empty text is the procedure. */
  readonly selection: readonly string[];
  /** The last is what `undo` undoes. */
  readonly undoable: readonly HistoryLine[];
  readonly redoable: readonly HistoryLine[];
  /** Sent and not yet acknowledged, with what takes each back. */
  readonly pending: readonly { readonly entry: Entry; readonly inverse: readonly Patch[] }[];
}

/** Name and time of an entry that is about to be. */
export interface Stamp {
  readonly id: string;
  readonly by: string;
  readonly at: number;
}

export interface Wanted {
  readonly commands: readonly Command[];
  readonly words?: Sentence | undefined;
  /** A single command may carry on a burst. */
  readonly command?: CommandName;
}

export function edited(
  state: EditorState,
  { commands, words, command }: Wanted,
  stamp: Stamp,
): Result<{ readonly state: EditorState; readonly entry: Entry; readonly edit: Edit }, EditRefusal> {
  const { document: before, undoable, pending } = state;
  const done = perform(before, commands, words);
  if (!done.ok) return done;
  const edit = { ...done.value, touches: touchesOf(done.value.patches, before) };
  const how = { before, at: stamp.at, entry: stamp.id, command };
  const last = undoable.at(-1);
  const carriesOn = last && continues(last, edit, how) ? last.entries.at(-1) : undefined;
  const { patches, inverse, touches, document } = edit;
  const entry: Entry = {
    ...stamp,
    act: 'edit',
    words: edit.words,
    patches,
    touches,
    ...(carriesOn === undefined ? {} : { continues: carriesOn }),
  };
  return ok({
    edit: done.value,
    entry,
    state: {
      document,
      selection: stillThere(document, edit.chosen ?? state.selection),
      undoable: withEdit(undoable, edit, how),
      redoable: [],
      pending: [...pending, { entry, inverse }],
    },
  });
}

/** One line undone or done again. A line that somebody overtook leaves the list and changes nothing. */
export function turnedBack(
  state: EditorState,
  act: 'undo' | 'redo',
  stamp: Stamp,
): { readonly state: EditorState; readonly entry?: Entry; readonly answer: Result<HistoryLine, HistoryRefusal> } {
  const [from, to] = act === 'undo' ? (['undoable', 'redoable'] as const) : (['redoable', 'undoable'] as const);
  const line = state[from].at(-1);
  if (!line) return { state, answer: refuse({ code: 'nothing-there' }) };
  const rest = closed(state[from].slice(0, -1));
  if (line.overtaken)
    return { state: { ...state, [from]: rest }, answer: refuse({ code: 'overtaken', ...line.overtaken, words: line.words }) };
  const before = state.document;
  const document = applyPatches(before, act === 'undo' ? line.inverse : line.patches);
  const patches = differences(before, document);
  const inverse = differences(document, before);
  const entry: Entry = { ...stamp, act, words: line.words, patches, touches: touchesOf(patches, before) };
  const back = turned(line, act === 'undo' ? { patches: inverse, inverse: patches } : { patches, inverse }, stamp.id);
  return {
    entry,
    answer: ok(line),
    state: {
      ...state,
      document,
      selection: stillThere(document, state.selection),
      [from]: rest,
      [to]: [...state[to], back],
      pending: [...state.pending, { entry, inverse }],
    },
  };
}

/** Somebody else's entry beneath what is pending. Lines that quarrel with it are marked; the pending entries that do, other than by the very same change, are told. */
export function withForeign(state: EditorState, entry: Entry): { readonly state: EditorState; readonly quarrels: readonly Entry[] } {
  const isSame = (mine: Entry) => JSON.stringify(mine.patches) === JSON.stringify(entry.patches);
  const quarrels = state.pending
    .map((each) => each.entry)
    .filter((mine) => quarrelOf(mine.touches, entry.touches).length > 0 && !isSame(mine));
  const next = rebased(state, (known) => applyPatches(known, entry.patches), state.pending);
  return {
    quarrels,
    state: { ...next, undoable: overtaken(state.undoable, entry), redoable: overtaken(state.redoable, entry) },
  };
}

/** Without these pending entries and their lines. */
export function withdrawn(state: EditorState, ids: readonly string[]): EditorState {
  const without = (lines: readonly HistoryLine[]) => lines.filter((line) => !line.entries.some((id) => ids.includes(id)));
  const kept = state.pending.filter(({ entry }) => !ids.includes(entry.id));
  const next = rebased(state, (known) => known, kept);
  return { ...next, undoable: without(state.undoable), redoable: without(state.redoable) };
}

/** A document with entries that wait to be acknowledged. */
export const resumed = (document: DesignDocument, entries: readonly Entry[]): EditorState =>
  rebased(
    { document, selection: [], undoable: [], redoable: [], pending: [] },
    (known) => known,
    entries.map((entry) => ({ entry, inverse: [] })),
  );

/** The document as it is without what is pending. */
export const beneath = (state: EditorState): DesignDocument =>
  state.pending.reduceRight((document, { inverse }) => applyPatches(document, inverse), state.document);

/** The pending entries that somewhere led to exactly this document: they arrived there, only the answer was lost. */
export function arrivedIn(document: DesignDocument, state: EditorState): readonly string[] {
  let known = beneath(state);
  const steps = state.pending.map(({ entry }) => (known = applyPatches(known, entry.patches)));
  const last = steps.findLastIndex((step) => differences(step, document).length === 0);
  return state.pending.slice(0, last + 1).map(({ entry }) => entry.id);
}

/** What is pending is taken back, the document changed beneath it, and what is kept is done anew. */
function rebased(state: EditorState, change: (document: DesignDocument) => DesignDocument, kept: EditorState['pending']): EditorState {
  let document = change(beneath(state));
  const pending = kept.map(({ entry }) => {
    const before = document;
    document = applyPatches(before, entry.patches);
    return { entry, inverse: differences(document, before) };
  });
  return { ...state, document, pending, selection: stillThere(document, state.selection) };
}
