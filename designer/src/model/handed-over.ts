import { fieldsOf, isFields } from './loose-json.ts';

/** Fields that a procedure begins with because others hand them over when they start it: what these write there, as far as it has them. */
export function handedOver(drawn: object, others: readonly object[]): readonly string[] {
  const { id, data } = fieldsOf(drawn);
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const inner of value) look(inner);
    if (!isFields(value)) return;
    if (value.definition === id) for (const field of Object.keys(fieldsOf(value.data))) found.add(field);
    for (const inner of Object.values(value)) look(inner);
  };
  for (const other of others) look(fieldsOf(other).machine);
  return Object.keys(fieldsOf(data)).filter((field) => found.has(field));
}
