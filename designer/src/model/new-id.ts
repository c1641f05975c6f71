import type { Text } from '@redress/engine';
import type { Drawing } from './command.ts';
import { fieldsOf, isFields } from './loose-json.ts';
import { allPlaces } from './places.ts';

/** Words that mean something to XState, to FEEL, to JavaScript or to the format: an id that reads like one of them confuses. */
const reserved: ReadonlySet<string> = new Set(
  (
    'xstate done error init after always states initial on invoke entry exit machine type target parent children system all ' +
    'constructor prototype toString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString ' +
    'if then else and or not true false null in for return some every satisfies between instance of function external ' +
    'date time duration case event result clock step now today context list'
  ).split(' '),
);

/** Where an id must be the only one: among steps, or in one section of the definition. */
export type IdRealm =
  | 'steps'
  | 'scenarios'
  | 'roles'
  | 'data'
  | 'forms'
  | 'events'
  | 'delays'
  | 'clocks'
  | 'letters'
  | 'decisions'
  | 'services';

/**
 * A new id, readable from the English title or the first: short, a letter first, no dots. Never one that is there, that something still
 * names, or that was ever used in this document: the histories of cases know steps by it.
 */
export function newId(drawing: Drawing, realm: IdRealm, title: Text, fallback: string): string {
  return freeId(drawing, realm, camel(title.en ?? '') || camel(Object.values(title)[0] ?? '') || fallback);
}

/** The word itself if it is free, else with a number behind it. `besides`: ids that are given away but stand nowhere yet. */
export function freeId(drawing: Drawing, realm: IdRealm, word: string, besides: ReadonlySet<string> = new Set()): string {
  const taken = takenIds(drawing, realm);
  const base = /^[a-z][A-Za-z0-9]{0,43}$/.test(word) ? word : camel(word) || 'new';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}${number}`;
    if (!taken.has(id) && !besides.has(id) && !reserved.has(id)) return id;
  }
}

/** Words of a title as one: "Assess the complaint" is `assessTheComplaint`, at most 40 characters. */
export function camel(title: string): string {
  const words =
    title
      .replaceAll(/[łŁ]/g, 'l')
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const joined = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return joined
    .replace(/^[0-9]+/, '')
    .slice(0, 40)
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

function takenIds({ definition, layout, scenarios }: Drawing, realm: IdRealm): ReadonlySet<string> {
  const retired = Object.keys(fieldsOf(fieldsOf(layout.retired)[realm]));
  if (realm === 'scenarios') return new Set([...retired, ...Object.keys(fieldsOf(scenarios.scripts))]);
  if (realm !== 'steps') return new Set([...retired, ...Object.keys(fieldsOf(definition[realm]))]);
  const named = new Set([...retired, ...allPlaces(definition).map(({ id }) => id), ...Object.keys(fieldsOf(layout.steps))]);
  nameAll(definition.machine, named);
  if (typeof definition.home === 'string') named.add(definition.home);
  return named;
}

/** Every word of the machine that could name a step, so that an open row never finds a new step by chance. */
function nameAll(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value.replace(/^#/, ''));
  else if (Array.isArray(value)) for (const entry of value) nameAll(entry, into);
  else if (isFields(value)) for (const entry of Object.values(value)) nameAll(entry, into);
}
