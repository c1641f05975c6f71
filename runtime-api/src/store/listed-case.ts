import type { CaseState } from '@redress/engine';
import { snapshotOf, tasksOf } from './case-state.ts';
import type { CaseDocument } from './models/case.ts';

/**
 * What lists read of a case: their row, and what decides who may see it. Its timers, clocks, records and words to be found by, and what is on its way to
 * be copied, are more than half of a case and no row shows them.
 */
const fields = [
  '_id',
  'organisation',
  'definition',
  'revision',
  'status',
  'outcome',
  'number',
  'businessKey',
  'startedAt',
  'createdAt',
  'updatedAt',
  'states',
  'title',
  'severity',
  'snapshot',
  'tasks',
  'performedBy',
  'keptAway',
  'dueSort',
  'incidents',
  'failedAt',
  'parent',
] as const satisfies readonly (keyof CaseDocument)[];

export type ListedCase = Pick<CaseDocument, (typeof fields)[number]>;

export const listedFields: { readonly [field: string]: 1 } = Object.fromEntries(fields.map((field) => [field, 1]));
/** A search by words also looks at those. */
export const searchedFields: { readonly [field: string]: 1 } = { ...listedFields, searchKeys: 1 };

/** What of the engine's state decides who may see a case. */
export type SeenState = Pick<CaseState, 'snapshot' | 'tasks' | 'performedBy' | 'keptAway'>;

export const seenState = (document: ListedCase): SeenState => ({
  snapshot: snapshotOf(document),
  tasks: tasksOf(document),
  performedBy: document.performedBy as unknown as SeenState['performedBy'],
  keptAway: document.keptAway as unknown as SeenState['keptAway'],
});
