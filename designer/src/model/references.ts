import { type Draft, fieldsOf, isFields } from './loose-json.ts';

/** What a name in a definition can stand for. */
export type NameKind = 'step' | 'role' | 'field' | 'form' | 'event' | 'delay' | 'clock' | 'letter' | 'decision' | 'service';
/** Is asked for every name; what it answers is written in its place. */
export type Rename = (kind: NameKind, name: string) => string;

/** Every name in a step and in what is inside it. */
export function renameInState(state: Draft, rename: Rename): void {
  word(state, 'id', 'step', rename);
  word(state, 'initial', 'step', rename);
  targets(state, rename);
  word(state.meta, 'owner', 'role', rename);
  word(state.meta, 'target', 'delay', rename);
  actions(state.entry, rename);
  actions(state.exit, rename);
  invoke(state.invoke, rename);
  if (isFields(state.on))
    keys(state.on, (name) => {
      const [clock, id = '', what] = name.split('.');
      return clock === 'clock' && what !== undefined ? `clock.${rename('clock', id)}.${what}` : rename('event', name);
    });
  if (isFields(state.after)) keys(state.after, (name) => rename('delay', name));
  for (const list of [...Object.values(fieldsOf(state.on)), ...Object.values(fieldsOf(state.after)), state.always, state.onDone])
    rows(list, rename);
  if (isFields(state.states)) {
    keys(state.states, (name) => rename('step', name));
    for (const inner of Object.values(state.states)) if (isFields(inner)) renameInState(inner, rename);
  }
}

/** Every name in a member of a section: a role, a field, a form … */
export function renameInMember(member: Draft, rename: Rename): void {
  for (const field of ['addressedBy', 'heldBy']) word(member, field, 'field', rename);
  for (const roles of ['visibleTo', 'by', 'to']) words(member, roles, 'role', rename);
  for (const role of ['owner', 'contact']) word(member, role, 'role', rename);
  word(member, 'form', 'form', rename);
  word(member, 'remaining', 'clock', rename);
  for (const delay of ['limit', 'timeout']) word(member, delay, 'delay', rename);
  word(member.extension, 'limit', 'delay', rename);
  word(member.extension, 'letter', 'letter', rename);
  word(member.retry, 'wait', 'delay', rename);
  for (const fields of ['outputs', 'discloses']) words(member, fields, 'field', rename);
  for (const key of Object.keys(member)) computed(member, key, rename);
  for (const section of each(member.sections))
    for (const field of each(section.fields)) {
      word(field, 'field', 'field', rename);
      condition(field.when, rename);
      feel(field, 'prefill', rename);
    }
  placeholders(member.subject, rename);
  for (const block of each(member.blocks)) {
    condition(block.when, rename);
    placeholders(block.text, rename);
    for (const variant of each(block.variants)) {
      condition(variant.when, rename);
      placeholders(variant.text, rename);
    }
  }
  for (const input of each(member.inputs)) {
    word(input, 'field', 'field', rename);
    feel(input, 'feel', rename);
  }
  for (const row of each(member.rows)) for (const list of ['when', 'then']) if (Array.isArray(row[list])) feelList(row[list], list, rename);
  if (Array.isArray(member.otherwise)) feelList(member.otherwise, 'then', rename);
}

function rows(list: unknown, rename: Rename): void {
  for (const row of Array.isArray(list) ? each(list) : each([list])) {
    targets(row, rename);
    if (isFields(row.guard)) condition(row.guard.params, rename);
    actions(row.actions, rename);
    words(row.meta, 'by', 'role', rename);
    words(row.meta, 'requires', 'field', rename);
  }
}

function targets(row: Draft, rename: Rename): void {
  const one = (target: unknown) => (typeof target === 'string' && target.startsWith('#') ? `#${rename('step', target.slice(1))}` : target);
  if (Array.isArray(row.target)) row.target = row.target.map(one);
  else if ('target' in row) row.target = one(row.target);
}

