import type { OrganisationDocument } from '../store/models/organisation.ts';

/** Words, `{yyyy}` at most once, and exactly one run of zeros in braces, whose length is the least number of digits. */
const patternShape = /^[^{}]*(?:\{yyyy\}[^{}]*)?\{0{1,9}\}[^{}]*(?:\{yyyy\}[^{}]*)?$/;

export function isNumberPattern(pattern: string): boolean {
  return pattern.length <= 60 && patternShape.test(pattern) && pattern.split('{yyyy}').length <= 2;
}

export function numberText(pattern: string, values: { readonly year: string; readonly n: number }): string {
  return pattern.replace('{yyyy}', values.year).replace(/\{(0+)\}/, (_, zeros: string) => String(values.n).padStart(zeros.length, '0'));
}

/** Complaints use the organisation's pattern; other series one of their own, so that no two cases share a number. A pattern with a year begins anew each year. */
export function seriesOf(
  series: string,
  settings: Pick<OrganisationDocument, 'numberPattern' | 'numberPatterns'>,
  year: string,
): { readonly series: string; readonly pattern: string } {
  const own = Object.hasOwn(settings.numberPatterns, series) ? settings.numberPatterns[series] : undefined;
  const pattern =
    own ?? (series === 'complaint' ? settings.numberPattern : `${series.slice(0, 1).toUpperCase()}-${settings.numberPattern}`);
  return { series: pattern.includes('{yyyy}') ? `${series}:${year}` : series, pattern };
}
