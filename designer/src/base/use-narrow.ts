import { useCallback, useSyncExternalStore } from 'react';

/** As style sheets ask: `(max-width: …em)`. Where nobody can be asked, there is room. */
const queryOf = (widest: number): MediaQueryList | undefined =>
  typeof window.matchMedia === 'function' ? window.matchMedia(`(max-width: ${widest}em)`) : undefined;

/** Whether the window is no wider than so many em. */
export const isNarrow = (widest: number): boolean => queryOf(widest)?.matches ?? false;

/** The same, and told when it changes: what its style sheet hides there need not be drawn at all. */
export function useNarrow(widest: number): boolean {
  const listen = useCallback(
    (changed: () => void) => {
      const query = queryOf(widest);
      query?.addEventListener('change', changed);
      return () => query?.removeEventListener('change', changed);
    },
    [widest],
  );
  return useSyncExternalStore(listen, () => isNarrow(widest));
}
