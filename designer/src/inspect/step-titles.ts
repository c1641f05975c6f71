import type { Definition, State, Text } from '@redress/engine';

/** Titles of steps and stages by their ids. */
export function stepTitles(definition: Definition): ReadonlyMap<string, Text> {
  const titles = new Map<string, Text>();
  const walk = (states: Readonly<Record<string, State>>) => {
    for (const [id, state] of Object.entries(states)) {
      if (state.meta?.title) titles.set(id, state.meta.title);
      if (state.states) walk(state.states);
    }
  };
  walk(definition.machine.states);
  return titles;
}
