const codeOf = (problem: unknown): unknown =>
  problem !== null && typeof problem === 'object' && 'code' in problem ? problem.code : undefined;

/** MongoDB's `DuplicateKey`; from a bulk write, when that was all that went wrong. */
export function isDuplicate(problem: unknown): boolean {
  if (codeOf(problem) !== 11000) return false;
  const several: unknown = problem !== null && typeof problem === 'object' && 'writeErrors' in problem ? problem.writeErrors : undefined;
  return !Array.isArray(several) || several.every((one: unknown) => codeOf(one) === 11000);
}
