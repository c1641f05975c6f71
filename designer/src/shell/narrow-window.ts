import { useRouter } from '@tanstack/react-router';
import { useCallback, useSyncExternalStore } from 'react';

declare module '@tanstack/history' {
  interface HistoryState {
    /** What is open was opened from the list before it, in whose place it stands. */
    readonly ownPage?: boolean;
  }
}

interface How {
  readonly replace: boolean;
  readonly state: true | ((before: object) => { readonly ownPage: true });
}

/**
 * Where a window has no room for a list and for what is opened from it, that is a page of its own: the browser's way back, a gesture on a phone,
 * closes it. `widest`: the width in em up to which the styles of the page have it so.
 */
export function useOwnPage(widest: number) {
  const router = useRouter();
  return useCallback(
    ({ open, next }: { readonly open: string | undefined; readonly next: string | undefined }, go: (how: How) => void): void => {
      const opens = open === undefined && next !== undefined;
      const closes = open !== undefined && next === undefined;
      if (opens && isNarrow(widest)) go({ replace: false, state: (before) => ({ ...before, ownPage: true }) });
      else if (closes && router.state.location.state.ownPage) router.history.back();
      else go({ replace: true, state: true });
    },
    [router, widest],
  );
}

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
