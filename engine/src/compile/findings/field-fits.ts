import type { Problem } from '../../definition/finding.ts';
import type { Json } from '../../json.ts';

/** What is wrong with a value of a field, schema and options; by field. */
export type FieldFits = ReadonlyMap<string, (value: Json) => readonly Problem[]>;

/** What is wrong with one value of a field that holds several. How many there must be is not asked of it. */
export const elementProblem = (fit: (value: Json) => readonly Problem[], element: Json): Problem | undefined =>
  fit([element]).find(({ at }) => at.startsWith('/0'));
