import type { JsonObject } from '@redress/engine';
import { keptInOrder } from '../model/kept-in-order.ts';
import { type Fields, isFields } from '../model/loose-json.ts';
import { allPlaces } from '../model/places.ts';
import { alike, aspectsBetween } from './aspects.ts';
import type { Aspect, Change } from './change.ts';
import { ownAspects, takenApart, type WrittenStep } from './taken-apart.ts';
import { wayChanges } from './way-changes.ts';

/**
 * What differs between two definitions, which may be drafts that nobody can run: nothing exactly when they say the same in the same
 * order of steps and ways. First the procedure and its ways, then the steps in their order with their ways, what is gone, and the parts.
 * A step that comes or goes takes its ways with it; a stage does not hide the steps in it.
 */
export function changesBetween(before: JsonObject, after: JsonObject): readonly Change[] {
  if (before === after) return [];
  const [old, now] = [takenApart(before), takenApart(after)];
  const moved = movedSteps(before, after);
  const procedure = changed('', undefined, ownAspects(old.procedure, now.procedure));
  const changes = [
    ...procedure,
    ...wayChanges('', old.procedure.ways, now.procedure.ways),
    ...[...now.steps].flatMap(([id, step]) => {
      const was = old.steps.get(id);
      return was ? stepChanges(id, was, step, moved.get(id)) : [oneSided('added', id, id)];
    }),
    ...[...old.steps.keys()].filter((id) => !now.steps.has(id)).map((id) => oneSided('removed', id, id)),
    ...[...now.parts].flatMap(([id, part]) =>
      old.parts.has(id) ? changed(id, undefined, aspectsBetween(old.parts.get(id), part)) : [oneSided('added', id)],
    ),
    ...[...old.parts.keys()].filter((id) => !now.parts.has(id)).map((id) => oneSided('removed', id)),
  ];
  if (changes.length > 0) return changes;
  const [one, other] = [before, after].map(({ machine }) => inOrder(machine));
  return changed('', undefined, alike(one, other) ? [] : [{ path: 'order' }]);
}

function stepChanges(id: string, before: WrittenStep, after: WrittenStep, order: Aspect | undefined): readonly Change[] {
  const place: readonly Aspect[] = before.parent === after.parent ? [] : [{ path: 'parent', before: before.parent, after: after.parent }];
  const twins = aspectsBetween(before.twins, after.twins, ['twins']);
  const aspects = [...ownAspects(before, after), ...place, ...(order ? [order] : []), ...twins];
  const told = [...changed(id, id, aspects), ...wayChanges(id, before.ways, after.ways)];
  if (told.length > 0) return told;
  // Only where something odd stands among the ways, and its place is another.
  const [one, other] = [before, after].map(({ state: { states: _, ...state } }) => inOrder(state));
  return changed(id, id, alike(one, other) ? [] : [{ path: 'order' }]);
}

const changed = (element: string, step: string | undefined, aspects: readonly Aspect[]): readonly Change[] =>
  aspects.length === 0 ? [] : [{ kind: 'changed', element, ...(step === undefined ? {} : { step }), aspects }];

const oneSided = (kind: 'added' | 'removed', element: string, step?: string): Change => ({
  kind,
  element,
  ...(step === undefined ? {} : { step }),
  aspects: [],
});

/** Steps that stand behind another neighbour than before in the same stage: of those that can stay, the most stay. */
function movedSteps(before: JsonObject, after: JsonObject): ReadonlyMap<string, Aspect> {
  const [old, now] = [childrenOf(before), childrenOf(after)];
  const moved = new Map<string, Aspect>();
  for (const [parent, ids] of now) {
    const had = old.get(parent) ?? [];
    const kept = keptInOrder(had, ids);
    const behind = (list: readonly string[], id: string) => list[list.indexOf(id) - 1] ?? '';
    for (const id of ids)
      if (had.includes(id) && !kept.has(id)) moved.set(id, { path: 'order', before: behind(had, id), after: behind(ids, id) });
  }
  return moved;
}

function childrenOf(definition: JsonObject): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  const known = new Set<string>();
  for (const { id, parent } of allPlaces(definition)) {
    if (known.has(id)) continue;
    known.add(id);
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  return children;
}

/** Where the order of keys means something they become lists. */
function inOrder(state: unknown): unknown {
  if (!isFields(state)) return state;
  const listed = (value: unknown, inside: (value: unknown) => unknown): unknown =>
    isFields(value) ? { listed: Object.entries(value).map(([key, member]) => [key, inside(member)]) } : value;
  const fields: Fields = {
    ...state,
    on: listed(state.on, (rows) => rows),
    after: listed(state.after, (rows) => rows),
    states: listed(state.states, inOrder),
  };
  return fields;
}
