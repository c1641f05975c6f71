/**
 * By procedure: the least share of all mutants that the rules have to notice. It is only ever raised. Set from samples of 60, two standard errors
 * below what was caught: 90 %, 93 %, 82 % and 88 %. Of the code and of satisfaction all mutants were tried: 70.2 % of 1,291 and 70.0 % of 1,126; what stays
 * unnoticed are chiefly deadlines that lead on elsewhere.
 */
export const leastCaught: { readonly [procedure: string]: number } = {
  starter: 0.81,
  complaint: 0.86,
  escalation: 0.71,
  dispute: 0.79,
  code: 0.7,
  satisfaction: 0.69,
};
