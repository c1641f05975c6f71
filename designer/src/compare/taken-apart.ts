import { pointerTo } from '@redress/engine';
import { type Fields, fieldsOf, isFields } from '../model/loose-json.ts';
import { allPlaces, type Place } from '../model/places.ts';
import { type ElementId, sections } from '../model/property-commands.ts';
import { rowsOf, type WrittenRow } from '../model/rows.ts';
import { aspectsBetween } from './aspects.ts';
import type { Aspect } from './change.ts';

/** A definition as its elements: what each holds itself, without the elements that stand in it. */
export interface TakenApart {
  /** Without what `steps`, `ways` and `parts` hold. */
  readonly procedure: Held;
  readonly steps: ReadonlyMap<string, WrittenStep>;
  /** Roles, fields, letters … by their address. */
  readonly parts: ReadonlyMap<ElementId, unknown>;
}
/** What an element holds itself, and where in it other elements stood. */
export interface Held {
  readonly own: Fields;
  readonly ways: readonly WrittenWay[];
  readonly taken: readonly (readonly string[])[];
}
export interface WrittenStep extends Held {
  readonly parent: string;
  readonly state: Fields;
  /** Others under the same key, which only a broken draft has. */
  readonly twins: readonly unknown[];
}
export interface WrittenWay extends WrittenRow {
  /** As it is written: with a list around it or without, words or members. */
  readonly written: unknown;
  readonly isAlone: boolean;
}

export function takenApart(definition: Fields): TakenApart {
  const steps = new Map<string, WrittenStep>();
  for (const place of allPlaces(definition)) {
    const first = steps.get(place.id);
    if (first) steps.set(place.id, { ...first, twins: [...first.twins, [place.parent, withoutSteps(place.state)]] });
    else steps.set(place.id, stepAt(definition, place));
  }
  const parts = new Map<ElementId, unknown>();
  const taken: string[][] = [];
  const own: Record<string, unknown> = { ...definition };
  for (const [kind, section] of Object.entries(sections)) {
    const members = own[section];
    if (!isFields(members)) continue;
    own[section] = {};
    for (const [id, member] of Object.entries(members)) {
      parts.set(`${kind}:${id}`, member);
      taken.push([section]);
    }
  }
  const machine = definition.machine;
  const held = isFields(machine) ? holding(definition, machine) : undefined;
  if (held) own.machine = held.own;
  const inMachine = (held?.taken ?? []).map((path) => ['machine', ...path]);
  return { procedure: { own, ways: held?.ways ?? [], taken: [...taken, ...inMachine] }, steps, parts };
}

const stepAt = (definition: Fields, { parent, state }: Place): WrittenStep => ({
  ...holding(definition, state),
  parent,
  state,
  twins: [],
});

/** The ways of a step or of the machine, each with how it is written. */
export const writtenWays = (definition: object, state: Fields): readonly WrittenWay[] =>
  rowsOf(definition, state).map((row): WrittenWay => {
    const written = row.path.reduce<unknown>((value, key) => (Array.isArray(value) ? value[Number(key)] : fieldsOf(value)[key]), state);
    return { ...row, written, isAlone: row.path.length === row.via.split('/').length + (row.name === '' ? 0 : 1) };
  });

function holding(definition: Fields, state: Fields): Held {
  const ways = writtenWays(definition, state);
  const taken = ways.map(({ path }) => path);
  const gone = new Set(taken.map((path) => pointerTo(path)));
  const keep = (value: unknown, path: readonly string[]): unknown => {
    if (path.length > 2) return value;
    const stays = (key: string | number) => !gone.has(pointerTo([...path, key]));
    if (Array.isArray(value)) return value.filter((_entry, index) => stays(index));
    if (!isFields(value)) return value;
    const entries = Object.entries(value).filter(([key]) => stays(key));
    return Object.fromEntries(entries.map(([key, inner]) => [key, keep(inner, [...path, key])]));
  };
  return { own: fieldsOf(keep(withoutSteps(state), [])), ways, taken };
}

/** Without the steps inside; that there can be some stays. */
function withoutSteps(state: Fields): Fields {
  const { states } = state;
  if (!isFields(states)) return state;
  return { ...state, states: Object.fromEntries(Object.entries(states).filter(([, inner]) => !isFields(inner))) };
}

/** What differs of two elements themselves: a holder that came or went with what it held is told with that. */
export function ownAspects(before: Held, after: Held): readonly Aspect[] {
  const taken = [...before.taken, ...after.taken].map((path) => `${pointerTo(path)}/`);
  return aspectsBetween(before.own, after.own).filter(
    (aspect) => !(isHollow(aspect.before) && isHollow(aspect.after) && taken.some((path) => path.startsWith(`/${aspect.path}/`))),
  );
}

function isHollow(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.values(value).every(isHollow);
}
