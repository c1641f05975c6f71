import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** What a file weighs, in the reader's digits and units. */
export function useSizeWords(): (bytes: number) => string {
  const intl = useIntl();
  return useMemo(() => (bytes) => sizeWords(intl, bytes), [intl]);
}

function sizeWords(intl: Pick<IntlShape, 'formatNumber'>, bytes: number): string {
  const [unit, size] = bytes < megabyte ? (['kilobyte', bytes / kilobyte] as const) : (['megabyte', bytes / megabyte] as const);
  return intl.formatNumber(Math.max(size, 0.1), { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 });
}
