import type { Definition, Json, JsonObject } from '@redress/engine';
import { wordsOf } from './fold.ts';

/** What lists show of a case and find it by. */
export interface Summary {
  readonly title: string;
  readonly severity?: number;
  readonly searchKeys: readonly string[];
}

const titleLengthMax = 120;
const wordsOfFieldMax = 60;
const keysMax = 400;

/** The matter in one line, in the complainant's own words; how serious; and the words by which it is found, each with who may find by it. */
export function summaryOf(
  definition: Definition | undefined,
  fields: JsonObject,
  names: { readonly number?: string; readonly businessKey?: string },
): Summary {
  const severity = fields[fieldMeaning(definition, 'severity') ?? 'severity'];
  return {
    title: titleOf(definition, fields),
    ...(typeof severity === 'number' && Number.isInteger(severity) ? { severity } : {}),
    searchKeys: keysOf(definition, fields, names),
  };
}

/** Everybody who may list cases finds by these. */
export const anyReader = '*';
/** Who may find by a token, then the folded word. */
export const searchKey = (reader: string, word: string): string => `${reader}|${word}`;
/** Readers of a field with `visibleTo`: role ids belong to their procedure. */
export const roleReader = (definition: string, role: string): string => `${definition}/${role}`;

function keysOf(
  definition: Definition | undefined,
  fields: JsonObject,
  names: { readonly number?: string; readonly businessKey?: string },
): readonly string[] {
  const keys = new Set<string>();
  for (const name of [names.number, names.businessKey]) for (const word of wordsOf(name ?? '')) keys.add(searchKey(anyReader, word));
  for (const [field, value] of Object.entries(fields)) {
    const described = definition === undefined || !Object.hasOwn(definition.data, field) ? undefined : definition.data[field];
    if (definition !== undefined && described === undefined) continue;
    if (described?.options !== undefined || described?.holds === 'file' || described?.holds === 'person') continue;
    const readers = readersOf(definition, described?.visibleTo);
    for (const word of textOf(value).flatMap(wordsOf).slice(0, wordsOfFieldMax)) {
      for (const reader of readers) {
        if (keys.size >= keysMax) return [...keys];
        keys.add(searchKey(reader, word));
      }
    }
  }
  return [...keys];
}

function readersOf(definition: Definition | undefined, visibleTo: readonly string[] | undefined): readonly string[] {
  if (definition === undefined || visibleTo === undefined) return [anyReader];
  return visibleTo
    .filter((role) => Object.hasOwn(definition.roles, role) && definition.roles[role]?.party === 'organisation')
    .map((role) => roleReader(definition.id, role));
}

function textOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((member: Json): member is string => typeof member === 'string') : [];
}

/** Own words first; what only some may read never becomes a title. */
function titleOf(definition: Definition | undefined, fields: JsonObject): string {
  for (const meaning of ['subject', 'description', 'issue', 'product-or-service']) {
    const field = fieldMeaning(definition, meaning);
    if (field === undefined || (definition !== undefined && definition.data[field]?.visibleTo !== undefined)) continue;
    const value = fields[field];
    const line = typeof value === 'string' ? (value.trim().split(/\s*\n/)[0] ?? '') : '';
    if (line !== '') return line.length <= titleLengthMax ? line : `${line.slice(0, titleLengthMax - 1).trimEnd()}…`;
  }
  return '';
}

/** The field that means a word of the standards' vocabulary: by `means`, else by its id in kebab case. */
export function fieldMeaning(definition: Definition | undefined, meaning: string): string | undefined {
  const camel = meaning.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (definition === undefined) return camel;
  for (const [id, field] of Object.entries(definition.data)) if (field.means === meaning) return id;
  const own = Object.hasOwn(definition.data, camel) ? definition.data[camel] : undefined;
  return own !== undefined && own.means === undefined ? camel : undefined;
}
