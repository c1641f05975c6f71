import type { Definition, JsonObject } from '@redress/engine';

const words = (text: string) => ({ en: text });

/**
 * The smallest definition around a machine: fields `amount` (a number), `note` (text), `persons` (names), `due` (a date); roles clerk, boss,
 * complainant and subject (held by `persons`); a form with each field; a letter that names the note. Whatever is given replaces or joins these.
 */
export function smallDefinition(machine: object, more: { readonly [part: string]: object | string | readonly string[] } = {}): Definition {
  const definition = {
    format: 1,
    id: 'small',
    kind: 'general',
    title: words('Small'),
    languages: ['en'],
    machine: JSON.parse(JSON.stringify(machine)),
    ...more,
    roles: {
      clerk: { title: words('Clerk'), party: 'organisation' },
      boss: { title: words('Boss'), party: 'organisation' },
      complainant: { title: words('Complainant'), party: 'complainant' },
      subject: { title: words('Subject'), party: 'organisation', heldBy: 'persons' },
      ...part(more, 'roles'),
    },
    data: {
      amount: { title: words('Amount'), schema: { type: 'number' } },
      note: { title: words('Note'), schema: { type: 'string', minLength: 1 } },
      persons: { title: words('Persons'), schema: { type: 'array', items: { type: 'string' } }, holds: 'person' },
      due: { title: words('Due'), schema: { type: 'string', format: 'date' } },
      ...part(more, 'data'),
    },
    forms: {
      amount: { title: words('Amount'), sections: [{ fields: [{ field: 'amount', required: true }] }] },
      note: { title: words('Note'), sections: [{ fields: [{ field: 'note' }] }] },
      ...part(more, 'forms'),
    },
    events: part(more, 'events'),
    delays: part(more, 'delays'),
    clocks: part(more, 'clocks'),
    letters: {
      told: { title: words('Told'), to: ['complainant'], subject: words('Told'), blocks: [{ text: words('{note}') }] },
      ...part(more, 'letters'),
    },
  };
  return JSON.parse(JSON.stringify(definition));
}

const part = (more: { readonly [part: string]: unknown }, name: string): JsonObject => JSON.parse(JSON.stringify(more[name] ?? {}));

/** For `decisions`: a table that writes `big` or `little` into `note`, by `amount`. */
export const sizeTable = {
  size: {
    title: words('Size'),
    hit: 'first',
    inputs: [{ field: 'amount' }],
    outputs: ['note'],
    // biome-ignore lint/suspicious/noThenProperty: the format calls it so.
    rows: [{ when: ['>= 10'], then: ['big'] }],
    otherwise: ['little'],
  },
};

/** A step with its title; the id comes from the key. */
export function steps(states: { readonly [id: string]: { readonly [part: string]: unknown } }): { readonly [id: string]: object } {
  return Object.fromEntries(
    Object.entries(states).map(([id, state]) => {
      const inner = state.states;
      const nested = typeof inner === 'object' && inner !== null ? { states: steps(JSON.parse(JSON.stringify(inner))) } : {};
      const meta = typeof state.meta === 'object' ? state.meta : {};
      return [id, { id, ...(state.type !== 'history' && { meta: { title: words(id), ...meta } }), ...without(state, 'meta'), ...nested }];
    }),
  );
}

const without = (state: { readonly [part: string]: unknown }, key: string): object =>
  Object.fromEntries(Object.entries(state).filter(([name]) => name !== key));

/** A task of the clerk, without a form unless one is named. */
export const task = (role = 'clerk', input: object = {}): object => ({ src: 'task', input: { role, ...input } });
export const end = (outcome = 'ended'): { readonly [part: string]: unknown } => ({ type: 'final', tags: [`outcome:${outcome}`] });
