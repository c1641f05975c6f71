/** About seven hours in all: a mail server may be down for a night shift. */
export const attemptsMax = 12;
const firstMs = 1_000;
const longestMs = 3_600_000;

/** Twice as long each time, at most an hour, give or take a fifth, so that many do not come back at once. */
export function backOffMs(attempts: number, share: number): number {
  const whole = Math.min(longestMs, firstMs * 3 ** Math.max(0, attempts - 1));
  return Math.round(whole * (0.8 + 0.4 * share));
}
