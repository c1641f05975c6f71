import type { Definition, Row, State, Text } from '@redress/engine';
import { pathOf, unwritten } from '@redress/engine';

/** A definition that is being written on: a copy, never the one that was handed in. */
export type Writable<Of> = Of extends readonly (infer One)[]
  ? Writable<One>[]
  : Of extends object
    ? { -readonly [Key in keyof Of]: Writable<Of[Key]> }
    : Of;
export type Draft = Writable<Definition>;
export type DraftState = Writable<State>;
export type DraftRow = Writable<Row>;

/** A copy to write on. What is handed over is JSON. */
export const copyOf = <Of>(value: Of): Writable<Of> => JSON.parse(JSON.stringify(value));

/** The same definition, only to be read by what reads drafts; it costs one copy. */
export function readable(definition: Definition): Draft {
  const known = read.get(definition) ?? copyOf(definition);
  read.set(definition, known);
  return known;
}
const read = new WeakMap<Definition, Draft>();

/** Where a step stands: itself, and the steps beside it. */
export interface Spot {
  readonly state: DraftState;
  readonly beside: Record<string, DraftState>;
}

/** Every step and stage, in the order of the document. */
export function spots(draft: Draft): readonly Spot[] {
  const inside = (states: Record<string, DraftState>): readonly Spot[] =>
    Object.values(states).flatMap((state) => [{ state, beside: states }, ...(state.states ? inside(state.states) : [])]);
  return inside(draft.machine.states);
}

export const spotOf = (draft: Draft, id: string): Spot | undefined => spots(draft).find(({ state }) => state.id === id);

/** The row at a JSON pointer. */
export function rowAt(draft: Draft, pointer: string): DraftRow | undefined {
  let here: unknown = draft;
  for (const key of pathOf(pointer)) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, key);
  }
  return typeof here === 'object' && here !== null ? (here as DraftRow) : undefined;
}

/** All rows of a step by which it can be left or something is done in it. */
export const rowsIn = (state: DraftState): readonly DraftRow[] => [
  ...Object.values(state.on ?? {}).flat(),
  ...Object.values(state.after ?? {}).flat(),
  ...(state.always ?? []),
  ...(state.onDone ?? []),
  ...(state.invoke && 'onDone' in state.invoke ? state.invoke.onDone : []),
];

/** A list of rows under a key, made where there is none. */
export function rowsUnder(
  holder: { on?: Record<string, DraftRow[]>; after?: Record<string, DraftRow[]> },
  via: 'on' | 'after',
  key: string,
) {
  const lists = holder[via] ?? {};
  holder[via] = lists;
  const rows = lists[key] ?? [];
  lists[key] = rows;
  return rows;
}

/** An id that nothing has: the word itself, or with a number behind it. */
export function freeId(taken: Iterable<string>, word: string): string {
  const known = new Set(taken);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? word : `${word}${number}`;
    if (!known.has(id)) return id;
  }
}

export const camel = (word: string): string => word.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Words in the languages of the draft. Where there are none, a gap is left, which keeps the draft from being published until somebody writes it. */
export const wordsFor = ({ languages }: Draft, text: Text = {}): Writable<Text> =>
  Object.fromEntries(languages.map((language) => [language, text[language] ?? unwritten]));
