/**
 * By procedure: the least share of all mutants that the rules have to notice. It is only ever raised. All mutants were tried: 90.9 % of 405 are noticed,
 * 92.6 % of 1,271, 83.3 % of 312, 88.8 % of 1,366, 70.2 % of 1,291 and 70.0 % of 1,126. What stays unnoticed in the last two are chiefly deadlines and ends
 * that lead elsewhere.
 */
export const leastCaught: { readonly [procedure: string]: number } = {
  starter: 0.908,
  complaint: 0.926,
  escalation: 0.832,
  dispute: 0.887,
  code: 0.701,
  satisfaction: 0.699,
};
