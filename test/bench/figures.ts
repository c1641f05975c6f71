/** One line of the report: what was asked, what came out, and whether that is enough. Without a target it is only told. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
  readonly target?: string;
  readonly met?: boolean;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `0.31 (0.29–0.34)`: median, least and greatest of the rounds. */
export function spread(values: readonly number[], digits = 2): string {
  if (values.length === 0) return 'no round left';
  const text = (value: number) => value.toFixed(digits);
  return `${text(median(values))} (${text(Math.min(...values))}–${text(Math.max(...values))})`;
}

export const atLeast = (name: string, values: readonly number[], least: number): Figure => ({
  name,
  measured: spread(values),
  target: `≥ ${least}`,
  met: median(values) >= least,
});

export const atMost = (name: string, values: readonly number[], most: number, unit = ''): Figure => ({
  name,
  measured: `${spread(values)}${unit}`,
  target: `≤ ${most}${unit}`,
  met: median(values) <= most,
});

export const told = (name: string, measured: string): Figure => ({ name, measured });

/** A table that can be pasted into a README. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ name, measured, target = '', met }) =>
      `| ${name} | ${target} | ${measured} | ${met === undefined ? '' : met ? 'met' : '**missed**'} |`,
  );
  return ['| figure | target | measured: median (min–max) | |', '|---|---|---|---|', ...rows].join('\n');
}
