import type { MapMarks, Mark } from '../map/map-view.ts';
import type { ProcedureTree, TreeElement } from '../model/tree.ts';
import { rowsOf } from '../outline/use-outline.ts';
import type { ShownFailure } from './checked-draft.ts';

/** The run on the map and in the outline: what it passes with its numbers, where it breaks, where it stands now; everything else steps back. */
export function pathMarks(tree: ProcedureTree, { element, path }: ShownFailure, step: number): MapMarks {
  const steps = new Map<string, Mark>();
  const numbers = new Map<string, number[]>();
  const byPointer = new Map(rowsOf(tree).map((row) => [row.at, row] as const));
  const rows = new Map<string, Mark>([...byPointer.values()].map(({ address }) => [address, 'off-path']));
  const isStep = (id: string) => tree.byId.get(id)?.children.length === 0;
  for (const [index, passed] of path.entries()) {
    if (isStep(passed.step)) steps.set(passed.step, 'on-path');
    numbers.set(passed.step, [...(numbers.get(passed.step) ?? []), index + 1]);
    for (const at of passed.rows) {
      const row = byPointer.get(at);
      if (!row) continue;
      rows.set(row.address, 'on-path');
      if (isStep(row.source)) steps.set(row.source, 'on-path');
    }
  }
  const broken = byPointer.get(element);
  if (broken) rows.set(broken.address, 'breaks');
  const last = path.at(-1)?.step ?? element;
  if (isStep(last)) steps.set(last, 'breaks');
  // A stage in which it passes stays as it is.
  const isPassed = ({ children }: TreeElement): boolean => children.some((inner) => steps.has(inner.id) || isPassed(inner));
  const aside = [...tree.byId.values()].filter((found) => !steps.has(found.id) && !isPassed(found));
  for (const { id } of aside) steps.set(id, 'off-path');
  const now = path[step]?.step;
  return { steps, rows, numbers, ...(now === undefined ? {} : { now }) };
}
