import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isNarrow } from '../base/use-narrow.ts';

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
