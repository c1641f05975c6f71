import type { Definition, Letter, Row, State } from '@redress/engine';
import { namesOf } from '../check/role-names.ts';
import { kebab, meaningOf } from '../check/said.ts';
import { furtherProcesses, shippedProcesses } from '../shipped-processes.ts';
import { camel, copyOf, type Draft, type DraftState, freeId, wordsFor } from './draft.ts';

/** What our own procedures have ready: fields, roles, buttons and steps are taken from there and never made up. They are tested, so they need no second parse. */
const shipped = shippedProcesses as readonly Definition[];
const further = furtherProcesses as readonly Definition[];

/** Those of the same kind first, the fullest before all; what only surrounds complaints last. */
export const sourcesFor = ({ kind }: Pick<Definition, 'kind'>): readonly Definition[] => {
  const fullest = [...shipped.toSorted((one, other) => Object.keys(other.data).length - Object.keys(one.data).length), ...further];
  return [...fullest.filter((each) => each.kind === kind), ...fullest.filter((each) => each.kind !== kind)];
};

/** The field that means a word: one that is there, one of ours, or a new one whose name is still to be written. */
export function fieldFor(word: string, draft: Draft): string {
  const own = Object.keys(draft.data).find((id) => meaningOf(id, draft) === word);
  if (own !== undefined) return own;
  for (const source of sourcesFor(draft)) {
    const id = Object.keys(source.data).find((each) => meaningOf(each, source) === word);
    const field = id === undefined ? undefined : source.data[id];
    if (id !== undefined && field) return takeField(id, field, word, draft);
  }
  return takeField(camel(word), { title: wordsFor(draft), schema: { type: 'string', minLength: 1, maxLength: 2000 } }, word, draft);
}

/** A field of ours under an id that is free here, read by the roles that there are. */
function takeField(id: string, field: Definition['data'][string], word: string, draft: Draft): string {
  const free = freeId(Object.keys(draft.data), id);
  const { visibleTo, title, ...rest } = copyOf(field);
  const readers = visibleTo?.filter((role) => Object.hasOwn(draft.roles, role));
  draft.data[free] = {
    ...rest,
    title: wordsFor(draft, title),
    ...(readers && readers.length > 0 && { visibleTo: readers }),
    ...(kebab(free) !== word && { means: word }),
  };
  return free;
}

/** The field of the same id, as it is in one of ours. */
export function sameField(id: string, draft: Draft): void {
  if (Object.hasOwn(draft.data, id)) return;
  for (const { data } of sourcesFor(draft)) {
    const field = data[id];
    if (field) {
      takeField(id, field, meaningOf(id, { data }), draft);
      return;
    }
  }
  takeField(id, { title: {}, schema: { type: 'string', maxLength: 2000 } }, kebab(id), draft);
}

/** Ids of the roles by which a rule may mean somebody: a role, or any of a party. */
export const rolesFor = (name: string, draft: Draft): readonly string[] => {
  const ids = Object.keys(draft.roles);
  const named = ids.filter((id) => id === name || namesOf(id, draft).includes(name));
  return named.length > 0 ? named : ids.filter((id) => draft.roles[id]?.party === name && draft.roles[id]?.heldBy === undefined);
};

/** The role that a rule means, taken from ours where there is none. */
export function roleFor(name: string, draft: Draft): string | undefined {
  const [own] = rolesFor(name, draft);
  if (own !== undefined) return own;
  for (const source of sourcesFor(draft)) {
    const id = Object.keys(source.roles).find((each) => namesOf(each, source).includes(name)) ?? roleOfParty(name, source);
    const role = id === undefined ? undefined : source.roles[id];
    if (id === undefined || !role) continue;
    const { addressedBy, heldBy, title, ...rest } = copyOf(role);
    for (const field of [addressedBy, heldBy]) if (field !== undefined) sameField(field, draft);
    const free = freeId(Object.keys(draft.roles), id);
    draft.roles[free] = { ...rest, title: wordsFor(draft, title), ...(addressedBy && { addressedBy }), ...(heldBy && { heldBy }) };
    return free;
  }
  return undefined;
}
const roleOfParty = (party: string, { roles }: Definition): string | undefined =>
  Object.keys(roles).find((id) => roles[id]?.party === party && roles[id]?.heldBy === undefined);

/** Steps of ours with a purpose, those of the same kind of procedure first. */
export function stepsLike(
  stage: string,
  draft: Pick<Definition, 'kind'>,
): readonly { readonly state: State; readonly source: Definition }[] {
  return sourcesFor(draft).flatMap((source) =>
    statesIn(source.machine.states).flatMap((state) => (state.tags?.includes(`stage:${stage}`) && state.invoke ? [{ state, source }] : [])),
  );
}

