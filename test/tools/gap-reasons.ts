import { gateOf, parseDefinition } from '@redress/engine';

/** A written reason for everything that publishing asks scenarios to reach: for tests that are about something else. */
export function gapReasons(document: unknown): { readonly gaps: { readonly [what: string]: string } } {
  const parsed = parseDefinition(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  const { goals } = gateOf(parsed.value, { played: [], gaps: {} });
  return { gaps: Object.fromEntries(goals.map(({ what }) => [what, 'Tried out elsewhere.'])) };
}
