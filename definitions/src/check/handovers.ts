import type { FreeRow, Graph } from '@redress/engine';

/** Roles that tasks may go over to while they are open, by the step or stage (empty: the root) whose row hands them over. */
export type Handovers = ReadonlyMap<string, readonly string[]>;

/** To whom a row hands over the open tasks of its step or stage, at last; one that leads away leaves none open. */
export function handsOverTo({ target, row }: FreeRow): string | undefined {
  if (target !== undefined) return undefined;
  return row.actions?.flatMap((action) => (action.type === 'reassign' ? [action.params.to] : [])).at(-1);
}

export function handoversIn({ rows }: Graph): Handovers {
  const found = new Map<string, readonly string[]>();
  for (const row of rows.values()) {
    const to = handsOverTo(row);
    if (to !== undefined) found.set(row.source, [...(found.get(row.source) ?? []), to]);
  }
  return found;
}