/** Purposes of our steps whose form files a record. */
export const stagesFiling = (record: string, { kind }: Pick<Definition, 'kind'>): readonly string[] => [
  ...new Set(
    sourcesFor({ kind }).flatMap(({ machine, forms }) =>
      statesIn(machine.states)
        .filter(({ invoke }) => invoke?.src === 'task' && forms[invoke.input.form ?? '']?.records?.includes(record))
        .flatMap(stagesOf),
    ),
  ),
];

/** Every step and stage, each before what lies in it. */
export const statesIn = (states: Readonly<Record<string, State>>): readonly State[] =>
  Object.values(states).flatMap((state) => [state, ...statesIn(state.states ?? {})]);

/** Its own purposes. */
export const stagesOf = (state: Pick<State, 'tags'> | undefined): readonly string[] =>
  (state?.tags ?? []).filter((tag) => tag.startsWith('stage:')).map((tag) => tag.slice('stage:'.length));

/** Purposes and outcomes of what a way of this meaning leads to in ours. */
export function aimsOf(act: string, draft: Draft): ReadonlySet<string> {
  const aims = new Set<string>();
  for (const source of sourcesFor(draft)) {
    const all = (states: Readonly<Record<string, State>>): readonly State[] =>
      Object.values(states).flatMap((state) => [state, ...all(state.states ?? {})]);
    const states = all(source.machine.states);
    const lists = [source.machine.on, ...states.map(({ on }) => on)].flatMap((on) => Object.entries(on ?? {}));
    for (const [event, rows] of lists)
      if ((source.events[event]?.act ?? kebab(event)) === act)
        for (const tag of tagsAt(rows, states)) if (/^(stage|outcome):/.test(tag)) aims.add(tag);
  }
  return aims;
}
const tagsAt = (rows: readonly Row[], states: readonly State[]): readonly string[] =>
  rows.flatMap(({ target }) => states.find(({ id }) => `#${id}` === target)?.tags ?? []);

/** The button that means an act: one that is there, one of ours with its form, or a new one without words. */
export function eventFor(act: string, draft: Draft, by?: string): string {
  const own = Object.keys(draft.events).find((id) => (draft.events[id]?.act ?? kebab(id)) === act);
  if (own !== undefined) return own;
  for (const source of sourcesFor(draft)) {
    const id = Object.keys(source.events).find((each) => (source.events[each]?.act ?? kebab(each)) === act);
    const event = id === undefined ? undefined : source.events[id];
    if (id === undefined || !event) continue;
    const { form, by: senders, label, confirm, ...rest } = copyOf(event);
    const free = freeId(Object.keys(draft.events), id);
    const here = (senders ?? (by === undefined ? [] : [by])).flatMap((role) => roleFor(role, draft) ?? []);
    draft.events[free] = {
      ...rest,
      label: wordsFor(draft, label),
      ...(confirm && { confirm: wordsFor(draft, confirm) }),
      ...(here.length > 0 && { by: [...new Set(here)] }),
      ...(form !== undefined && { form: takeForm(form, source, draft) }),
    };
    return free;
  }
  const id = freeId(Object.keys(draft.events), camel(act));
  const sender = by === undefined ? undefined : roleFor(by, draft);
  draft.events[id] = { label: wordsFor(draft), ...(kebab(id) !== act && { act }), ...(sender !== undefined && { by: [sender] }) };
  return id;
}

/** A form of ours with its fields. What depends on something that may not be here is left out. */
export function takeForm(id: string, source: Definition, draft: Draft): string {
  const form = source.forms[id];
  const { title = {}, help, records, sections = [] } = form ? copyOf(form) : {};
  const free = freeId(Object.keys(draft.forms), id);
  const lines = sections.map((section) => ({
    ...(section.title && { title: wordsFor(draft, section.title) }),
    fields: section.fields
      .filter(({ when }) => when === undefined)
      .map(({ field, required, readOnly }) => {
        sameField(field, draft);
        return { field, ...(required && { required }), ...(readOnly && { readOnly }) };
      }),
  }));
  draft.forms[free] = {
    title: wordsFor(draft, title),
    ...(help && { help: wordsFor(draft, help) }),
    ...(records && { records }),
    sections: lines.filter(({ fields }) => fields.length > 0),
  };
  return free;
}

/** A letter of ours; what it names has to be there. */
export function takeLetter(id: string, letter: Letter, draft: Draft): string {
  const free = freeId(Object.keys(draft.letters), id);
  const { to, owner: _, title, subject, blocks, ...rest } = copyOf(letter);
  const receivers = to?.flatMap((role) => roleFor(role, draft) ?? []);
  draft.letters[free] = {
    ...rest,
    ...(receivers && receivers.length > 0 && { to: receivers }),
    title: wordsFor(draft, title),
    subject: wordsFor(draft, subject),
    blocks: blocks
      .filter(({ when }) => when === undefined)
      .map(({ tells, text }) => ({ ...(tells && { tells }), text: wordsFor(draft, text) })),
  };
  return free;
}

/** A step's own name. */
export const titleOf = (state: DraftState, draft: Draft): ReturnType<typeof wordsFor> => wordsFor(draft, state.meta?.title);
