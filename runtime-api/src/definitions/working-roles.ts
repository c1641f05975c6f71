import type { Definition, State } from '@redress/engine';

/** Roles for whom this procedure has something to do: a task, an event, a letter that has to be posted. Others are only named in it, to keep their holders away. */
export function workingRoles({ start, events, machine, letters }: Definition): ReadonlySet<string> {
  const roles = new Set<string>([...(start?.by ?? []), ...Object.values(events).flatMap((event) => event.by ?? [])]);
  const add = (role: string | undefined): void => {
    if (role !== undefined) roles.add(role);
  };
  for (const letter of Object.values(letters)) {
    add(letter.owner);
    for (const role of letter.to ?? []) add(role);
  }
  const walk = (state: Pick<State, 'on' | 'after' | 'states' | 'invoke' | 'meta'>): void => {
    add(state.meta?.owner);
    if (state.invoke?.src === 'task') add(state.invoke.input.role);
    for (const row of [...Object.values(state.on ?? {}), ...Object.values(state.after ?? {})].flat()) {
      for (const role of row.meta?.by ?? []) add(role);
      for (const action of row.actions ?? []) if (action.type === 'reassign') add(action.params.to);
    }
    for (const inner of Object.values(state.states ?? {})) walk(inner);
  };
  walk(machine);
  return roles;
}
