import type { CheckedRule } from './checked-draft.ts';
import type { AskedLaws } from './use-laws.ts';

/** For tests: of an organisation that chose no law, on the day of the pretend clock; and of one that chose the Polish financial market's. */
export const noLaws: AskedLaws = { chosen: [], day: '2026-11-23' };
export const financialLaw: AskedLaws = { ...noLaws, chosen: ['pl-financial'] };

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
