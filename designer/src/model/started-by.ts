import { fieldsOf, isFields } from './loose-json.ts';

/** Procedures that a draft starts: sub-procedures and follow-ups, by id. */
export function startedBy(definition: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const inner of value) look(inner);
    if (!isFields(value)) return;
    const { src, input, type, params } = value;
    const named = src === 'case' ? fieldsOf(input).definition : type === 'start' ? fieldsOf(params).definition : undefined;
    if (typeof named === 'string') found.add(named);
    for (const inner of Object.values(value)) look(inner);
  };
  look(fieldsOf(definition).machine);
  return [...found];
}
