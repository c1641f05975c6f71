import type { Json } from '@redress/engine';

/** The members between which a new one stands: the one before and the one after it, null at either end. */
export type Between = readonly [before: string | null, after: string | null];

/**
 * One change of a document, by JSON pointer (RFC 6901) from `/definition`, `/layout` or `/scenarios`. The patches of the library forget the order of
 * keys and cannot say that a step moved, so these are our own. The last state that a pointer names is found wherever it stands now:
 * somebody else may have moved the stage around it.
 */
export type Patch =
  /** The value there becomes another; its place among the keys stays. */
  | { readonly op: 'put'; readonly at: string; readonly value: Json }
  /** A new member of an object; an empty object where there is one already changes nothing. */
  | { readonly op: 'add'; readonly at: string; readonly value: Json; readonly between: Between }
  /** A new entry of a list, before the one that has the index now. */
  | { readonly op: 'insert'; readonly at: string; readonly value: Json }
  /** `ifEmpty`: what others put into it meanwhile keeps it. */
  | { readonly op: 'remove'; readonly at: string; readonly ifEmpty?: true }
  /** A member goes elsewhere as it is: to another place among its siblings, or to another stage. */
  | { readonly op: 'move'; readonly from: string; readonly at: string; readonly between: Between };

/** Objects that hold elements of their own: they are told member by member, so that two people can fill one that was not there. */
export const isContainer = (path: readonly string[]): boolean =>
  (path.length === 2 && path[0] === 'definition' && containers.definition.has(path[1] ?? '')) ||
  (path.length === 2 && path[0] === 'scenarios' && containers.scenarios.has(path[1] ?? '')) ||
  (path[0] === 'layout' && (path[1] === 'retired' ? path.length <= 3 : path.length === 2 && containers.layout.has(path[1] ?? '')));

const containers = {
  definition: new Set(['roles', 'data', 'forms', 'events', 'delays', 'clocks', 'letters', 'decisions', 'services']),
  layout: new Set(['steps', 'notes']),
  scenarios: new Set(['scripts', 'gaps']),
};
