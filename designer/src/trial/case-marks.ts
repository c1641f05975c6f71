import type { MapMarks, StoryMark } from '../map/map-view.ts';
import type { ProcedureTree } from '../model/tree.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { waysOf } from './trial-marks.ts';

/** Where a running case is on the map of its procedure, the way it took, and the ways that leave the steps in which it stands. */
export function caseMarks(tree: ProcedureTree, { steps: now, path, status }: Pick<CaseView, 'steps' | 'path' | 'status'>): MapMarks {
  const here = new Set(now.map(({ id }) => id));
  const walked = new Set(path.flatMap(({ from, to }) => [from, ...to]));
  const taken = new Set(path.map(({ at }) => at));
  const steps = new Map<string, StoryMark>(
    [...tree.byId.keys()].map((id) => [id, here.has(id) ? 'here' : walked.has(id) ? 'walked' : 'later']),
  );
  const rows = new Map<string, StoryMark>();
  for (const row of waysOf(tree)) {
    const leaves = status === 'active' && (row.source === '' || here.has(row.source));
    rows.set(row.address, taken.has(row.at) ? 'walked' : leaves ? 'next' : 'later');
    if (leaves && row.source !== '') for (const id of row.to) if (steps.get(id) === 'later') steps.set(id, 'next');
  }
  return { steps, rows };
}
