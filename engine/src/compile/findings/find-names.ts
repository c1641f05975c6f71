import { scopeFunctions, scopeObjects } from '../../feel/scope.ts';
import { type Findings, found } from './found.ts';
import type { Survey } from './survey.ts';

/** Words of the FEEL grammar, and the names expressions find beside the fields. Field ids cannot be one of them. */
export const reservedWords: ReadonlySet<string> = new Set([
  ...['null', 'true', 'false', 'for', 'in', 'return', 'if', 'then', 'else', 'some', 'every', 'satisfies', 'or', 'and', 'not'],
  ...['between', 'instance', 'function', 'external'],
  ...scopeObjects,
  ...scopeFunctions,
]);

/** Names that every object has. As ids they would be found where nobody put them. */
const objectNames: ReadonlySet<string> = new Set([
  ...['constructor', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString', 'valueOf'],
]);

/** Ids: `id-is-not-key`, `id-twice`, `reserved-field`, `reserved-id`. */
export function* findNames({ definition, places }: Survey): Findings {
  const first = new Map<string, string>();
  for (const { id, at, definition: state } of places) {
    if (state.id !== id) yield found('id-is-not-key', `${at}/id`, { key: id, id: state.id });
    const elsewhere = first.get(id);
    if (elsewhere !== undefined) yield found('id-twice', at, { id, first: elsewhere });
    else first.set(id, at);
    if (objectNames.has(id)) yield found('reserved-id', at, { id });
  }
  for (const id of Object.keys(definition.data)) {
    if (reservedWords.has(id) || objectNames.has(id)) yield found('reserved-field', `/data/${id}`, { id });
  }
  const { roles, forms, events, delays, clocks, letters, decisions = {}, services = {} } = definition;
  for (const [part, named] of Object.entries({ roles, forms, events, delays, clocks, letters, decisions, services })) {
    for (const id of Object.keys(named)) {
      // `system` is what services are when they send; a person could never hold it.
      if (objectNames.has(id) || (part === 'roles' && id === 'system')) yield found('reserved-id', `/${part}/${id}`, { id });
    }
  }
}
