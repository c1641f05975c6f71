import type { Definition } from '../definition/definition.ts';

/**
 * Parts that exploring never reads: what changes in them alone leaves every position where it was. What is not named here counts, so that a new part
 * of the format costs time at the worst.
 */
const unread: readonly string[] = [
  'title',
  'summary',
  'policy',
  'channels',
  'publishes',
  'retention',
  'kpis',
  'links',
  'letters',
  'forms',
] satisfies readonly (keyof Definition)[];

/** Definitions with the same key have the same graph: whoever explores again and again keeps it, and gives it the definition of the day. */
export const positionsKey = (definition: Definition): string =>
  JSON.stringify(Object.entries(definition).filter(([part]) => !unread.includes(part)));
