import { useMemo } from 'react';
import type { CaseRow } from '../server/shapes/cases.ts';
import type { SteadyRow } from './steady-rows.ts';
import { useHeldRows } from './use-steady-rows.ts';

/**
 * The list of cases, held still: changed, new and vanished cases are counted, and shown when the reader asks ("3 changed – show").
 */
export function useCaseRows(
  latest: readonly CaseRow[] | undefined,
  list: string,
  pages: number,
): { readonly rows: readonly SteadyRow<CaseRow>[]; readonly changed: number; readonly show: () => void } {
  const { shown, show } = useHeldRows(latest, list, pages);
  const changed = useMemo(() => {
    const before = new Map(shown.rows.map((row) => [row.id, row.revision]));
    const now = new Set(latest?.map((row) => row.id));
    const moved = (latest ?? []).filter((row) => before.get(row.id) !== row.revision).length;
    return moved + shown.rows.filter((row) => !now.has(row.id)).length;
  }, [shown, latest]);
  const rows = useMemo(() => shown.rows.map((row) => (shown.fresh.has(row.id) ? { row, mark: 'new' as const } : { row })), [shown]);
  return { rows, changed: latest ? changed : 0, show };
}
