import type { Json, JsonObject } from '../json.ts';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const entriesOf = (value: Json | undefined): readonly (readonly [string, Json])[] => (isObject(value) ? Object.entries(value) : []);
/** XState takes one where it takes several. */
export const listOf = (value: Json | undefined): readonly Json[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** Events that nobody sends: a wildcard, and what XState tells itself when a step has ended or failed, in versions 4 and 5. */
export const isOwnToXState = (event: string): boolean =>
  event.includes('*') || /^(xstate|done\.(invoke|state)|error\.(platform|execution|communication))\./.test(event);
