import type { Definition, Row, State } from '../definition/definition.ts';

/** JSON pointers of all rows of a procedure, in its order: what a rehearsal can take. */
export function rowsOf(definition: Definition): readonly string[] {
  const { machine } = definition;
  return [...named(machine.on, '/machine/on'), ...below(machine.states, '/machine/states')];
}

function below(states: Readonly<Record<string, State>>, at: string): readonly string[] {
  return Object.entries(states).flatMap(([id, state]) => rowsOfState(state, `${at}/${escaped(id)}`));
}

function rowsOfState(state: State, at: string): readonly string[] {
  const { invoke } = state;
  const ends = invoke && invoke.src !== 'task' ? listed(invoke.onDone, `${at}/invoke/onDone`) : [];
  const failures = invoke && 'onError' in invoke ? listed(invoke.onError, `${at}/invoke/onError`) : [];
  return [
    ...named(state.on, `${at}/on`),
    ...named(state.after, `${at}/after`),
    ...listed(state.always, `${at}/always`),
    ...ends,
    ...failures,
    ...listed(state.onDone, `${at}/onDone`),
    ...below(state.states ?? {}, `${at}/states`),
  ];
}

const named = (rows: Readonly<Record<string, readonly Row[]>> | undefined, at: string): readonly string[] =>
  Object.entries(rows ?? {}).flatMap(([key, list]) => listed(list, `${at}/${escaped(key)}`));

const listed = (rows: readonly Row[] | undefined, at: string): readonly string[] => (rows ?? []).map((_, index) => `${at}/${index}`);

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
