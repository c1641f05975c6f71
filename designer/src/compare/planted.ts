import type { JsonObject } from '@redress/engine';
import { copyOf, type Draft, fieldsOf, wordsOf } from '../model/loose-json.ts';
import { allPlaces } from '../model/places.ts';
import type { Permit } from './change.ts';

/** One edit of a definition for the tests, and what must be told of it; nothing where it is stricter. */
export interface Planted {
  readonly name: string;
  readonly edit: (draft: Draft) => void;
  readonly told?: { readonly kind: Permit['kind']; readonly element?: string; readonly id?: string };
}

export function edited(definition: JsonObject, edit: (draft: Draft) => void): JsonObject {
  const draft = copyOf<Draft>(definition);
  edit(draft);
  return JSON.parse(JSON.stringify(draft));
}
export const stateIn = (draft: Draft, step: string): Draft => {
  const place = allPlaces(draft).find(({ id }) => id === step);
  return (place?.state ?? {}) as Draft;
};
export const steps = (definition: JsonObject) =>
  allPlaces(definition).map(({ id, state }) => ({ id, state, input: fieldsOf(fieldsOf(state.invoke).input) }));
export const rolesOf = (definition: JsonObject): readonly string[] => Object.keys(fieldsOf(definition.roles));
/** A role that is not named. */
export const missing = (definition: JsonObject, words: unknown): string | undefined =>
  rolesOf(definition).find((role) => !wordsOf(words).includes(role));
