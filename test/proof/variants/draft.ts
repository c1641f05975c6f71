import type { Definition } from '@redress/engine';

/** A definition that is being written on. */
export type Writable<Value> = Value extends object ? { -readonly [Key in keyof Value]: Writable<Value[Key]> } : Value;
export type Draft = Writable<Definition>;
export type DraftState = Draft['machine']['states'][string];
export type DraftRow = NonNullable<DraftState['always']>[number];
export type DraftAction = NonNullable<DraftRow['actions']>[number];
export type DraftStates = { [id: string]: DraftState };

export const draftOf = (definition: Definition): Draft => JSON.parse(JSON.stringify(definition));

/** Every step and stage, outermost first. */
export function statesIn(inside: { states?: DraftStates }): readonly DraftState[] {
  return Object.values(inside.states ?? {}).flatMap((state) => [state, ...statesIn(state)]);
}

export const endsOf = ({ machine }: Draft): readonly string[] =>
  Object.values(machine.states).flatMap(({ id, type }) => (type === 'final' ? [id] : []));

/** Lists of rows, each as its step or stage has it: whoever answers with a list puts it in the place of the old one. */
export function eachList(draft: Draft, change: (rows: DraftRow[], via: 'on' | 'after' | 'other') => DraftRow[]): void {
  const inRows = (lists: { [name: string]: DraftRow[] } | undefined, via: 'on' | 'after'): void => {
    for (const [name, rows] of Object.entries(lists ?? {})) if (lists) lists[name] = change(rows, via);
  };
  inRows(draft.machine.on, 'on');
  for (const state of statesIn(draft.machine)) {
    inRows(state.on, 'on');
    inRows(state.after, 'after');
    if (state.always) state.always = change(state.always, 'other');
    if (state.onDone) state.onDone = change(state.onDone, 'other');
    const { invoke } = state;
    if (invoke && 'onDone' in invoke) invoke.onDone = change(invoke.onDone, 'other');
    if (invoke && 'onError' in invoke) invoke.onError = change(invoke.onError, 'other');
  }
}

export function eachRow(draft: Draft, change: (row: DraftRow) => void): void {
  eachList(draft, (rows) => {
    rows.forEach(change);
    return rows;
  });
}

/** Lists of actions: of the rows, and what is done on entering or leaving. */
export function eachActions(draft: Draft, change: (actions: DraftAction[]) => void): void {
  eachRow(draft, ({ actions }) => actions && change(actions));
  for (const { entry, exit } of [draft.machine, ...statesIn(draft.machine)].map((each) => ({ exit: undefined, ...each }))) {
    if (entry) change(entry);
    if (exit) change(exit);
  }
}

/** The ways out of a list of names, renamed; what is not among them stays. */
export const renamedKeys = <Value>(bag: { [key: string]: Value }, name: (key: string) => string): { [key: string]: Value } =>
  Object.fromEntries(Object.entries(bag).map(([key, value]) => [name(key), value]));
