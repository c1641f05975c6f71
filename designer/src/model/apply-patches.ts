import { type Json, type JsonObject, pathOf } from '@redress/engine';
import { type DesignDocument, exportDocument } from './document.ts';
import { fieldsOf, isFields } from './loose-json.ts';
import type { Between, Patch } from './patch.ts';
import { placesOf, statesOnPath } from './places.ts';

/** The document after these changes. What has lost its place (somebody removed the step) changes nothing. */
export function applyPatches(document: DesignDocument, patches: readonly Patch[]): DesignDocument {
  let root: Json = { ...exportDocument(document) };
  for (const patch of patches) root = applyPatch(root, patch) ?? root;
  return exportDocument(root as unknown as DesignDocument);
}

function applyPatch(root: Json, patch: Patch): Json | undefined {
  const at = pathOf(patch.at);
  if (patch.op === 'put' || patch.op === 'remove') {
    const here = currentPath(root, at);
    if (patch.op === 'remove' && patch.ifEmpty && Object.keys(fieldsOf(valueAt(root, here))).length > 0) return undefined;
    return changed(root, here, (parent, key) => (patch.op === 'put' ? withPut(parent, key, patch.value) : without(parent, key)));
  }
  const to = [...currentPath(root, at.slice(0, -1)), at.at(-1) ?? ''];
  if (patch.op === 'insert') return changed(root, to, (parent, key) => withEntry(parent, key, patch.value));
  if (patch.op === 'add' && isEmpty(patch.value) && isFields(valueAt(root, to))) return undefined;
  if (patch.op === 'add') return changed(root, to, (parent, key) => withMember(parent, key, patch.value, patch.between));
  const from = currentPath(root, pathOf(patch.from));
  const value = valueAt(root, from);
  if (value === undefined) return undefined;
  const taken = changed(root, from, without);
  // A stage cannot go into itself: its own place went away with it, and then nothing changes.
  return taken === undefined ? undefined : changed(taken, to, (parent, key) => withMember(parent, key, value, patch.between));
}

/** Where the last state on a path stands now; the path itself where nothing moved. */
function currentPath(root: Json, path: readonly string[]): readonly string[] {
  const chain = path[0] === 'definition' ? statesOnPath(path.slice(1)) : [];
  const last = chain.at(-1);
  if (last === undefined || valueAt(root, path.slice(0, 2 + 2 * chain.length)) !== undefined) return path;
  const place = placesOf(valueAt(root, ['definition'])).get(last);
  return place ? ['definition', ...place.path, ...path.slice(2 + 2 * chain.length)] : path;
}

export function valueAt(root: Json, path: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const key of path) value = isObject(value) && Object.hasOwn(value, key) ? member(value, key) : undefined;
  return value;
}

const isEmpty = (value: Json): boolean => isFields(value) && Object.keys(value).length === 0;
const isObject = (value: unknown): value is JsonObject | readonly Json[] => typeof value === 'object' && value !== null;
const isMembers = (value: Json): value is JsonObject => isFields(value);
const member = (value: JsonObject | readonly Json[], key: string): Json | undefined =>
  Array.isArray(value) ? value[Number(key)] : (value as JsonObject)[key];

/** A copy of the root in which the parent of the last key is another; the same values elsewhere. */
function changed(root: Json, path: readonly string[], change: (parent: Json, key: string) => Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  if (rest.length === 0) return change(root, key);
  const inner = isObject(root) && Object.hasOwn(root, key) ? member(root, key) : undefined;
  const next = inner === undefined ? undefined : changed(inner, rest, change);
  return next === undefined ? undefined : withPut(root, key, next);
}

function withPut(parent: Json, key: string, value: Json): Json | undefined {
  if (Array.isArray(parent)) return Number(key) < parent.length ? frozen(parent.with(Number(key), value)) : undefined;
  return isMembers(parent) && Object.hasOwn(parent, key) ? frozen({ ...parent, [key]: value }) : undefined;
}

function without(parent: Json, key: string): Json | undefined {
  if (Array.isArray(parent)) return Number(key) < parent.length ? frozen(parent.toSpliced(Number(key), 1)) : undefined;
  return isMembers(parent) ? frozen(Object.fromEntries(Object.entries(parent).filter(([name]) => name !== key))) : undefined;
}

const withEntry = (parent: Json, key: string, value: Json): Json | undefined =>
  Array.isArray(parent) ? frozen(parent.toSpliced(Math.min(Number(key), parent.length), 0, value)) : undefined;

/**
 * The member between its two neighbours. Others may have come between them at the same time: then the names decide, so that everybody
 * sees one order. A neighbour that is gone does not count.
 */
function withMember(parent: Json, key: string, value: Json, [before, after]: Between): Json | undefined {
  if (!isMembers(parent)) return undefined;
  const members = Object.entries(parent).filter(([name]) => name !== key);
  const indexOf = (name: string) => members.findIndex(([each]) => each === name);
  const first = before === null ? 0 : indexOf(before) + 1 || undefined;
  const last = after === null ? members.length : indexOf(after) < 0 ? undefined : indexOf(after);
  const from = first ?? last ?? members.length;
  const to = Math.max(from, last ?? from);
  const later = members.findIndex(([name], index) => index >= from && index < to && name > key);
  return frozen(Object.fromEntries(members.toSpliced(later < 0 ? to : later, 0, [key, value])));
}

const frozen = <Value extends Json>(value: Value): Value => Object.freeze(value);
