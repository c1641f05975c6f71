import { type JsonObject, pointerTo } from '@redress/engine';
import { between, keptInOrder } from './kept-in-order.ts';
import { asJson, type Fields, fieldsOf, isFields } from './loose-json.ts';
import type { Patch } from './patch.ts';
import { allPlaces, type Place } from './places.ts';

/** Which steps came, went and moved; and both definitions with their steps in the same places, for what is left to compare. */
export interface StateDifferences {
  readonly patches: readonly Patch[];
  readonly before: Fields;
  readonly after: Fields;
}

/**
 * A step that moved to another stage is told as a move, so that what somebody else changes in it meanwhile comes along. Where a key
 * stands twice steps cannot be told apart, and there is no answer.
 */
export function stateDifferences(before: JsonObject, after: JsonObject): StateDifferences | undefined {
  if (before === after || before.machine === after.machine || !isFields(before.machine) || !isFields(after.machine)) return undefined;
  const old = byId(before);
  const now = byId(after);
  if (!old || !now) return undefined;
  const patches: Patch[] = [];
  const parents = new Map([...old.values()].map(({ id, parent }) => [id, parent]));
  const pathOf = (id: string): readonly string[] =>
    id === '' ? ['definition', 'machine'] : [...pathOf(parents.get(id) ?? ''), 'states', id];
  const grown = new Set<string>();
  for (const holder of ['', ...now.keys()]) {
    const states = holder === '' ? fieldsOf(after.machine).states : now.get(holder)?.state.states;
    const had = holder === '' ? fieldsOf(before.machine).states : old.get(holder)?.state.states;
    if (!isFields(states)) continue;
    if ((holder === '' || old.has(holder)) && !isFields(had)) {
      if (had !== undefined) return undefined;
      grown.add(holder);
      const content = holder === '' ? fieldsOf(before.machine) : (old.get(holder)?.state ?? {});
      patches.push({
        op: 'add',
        at: pointerTo([...pathOf(holder), 'states']),
        value: {},
        between: [Object.keys(content).at(-1) ?? null, null],
      });
    }
    const keys = Object.keys(states);
    if (keys.some((key) => !now.has(key))) return undefined;
    const kept = keptInOrder(isFields(had) ? Object.keys(had) : [], keys);
    for (const [index, key] of keys.entries()) {
      if (kept.has(key)) continue;
      const at = pointerTo([...pathOf(holder), 'states', key]);
      if (old.has(key)) patches.push({ op: 'move', from: pointerTo(pathOf(key)), at, between: between(keys, index, kept) });
      else patches.push({ op: 'add', at, value: asJson(emptied(now.get(key)?.state ?? {})), between: between(keys, index, kept) });
      parents.set(key, holder);
    }
  }
  for (const { id, parent } of old.values())
    if (!now.has(id) && (parent === '' || now.has(parents.get(id) ?? ''))) patches.push({ op: 'remove', at: pointerTo(pathOf(id)) });
  return { patches, before: placed(before, now, (id) => contentBefore(id, before, old, now, grown)), after };
}

/** Without its steps: they come one by one. */
const emptied = (state: Fields): Fields =>
  isFields(state.states) ? Object.fromEntries(Object.entries(state).map(([key, value]) => [key, key === 'states' ? {} : value])) : state;

function byId(definition: JsonObject): ReadonlyMap<string, Place> | undefined {
  const places = allPlaces(definition);
  const map = new Map(places.map((place) => [place.id, place]));
  const clean = places.length === map.size && places.every(({ state }) => state.states === undefined || onlyFields(state.states));
  return clean && onlyFields(fieldsOf(definition.machine).states ?? {}) ? map : undefined;
}
const onlyFields = (states: unknown): boolean => isFields(states) && Object.values(states).every(isFields);

/** What a step held before, as it stands after the moves: a step that is new holds what it was added with. */
function contentBefore(
  id: string,
  before: JsonObject,
  old: ReadonlyMap<string, Place>,
  now: ReadonlyMap<string, Place>,
  grown: ReadonlySet<string>,
): Fields {
  const content = id === '' ? fieldsOf(before.machine) : (old.get(id)?.state ?? now.get(id)?.state ?? {});
  return grown.has(id) ? { ...content, states: {} } : content;
}

/** The definition before, with its steps standing where they stand after. */
function placed(before: JsonObject, now: ReadonlyMap<string, Place>, contentOf: (id: string) => Fields): Fields {
  const children = new Map<string, string[]>();
  for (const { id, parent } of now.values()) children.set(parent, [...(children.get(parent) ?? []), id]);
  const build = (id: string): Fields =>
    Object.fromEntries(
      Object.entries(contentOf(id)).map(([key, value]) => [
        key,
        key === 'states' && isFields(value) ? Object.fromEntries((children.get(id) ?? []).map((child) => [child, build(child)])) : value,
      ]),
    );
  return Object.fromEntries(Object.entries(before).map(([key, value]) => [key, key === 'machine' ? build('') : value]));
}
