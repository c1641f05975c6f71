import { useCallback, useEffect, useRef, useState } from 'react';
import { lookAgain, type Shown, type SteadyRows, steadied } from './steady-rows.ts';

export interface HeldRows<Row> {
  readonly shown: Shown<Row>;
  /** Takes over what the server has now. */
  readonly show: () => void;
}
const nothing: Shown<never> = { rows: [], fresh: new Set() };

/**
 * Rows of a live list, held as they were first seen until the reader asks. `latest` is what the server has, `undefined` while it is first
 * asked; another `list` (filter, sort, tab) starts anew, and more pages of the same list are appended.
 */
export function useHeldRows<Row extends { readonly id: string }>(
  latest: readonly Row[] | undefined,
  list: string,
  pages: number,
): HeldRows<Row> {
  const [held, setHeld] = useState<{ readonly list: string; readonly pages: number; readonly shown: Shown<Row> }>();
  const now = useRef({ latest, list, pages });
  useEffect(() => {
    now.current = { latest, list, pages };
  });
  useEffect(() => {
    if (!latest) return;
    setHeld((before) => {
      if (before?.list !== list) return { list, pages, shown: lookAgain(undefined, latest) };
      return before.pages < pages ? { list, pages, shown: appended(before.shown, latest) } : before;
    });
  }, [latest, list, pages]);
  const show = useCallback(() => {
    const { latest: rows, ...named } = now.current;
    if (rows) setHeld((before) => ({ ...named, shown: lookAgain(before?.shown, rows) }));
  }, []);
  return { shown: held?.list === list ? held.shown : { ...nothing, rows: latest ?? [] }, show };
}

/** The same with each row as it is now, and marks for what is new and what is gone. */
export function useSteadyRows<Row extends { readonly id: string }>(
  latest: readonly Row[] | undefined,
  list: string,
  pages: number,
): SteadyRows<Row> & { readonly show: () => void } {
  const { shown, show } = useHeldRows(latest, list, pages);
  return { ...steadied(shown, latest ?? shown.rows), show };
}

/** A further page goes below; what stands stays. */
function appended<Row extends { readonly id: string }>(shown: Shown<Row>, latest: readonly Row[]): Shown<Row> {
  const known = new Set(shown.rows.map((row) => row.id));
  return { rows: [...shown.rows, ...latest.filter((row) => !known.has(row.id))], fresh: shown.fresh };
}
