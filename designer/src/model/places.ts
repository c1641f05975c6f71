import { pointerTo } from '@redress/engine';
import { type Fields, fieldsOf, isFields } from './loose-json.ts';

/** A step, stage or end, and where it stands. */
export interface Place {
  /** Its key: the name by which everything else knows it. */
  readonly id: string;
  /** From the root of the definition. */
  readonly path: readonly string[];
  /** The path as JSON pointer into the definition. */
  readonly at: string;
  /** The stage around it; empty: the procedure itself. */
  readonly parent: string;
  readonly depth: number;
  readonly state: Fields;
}

/** Everything that stands in the machine, in document order, by id; of twins the first. */
export function placesOf(definition: unknown): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const place of allPlaces(definition)) if (!places.has(place.id)) places.set(place.id, place);
  return places;
}

/** The same with twins: a draft may hold a key twice. */
export function allPlaces(definition: unknown): readonly Place[] {
  const places: Place[] = [];
  const walk = (around: unknown, path: readonly string[], parent: string, depth: number): void => {
    for (const [id, state] of Object.entries(fieldsOf(fieldsOf(around).states))) {
      if (!isFields(state) || id === '') continue; // Without a name nothing can name it; the empty name is the procedure's own.
      const here = [...path, 'states', id];
      places.push({ id, path: here, at: pointerTo(here), parent, depth, state });
      walk(state, here, id, depth + 1);
    }
  };
  walk(fieldsOf(definition).machine, ['machine'], '', 0);
  return places;
}

/** The states named one inside the other at the beginning of a path into the definition. */
export function statesOnPath(path: readonly string[]): readonly string[] {
  const chain: string[] = [];
  if (path[0] !== 'machine') return chain;
  for (let at = 1; path[at] === 'states' && path[at + 1] !== undefined; at += 2) chain.push(path[at + 1] ?? '');
  return chain;
}
