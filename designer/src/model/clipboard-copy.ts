import type { JsonObject } from '@redress/engine';
import type { DesignDocument } from './document.ts';
import { asJson, copyOf, type Draft, fieldsOf, isFields, listIn, memberOf } from './loose-json.ts';
import { allPlaces, placesOf } from './places.ts';
import { sections } from './property-commands.ts';
import { type NameKind, renameInMember, renameInState } from './references.ts';
import { type RowAddress, rowAt } from './rows.ts';

/** A piece of a procedure as it travels: the steps, where they stood, and what they need. */
export interface Piece {
  readonly redress: 'piece';
  readonly format: 1;
  /** The procedure it comes from. */
  readonly from: string;
  readonly steps: JsonObject;
  readonly spots: JsonObject;
  readonly needs: { readonly [section: string]: JsonObject };
  /** Ways alone, without the step that they came from: they lie in one that has nothing else. */
  readonly ways?: true;
}

export const sectionOf = (kind: NameKind): string | undefined => (kind === 'step' ? undefined : sections[kind]);

/** Steps and stages as text for the clipboard, with the roles, forms, fields, events, delays, clocks, letters … that they name, and what those name. */
export function copyPiece(document: DesignDocument, ids: readonly string[]): string {
  const places = placesOf(document.definition);
  const isInside = (id: string): boolean => {
    const parent = places.get(id)?.parent ?? '';
    return parent !== '' && (ids.includes(parent) || isInside(parent));
  };
  const chosen = [...places.values()].filter(({ id }) => ids.includes(id) && !isInside(id));
  const steps: Draft = Object.fromEntries(chosen.map(({ id, state }) => [id, copyOf(state)]));
  const spots = fieldsOf(document.layout.steps);
  const inside = allPlaces({ machine: { states: steps } }).map(({ id }) => id);
  const piece: Piece = {
    redress: 'piece',
    format: 1,
    from: String(document.definition.id ?? ''),
    steps: asJson(steps) as JsonObject,
    spots: asJson(Object.fromEntries(inside.flatMap((id) => (isFields(spots[id]) ? [[id, spots[id]]] : [])))) as JsonObject,
    needs: needsOf(document.definition, steps),
  };
  return JSON.stringify(piece, null, 2);
}

/** Ways of steps as text for the clipboard, with what they name; where they led they lead again, if that is there. */
export function copyWays(document: DesignDocument, addresses: readonly RowAddress[]): string {
  const places = placesOf(document.definition);
  const bare: Draft = {};
  for (const address of addresses) {
    const row = rowAt(document.definition, places, address);
    if (!row) continue;
    const path = row.via.split('/').concat(row.name === '' ? [] : [row.name]);
    let holder = bare;
    for (const key of path.slice(0, -1)) holder = memberOf(holder, key);
    listIn(holder, path.at(-1) ?? '').push(copyOf(row.row));
  }
  const steps = { ways: bare };
  const needs = needsOf(document.definition, steps);
  const piece: Piece = {
    redress: 'piece',
    format: 1,
    from: String(document.definition.id ?? ''),
    ways: true,
    steps: asJson(steps) as JsonObject,
    spots: {},
    needs,
  };
  return JSON.stringify(piece, null, 2);
}

function needsOf(definition: JsonObject, steps: Draft): Piece['needs'] {
  const found = new Map<string, Set<string>>();
  const waiting: Draft[] = [];
  const note = (kind: NameKind, name: string): string => {
    const section = sectionOf(kind);
    const member = section === undefined ? undefined : fieldsOf(definition[section])[name];
    if (section === undefined || !isFields(member) || found.get(section)?.has(name)) return name;
    found.set(section, (found.get(section) ?? new Set()).add(name));
    waiting.push(copyOf(member));
    return name;
  };
  for (const state of Object.values(steps)) if (isFields(state)) renameInState(state, note);
  for (let member = waiting.pop(); member; member = waiting.pop()) renameInMember(member, note);
  // In the order of the definition, so that the same choice is always the same text.
  return Object.fromEntries(
    [...found].map(([section, names]) => [
      section,
      asJson(Object.fromEntries(Object.entries(fieldsOf(definition[section])).filter(([name]) => names.has(name)))) as JsonObject,
    ]),
  );
}
