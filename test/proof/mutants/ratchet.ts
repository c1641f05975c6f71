/**
 * By procedure: the least share of all mutants that the rules have to notice. It is only ever raised. All mutants were tried: 93.3 % of 418 are noticed,
 * 93.0 % of 1,271, 86.2 % of 312, 89.6 % of 1,366, 89.7 % of 1,312 and 86.1 % of 1,126. What stays unnoticed in the last two are chiefly detours by which
 * work is done again, late tasks that leave a round out, and lines of records that no clause asks for.
 */
export const leastCaught: { readonly [procedure: string]: number } = {
  starter: 0.933,
  complaint: 0.929,
  escalation: 0.862,
  dispute: 0.896,
  code: 0.897,
  satisfaction: 0.86,
};