function invoke(value: unknown, rename: Rename): void {
  if (!isFields(value)) return;
  const { input } = value;
  word(input, 'role', 'role', rename);
  word(input, 'form', 'form', rename);
  word(input, 'due', 'delay', rename);
  word(input, 'letter', 'letter', rename);
  word(input, 'service', 'service', rename);
  for (const roles of ['excludes', 'to']) words(input, roles, 'role', rename);
  if (isFields(input)) {
    word(input.assign, 'step', 'step', rename);
    word(input.assign, 'field', 'field', rename);
    words(input.assign, 'matches', 'field', rename);
    computed(input, 'priority', rename);
    for (const values of ['with', 'data']) computedValues(input[values], rename);
  }
  rows(value.onDone, rename);
  rows(value.onError, rename);
}

function actions(list: unknown, rename: Rename): void {
  for (const { type, params } of each(list)) {
    if (!isFields(params)) continue;
    if (type === 'letter') words(params, 'to', 'role', rename);
    word(params, 'letter', 'letter', rename);
    word(params, 'decision', 'decision', rename);
    word(params, 'clock', 'clock', rename);
    word(params, 'service', 'service', rename);
    if (type === 'reassign') word(params, 'to', 'role', rename);
    if (type === 'set') {
      keys(params, (name) => rename('field', name));
      computedValues(params, rename);
    }
    for (const values of ['with', 'data']) computedValues(params[values], rename);
  }
}

function condition(value: unknown, rename: Rename): void {
  if (!isFields(value)) return;
  for (const field of ['field', 'as']) word(value, field, 'field', rename);
  if (typeof value.in === 'string') word(value, 'in', 'step', rename);
  feel(value, 'feel', rename);
  computed(value, 'value', rename);
  for (const inner of [...each(value.all), ...each(value.any), ...each([value.not])]) condition(inner, rename);
}

const each = (list: unknown): readonly Draft[] => (Array.isArray(list) ? list.filter(isFields) : []);

function word(holder: unknown, key: string, kind: NameKind, rename: Rename): void {
  if (!isFields(holder)) return;
  const name = holder[key];
  if (typeof name === 'string') holder[key] = rename(kind, name);
}
function words(holder: unknown, key: string, kind: NameKind, rename: Rename): void {
  if (!isFields(holder)) return;
  const names = holder[key];
  if (Array.isArray(names)) holder[key] = names.map((name) => (typeof name === 'string' && name !== 'system' ? rename(kind, name) : name));
}
/** Renames the keys and keeps their order. */
function keys(holder: Draft, name: (key: string) => string): void {
  const members = Object.entries(holder);
  for (const [key] of members) delete holder[key];
  for (const [key, value] of members) holder[name(key)] = value;
}

/** Strings that begin with "=" are FEEL. */
function computed(holder: Draft, key: string, rename: Rename): void {
  const value = holder[key];
  if (typeof value === 'string' && value.startsWith('=')) feel(holder, key, rename);
}
function computedValues(values: unknown, rename: Rename): void {
  if (isFields(values)) for (const key of Object.keys(values)) computed(values, key, rename);
}
function feelList(list: unknown[], sort: string, rename: Rename): void {
  for (const [index, text] of list.entries())
    if (typeof text === 'string' && (sort === 'when' || text.startsWith('='))) list[index] = inFeel(text, rename);
}
function feel(holder: Draft, key: string, rename: Rename): void {
  const text = holder[key];
  if (typeof text === 'string') holder[key] = inFeel(text, rename);
}

/** Names in FEEL: not in quotes, not behind a dot, but `clock.response`. */
const inFeel = (text: string, rename: Rename): string =>
  text.replaceAll(
    /"(?:[^"\\]|\\.)*"|\bclock\.(\w+)|(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*/gu,
    (found: string, clock: string | undefined) =>
      found.startsWith('"') ? found : clock === undefined ? rename('field', found) : `clock.${rename('clock', clock)}`,
  );

/** Names in FEEL that a field may have; some are those of functions. */
export function fieldsInFeel(text: string): readonly string[] {
  const names: string[] = [];
  inFeel(text, (kind, name) => {
    if (kind === 'field') names.push(name);
    return name;
  });
  return names;
}

function placeholders(text: unknown, rename: Rename): void {
  if (!isFields(text)) return;
  for (const [language, said] of Object.entries(text))
    if (typeof said === 'string')
      text[language] = said.replaceAll(
        /\{(?:clock\.(\w+)\.due|(\w+))\}/g,
        (found: string, clock: string | undefined, field: string | undefined) =>
          clock !== undefined ? `{clock.${rename('clock', clock)}.due}` : field === undefined ? found : `{${rename('field', field)}}`,
      );
}
