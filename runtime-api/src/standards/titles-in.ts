import type { Definition, Text } from '@redress/engine';

/** What a part of a procedure is called. `among`: only as a role, where the id may be a word of the rules as well. */
export type Titles = (id: string, among?: 'roles') => string | undefined;

/** Titles of steps, events, roles, fields and clocks of a procedure, by their ids; by its JSON pointer any part that has a name, a way out with its step. */
export function titlesIn(definition: Definition, text: (text: Text | undefined) => string): Titles {
  const { machine, events, roles, data, clocks } = definition;
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
  return (id, among) => {
    if (among === 'roles') return Object.hasOwn(roles, id) ? text(roles[id]?.title) : undefined;
    return id.startsWith('/') ? titleAt(id, definition, (step) => titles.get(step), text) : titles.get(id);
  };
}

function titleAt(
  pointer: string,
  { roles, data, clocks, letters, forms, events, delays }: Definition,
  stepTitle: (step: string) => string | undefined,
  text: (text: Text | undefined) => string,
): string | undefined {
  const [, section = '', part = ''] = /^\/(\w+)\/([^/]+)/.exec(pointer) ?? [];
  const named = new Map(Object.entries({ roles, data, clocks, letters, forms, delays })).get(section)?.[part];
  if (named) return text(named.title) || undefined;
  const [, step = ''] = [...pointer.matchAll(/\/states\/([^/]+)/g)].at(-1) ?? [];
  const [, kind, way = ''] = /\/(on|after)\/([^/]+)\/\d+$/.exec(pointer) ?? [];
  const [, clock = ''] = /^clock\.([^.]+)/.exec(way) ?? [];
  const label =
    section === 'events' ? events[part]?.label : kind === 'on' ? (events[way]?.label ?? clocks[clock]?.title) : kind && delays[way]?.title;
  const told = [stepTitle(step) ?? '', text(label || undefined)].filter((words) => words !== '').join(': ');
  return told === '' ? undefined : told;
}
