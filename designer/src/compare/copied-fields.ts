import { type Fields, fieldsOf, isFields, listOf, wordOf } from '../model/loose-json.ts';
import { fieldsInFeel } from '../model/references.ts';
import type { Doing } from './read-procedure.ts';

/** Fields with all in which what they say may stand as well: itself, those into which it is computed, and those into which these are. */
export type Copies = ReadonlyMap<string, readonly string[]>;

export function copiesIn(definition: Fields, doings: readonly Doing[]): Copies {
  const next = new Map<string, Set<string>>();
  for (const [into, value] of written(definition, doings))
    for (const name of fieldsNamed(value)) next.set(name, (next.get(name) ?? new Set()).add(into));
  return new Map(
    Object.keys(fieldsOf(definition.data)).map((id) => {
      const found = new Set([id]);
      // A set that is walked through gives what is added on the way.
      for (const one of found) for (const into of next.get(one) ?? []) found.add(into);
      return [id, [...found]];
    }),
  );
}

/** Whatever is computed into a field: by actions, decision tables and defaults, and what a form shows in it from the start. */
function written(definition: Fields, doings: readonly Doing[]): readonly (readonly [into: string, value: unknown])[] {
  const members = (section: string) => Object.entries(fieldsOf(definition[section]));
  return [
    ...doings.flatMap(({ type, params }) => (type === 'set' ? Object.entries(params) : [])),
    ...members('data').map(([id, field]) => [id, fieldsOf(field).default] as const),
    ...members('decisions').flatMap(([, decision]) => {
      const { outputs, rows, otherwise } = fieldsOf(decision);
      const lines = [...listOf(rows).map((row) => listOf(fieldsOf(row).then)), listOf(otherwise)];
      return listOf(outputs).flatMap((output, index) => lines.map((line) => [wordOf(output) ?? '', line[index]] as const));
    }),
    ...members('forms').flatMap(([, form]) =>
      listOf(fieldsOf(form).sections).flatMap((section) =>
        listOf(fieldsOf(section).fields).map((asked) => {
          const { field, prefill } = fieldsOf(asked);
          return [wordOf(field) ?? '', `= ${wordOf(prefill) ?? ''}`] as const;
        }),
      ),
    ),
  ];
}

function fieldsNamed(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('=') ? fieldsInFeel(value) : [];
  if (Array.isArray(value)) return value.flatMap(fieldsNamed);
  return isFields(value) ? Object.values(value).flatMap(fieldsNamed) : [];
}
