import type { Performance } from '../case-state.ts';
import { own } from '../compile/own.ts';
import type { Work } from './work.ts';

/** Notes who did it, in which role and for whom: exclusions ask later. */
export function recordDoing(work: Work, under: string, role: string): void {
  const { person, onBehalfOf } = work.event.by ?? {};
  const doing: Performance = { role, ...(person !== undefined && { person }), ...(onBehalfOf !== undefined && { onBehalfOf }) };
  const before = own(work.performedBy, under) ?? [];
  const last = before.at(-1);
  // The same person once more says nothing new; a list that only grows would fill the case.
  if (last?.role === role && last.person === person && last.onBehalfOf === onBehalfOf) return;
  work.performedBy = { ...work.performedBy, [under]: [...before, doing] };
}
