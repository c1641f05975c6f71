import type { Problem } from '../../definition/finding.ts';
import type { Json } from '../../json.ts';

/** What is wrong with a value of a field, by its schema and its options. */
export type Fit = (value: Json) => readonly Problem[];
export type FieldFits = ReadonlyMap<string, Fit>;

/** What is wrong with one value of a field that holds several. How many there must be is not asked of it. */
export const elementProblem = (fit: Fit, element: Json): Problem | undefined => fit([element]).find(({ at }) => at.startsWith('/0'));
