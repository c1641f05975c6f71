import type { Finding } from '../definition/finding.ts';

/**
 * Errors that leave it clear by which ways a case goes: what is wrong are words, letters, rights, clocks, or a row too many or too few. As long as
 * somebody draws, the rules say of such a definition what they say of one that runs; it is published by nobody.
 */
const sayNothingOfWays: ReadonlySet<string> = new Set([
  'words-open',
  'claim-without-fact',
  'due-without-deadline',
  'letter-to-nobody',
  'unknown-placeholder',
  'form-shows-hidden-field',
  'holder-is-no-person',
  'assign-incomplete',
  'clock-tag-on-no-step',
  'dead-row',
  'no-otherwise',
  'nobody-may-send',
  'end-without-outcome',
  'child-outcome-without-row',
  'child-cycle',
  'waiting-without-row',
]);

/** Whether the runs of a definition with these findings can be looked through, although it may not run. */
export const canBeExplored = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity, code }) => severity !== 'error' || sayNothingOfWays.has(code));
