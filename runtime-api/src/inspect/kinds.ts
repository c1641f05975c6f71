import type { Definition, Json, JsonObject } from '@redress/engine';
import type { Kind, Kinds } from './wire-event.ts';

const words: readonly string[] = ['string', 'integer', 'number', 'boolean', 'array', 'object'] satisfies readonly Kind[];
const isKind = (word: Json | undefined): word is Kind => typeof word === 'string' && words.includes(word);

/** What a field holds, as the definition declares it: the value is not looked at. */
export function declaredKind(definition: Definition, field: string): Kind {
  const known = Object.hasOwn(definition.data, field) ? definition.data[field] : undefined;
  const types = known?.schema.type;
  const [declared] = (Array.isArray(types) ? types : [types]).filter(isKind);
  if (declared !== undefined) return declared;
  const option = known?.options?.[0]?.value;
  return option === undefined ? 'unknown' : kindOf(option);
}

/** Fields of the definition among these names, with their kinds; other names could be values and are left out. */
export const fieldKinds = (definition: Definition, names: Iterable<string>): Kinds =>
  Object.fromEntries(
    [...names].filter((name) => Object.hasOwn(definition.data, name)).map((name) => [name, declaredKind(definition, name)]),
  );

/**
 * What an event carried: members by the names that the engine gives them, and below `values` the fields of the definition. Further inside nothing
 * is named, because there the names themselves may be somebody's (roles of persons kept away, results of a service).
 */
export const payloadKinds = (definition: Definition, payload: JsonObject): Kinds =>
  Object.fromEntries(
    Object.entries(payload)
      .filter(([name]) => name !== 'type')
      .map(([name, value]) => [name, name === 'values' && isObject(value) ? fieldKinds(definition, Object.keys(value)) : kindOf(value)]),
  );

function kindOf(value: Json): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value === 'string' ? 'string' : 'boolean';
  return 'object';
}

const isObject = (value: Json): value is JsonObject => value !== null && typeof value === 'object' && !Array.isArray(value);
