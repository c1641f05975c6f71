import { useMemo } from 'react';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useSeatIfAny } from '../shell/session.tsx';

/** The laws that the organisation chose, by id, and the day it is there: which of them are in force follows from it. */
export interface AskedLaws {
  readonly chosen: readonly string[];
  /** `2026-01-17`. */
  readonly day: string;
}
const none: readonly string[] = [];

export function useLaws(): AskedLaws {
  const chosen = useSeatIfAny()?.session.organisation.laws ?? none;
  const day = useDates().localDay(useNow());
  return useMemo(() => ({ chosen, day }), [chosen, day]);
}
