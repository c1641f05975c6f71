import type { Definition, Text } from '@redress/engine';

/** What a part of a procedure is called. `among`: only as a role, where the id may be a word of the rules as well. */
export type Titles = (id: string, among?: 'roles') => string | undefined;

/** Titles of steps, events, roles, fields and clocks of a procedure, by their ids. */
export function titlesIn({ machine, events, roles, data, clocks }: Definition, text: (text: Text | undefined) => string): Titles {
  const titles = new Map<string, string>();
  const add = (id: string, title: Text | undefined) => {
    const told = text(title);
    if (told !== '' && !titles.has(id)) titles.set(id, told);
  };
  const steps = (states: Definition['machine']['states']): void => {
    for (const [id, { meta, states: inner }] of Object.entries(states)) {
      add(id, meta?.title);
      if (inner) steps(inner);
    }
  };
  steps(machine.states);
  for (const [id, { label }] of Object.entries(events)) add(id, label);
  for (const part of [roles, data, clocks]) for (const [id, { title }] of Object.entries(part)) add(id, title);
  return (id, among) => (among === undefined ? titles.get(id) : Object.hasOwn(roles, id) ? text(roles[id]?.title) : undefined);
}
