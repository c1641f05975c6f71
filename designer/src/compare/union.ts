import type { JsonObject } from '@redress/engine';
import type { DesignDocument } from '../model/document.ts';
import { asJson, type Fields, fieldsOf, isFields } from '../model/loose-json.ts';
import { type Place, placesOf } from '../model/places.ts';
import { type ElementId, sections } from '../model/property-commands.ts';
import { addressOf, type RowAddress } from '../model/rows.ts';
import { treeOf } from '../model/tree.ts';
import type { Change } from './change.ts';
import { ghostLayout } from './ghost-layout.ts';
import { withGoneWays } from './ghost-ways.ts';
import { groupedBy } from './grouped.ts';
import { type ChangeMarks, marksIn } from './marks.ts';
import { type TakenApart, takenApart, type WrittenWay } from './taken-apart.ts';

export type Drawn = Pick<DesignDocument, 'definition' | 'layout'>;

/** Two versions on one map: the later one with everything that is gone put in where it was. Nobody runs it. */
export interface Union extends Drawn {
  readonly marks: ChangeMarks;
  /** Where a way of the later version stands, if a way that is gone stands before it. */
  readonly shifted: ReadonlyMap<RowAddress, RowAddress>;
  /** Where a way that is gone stands, by its address in the earlier version. */
  readonly ghosts: ReadonlyMap<RowAddress, RowAddress>;
}

export function union(before: Drawn, after: Drawn, changes: readonly Change[]): Union {
  const old = takenApart(before.definition);
  const shifted = new Map<RowAddress, RowAddress>();
  const ghosts = new Map<RowAddress, RowAddress>();
  const gone = goneIn(old, changes);
  const steps = goneSteps(before.definition, after.definition, changes);
  const known = new Set<string>();
  const drawn = (id: string, state: Fields): Fields => {
    const isTwin = known.has(id);
    known.add(id);
    const { state: held, shifts } = withGoneWays(state, isTwin ? [] : (gone.get(id) ?? []));
    for (const shift of shifts) (shift.gone ? ghosts : shifted).set(addressOf(id, shift.was), addressOf(id, shift.now));
    const inside = isTwin ? [] : (steps.get(id) ?? []);
    if (inside.length === 0 && !isFields(state.states)) return held;
    const entries = Object.entries(fieldsOf(state.states)).map(([key, step]): readonly [string, unknown] => [
      key,
      isFields(step) ? drawn(key, step) : step,
    ]);
    return { ...held, states: Object.fromEntries(withGhosts(entries, inside, old, drawn)) };
  };
  const machine = drawn('', fieldsOf(after.definition.machine));
  const definition = Object.freeze({ ...withParts(before.definition, after.definition), machine: asJson(machine) });
  const removed = [...steps.values()].flat().map(({ id }) => id);
  const layout = ghostLayout(before, after, removed);
  const marks = marksIn(treeOf(definition), changes, ({ kind, element }) =>
    kind === 'removed' ? (ghosts.get(element) ?? element) : (shifted.get(element) ?? element),
  );
  return { definition, layout, marks, shifted, ghosts };
}

/** Ways that are gone from steps that are still there, by step. */
function goneIn(old: TakenApart, changes: readonly Change[]): ReadonlyMap<string, readonly WrittenWay[]> {
  const removed = changes.filter(({ kind, step, element }) => kind === 'removed' && step !== undefined && step !== element);
  const steps = groupedBy(removed, ({ step = '' }) => step);
  return new Map(
    [...steps].map(([step, list]) => {
      const addresses = new Set<ElementId>(list.map(({ element }) => element));
      const ways = step === '' ? old.procedure.ways : (old.steps.get(step)?.ways ?? []);
      return [step, ways.filter(({ path }) => addresses.has(addressOf(step, path)))];
    }),
  );
}

/** Steps that are gone, by what they stood in: each stage that is gone holds those that went with it. */
function goneSteps(before: JsonObject, after: JsonObject, changes: readonly Change[]): ReadonlyMap<string, readonly Place[]> {
  const removed = new Set(changes.flatMap(({ kind, step, element }) => (kind === 'removed' && step === element ? [element] : [])));
  const there = placesOf(after);
  const places = [...placesOf(before).values()].filter(({ id }) => removed.has(id) && !there.has(id));
  return groupedBy(places, ({ parent }) => parent);
}

/** What is gone stands behind what it stood behind, as far as that is still there. */
function withGhosts(
  entries: readonly (readonly [string, unknown])[],
  gone: readonly Place[],
  old: TakenApart,
  drawn: (id: string, state: Fields) => Fields,
): readonly (readonly [string, unknown])[] {
  const list = [...entries];
  const [first] = gone;
  if (!first) return list;
  const siblings = [...old.steps].flatMap(([id, { parent }]) => (parent === first.parent ? [id] : []));
  for (const { id, state } of gone) {
    const behind = siblings.slice(0, siblings.indexOf(id)).findLast((other) => list.some(([key]) => key === other));
    const at = behind === undefined ? 0 : list.findIndex(([key]) => key === behind) + 1;
    const { states: held, ...alone } = state;
    list.splice(at, 0, [id, drawn(id, isFields(held) ? { ...alone, states: {} } : alone)]);
  }
  return list;
}

/** Roles, letters, lengths … of both: what is gone is still called by its name. */
function withParts(before: JsonObject, after: JsonObject): JsonObject {
  const parts = Object.values(sections).flatMap((section) => {
    const old = before[section];
    return isFields(old) ? [[section, asJson({ ...old, ...fieldsOf(after[section]) })] as const] : [];
  });
  return { ...after, ...Object.fromEntries(parts) };
}
