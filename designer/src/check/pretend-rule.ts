import type { CheckedRule } from './checked-draft.ts';

/** What the check says of one rule, for tests: a must of ISO 10002 that is proved on the drawing. */
export const pretendRule = (id: string, verdict: CheckedRule['verdict'], more: Partial<CheckedRule> = {}): CheckedRule => ({
  rule: id,
  pack: 'iso-10002',
  severity: 'must',
  verdict,
  failures: [],
  proof: [],
  proved: 'definition',
  isAboutTelling: false,
  words: { requirement: {}, message: {} },
  ...more,
});
