import type { CaseState, Definition, Field, Json, JsonObject, Task } from '@redress/engine';
import { own } from './read-case.ts';

/** Which fields this reader sees; of the others there are sample values. */
export type SeesField = (field: string) => boolean;

/**
 * A case as somebody may try out what could become of it: people are those of a play (`handler`, `handler-2`, `person-1`), what the reader may
 * not see is a sample, and whatever repeats such a value elsewhere in the case is one too. Where it came from stays out: nothing that is tried
 * reaches another case.
 */
export function whatIfState(definition: Definition, state: CaseState, sees: SeesField): CaseState {
  const people = playersOf(state, definition);
  const mayTell = (field: string) => sees(field) || !Object.hasOwn(definition.data, field);
  const context = Object.fromEntries(
    Object.entries(state.snapshot.context).map(([field, value]) => [
      field,
      mayTell(field) ? value : sampleOf(own(definition.data, field), value),
    ]),
  );
  const known = wordsOfCase(definition);
  const hidden = Object.entries(state.snapshot.context).filter(([field]) => !mayTell(field));
  const secrets = new Set(hidden.flatMap(([, value]) => wordsIn(value)).filter((word) => !known.has(word)));
  const { parent: _from, number: _number, ...rest } = state;
  const tasks = state.tasks.map((task) => withoutValues(task, mayTell));
  const told = cleaned({ ...rest, tasks, keptAway: {} } as unknown as Json, { people, secrets });
  const kept = cleaned({ ...context, ...personsIn(definition, context, people) }, { people, secrets: new Set() });
  const keptAway = Object.fromEntries(Object.entries(state.keptAway).map(([role, ids]) => [role, ids.map((id) => people.get(id) ?? id)]));
  const next = told as unknown as CaseState;
  return { ...next, keptAway, snapshot: { ...next.snapshot, context: kept as JsonObject } };
}

/** Names that the procedure and the engine write into a case themselves: whoever typed just that word gave nothing away. */
function wordsOfCase({
  roles,
  data,
  forms,
  events,
  delays,
  clocks,
  letters,
  decisions,
  services,
  machine,
}: Definition): ReadonlySet<string> {
  const states = (of: Definition['machine']['states']): readonly string[] =>
    Object.entries(of).flatMap(([id, state]) => [id, ...states(state.states ?? {})]);
  const sections = [roles, data, forms, events, delays, clocks, letters, decisions, services].flatMap((section) =>
    Object.keys(section ?? {}),
  );
  return new Set([...sections, ...states(machine.states), 'task', 'letter', 'service', 'case', 'active', 'done', 'work', 'print']);
}

/** A letter that waits to be printed keeps the values that fields had when it was written, and a priority may be computed of any: nothing that is tried asks for them. */
function withoutValues({ priority: _, letter, ...task }: Task, mayTell: SeesField): Task {
  const { facts } = letter ?? {};
  if (!letter || typeof facts !== 'object' || facts === null) return letter ? { ...task, letter } : task;
  const told = Object.entries(facts).map(([name, fact]) => [name, mayTell(name) ? fact : { is: 'text', value: sampleWords }]);
  return { ...task, letter: { ...letter, facts: Object.fromEntries(told) } };
}

/** Free words and personal data are for readers of the case alone; numbers, days and choices tell nobody who it was. */
export const isTelling = ({ personal, schema, options, holds }: Field): boolean =>
  personal !== undefined || holds === 'file' || holds === 'person' || (options === undefined && holds !== 'money' && !hasNoWords(schema));

const recordOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** Whether nothing but numbers, days and choices fits, alone or in lists and records. What a schema leaves open may be words. */
function hasNoWords(given: Json | undefined): boolean {
  const schema = recordOf(given);
  const { type, format, items, properties, patternProperties, additionalProperties } = schema;
  if ('enum' in schema || 'const' in schema) return true;
  return (Array.isArray(type) ? type : [type]).every((one) => {
    if (one === 'string') return format === 'date' || format === 'date-time';
    if (one === 'array') return hasNoWords(items);
    if (one === 'object')
      return additionalProperties === false && patternProperties === undefined && Object.values(properties ?? {}).every(hasNoWords);
    return one === 'number' || one === 'integer' || one === 'boolean' || one === 'null';
  });
}

/** Everybody who did or may do something in the case, by the role he did it in. */
function playersOf(state: CaseState, { data }: Definition): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  const counts = new Map<string, number>();
  const add = (person: string | undefined, role: string): void => {
    if (person === undefined || people.has(person)) return;
    const count = (counts.get(role) ?? 0) + 1;
    counts.set(role, count);
    people.set(person, count === 1 ? role : `${role}-${count}`);
  };
  for (const { role, person, onBehalfOf } of Object.values(state.performedBy).flat()) {
    add(onBehalfOf, role);
    add(person, onBehalfOf === undefined ? role : 'recorder');
  }
  for (const { role, assignee } of state.tasks) add(assignee, role);
  for (const ids of Object.values(state.keptAway)) for (const id of ids) add(id, 'person');
  for (const [field, { holds }] of Object.entries(data))
    if (holds === 'person') for (const id of wordsIn(own(state.snapshot.context, field))) add(id, 'person');
  return people;
}

/** Fields that hold people hold those of the play. */
const personsIn = ({ data }: Definition, context: JsonObject, people: ReadonlyMap<string, string>): JsonObject =>
  Object.fromEntries(
    Object.entries(data).flatMap(([field, { holds }]) => {
      const value = own(context, field);
      return holds === 'person' && value !== undefined ? [[field, cleaned(value, { people, secrets: new Set() })]] : [];
    }),
  );

function sampleOf(field: Field | undefined, value: Json, schema: Json | undefined = field?.schema): Json {
  const { items, properties } = recordOf(schema);
  if (Array.isArray(value)) return value.map((one) => sampleOf(field, one, items ?? null));
  if (typeof value === 'object' && value !== null) {
    const known = recordOf(properties);
    const members = Object.entries(value).map(([key, one], index) =>
      Object.hasOwn(known, key) ? [key, sampleOf(field, one, known[key])] : [`${sampleWords}${index}`, sampleOf(field, one, null)],
    );
    return Object.fromEntries(members);
  }
  if (field?.holds === 'person') return value; // Becomes somebody of the play.
  const first = field?.options?.[0]?.value as Json | undefined;
  if (field?.personal !== undefined && first !== undefined) return first;
  if (typeof value === 'number') return field?.personal === undefined ? value : 1;
  if (typeof value !== 'string') return value;
  return /^\d{4}-\d{2}-\d{2}/.test(value) ? '2000-01-01' : sampleWords;
}
/** Of no language: it stands where nobody shall read. */
const sampleWords = '…';

const wordsIn = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(wordsIn);
};

/** Inside other words they are looked for where people wrote: what the engine writes has neither blanks nor addresses. */
const isProse = (value: string): boolean => /[\s@]/.test(value);

function cleaned(value: Json, how: { readonly people: ReadonlyMap<string, string>; readonly secrets: ReadonlySet<string> }): Json {
  if (typeof value === 'string') {
    const player = how.people.get(value);
    if (player !== undefined) return player;
    return how.secrets.has(value) || [...how.secrets].some((secret) => isProse(value) && value.includes(secret)) ? sampleWords : value;
  }
  if (Array.isArray(value)) return value.map((one) => cleaned(one, how));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, how)]));
}
