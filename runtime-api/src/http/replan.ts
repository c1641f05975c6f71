import { deliver } from '../deliver.ts';
import { bodyHash } from '../event-id.ts';
import type { CaseDocument } from '../store/models/case.ts';
import type { Office } from './office.ts';

const batchMax = 100;

export interface Replanned {
  readonly cases: number;
  readonly deadlines: number;
}

/**
 * Tells every open case that a calendar changed, each by an event of its own, and counts the deadlines that moved. The event's id is made of the
 * calendar's version: told twice, counted once.
 */
export async function replan(
  office: Office,
  changed: { readonly organisation: string; readonly calendar: string; readonly version: number },
): Promise<Replanned> {
  const { organisation, calendar, version } = changed;
  let [cases, deadlines, last] = [0, 0, ''];
  for (;;) {
    const batch = await office.ports.store.cases
      .find({ organisation, status: 'active', _id: { $gt: last } }, { timers: 1, clocks: 1 })
      .sort({ _id: 1 })
      .limit(batchMax)
      .lean<Pick<CaseDocument, '_id' | 'timers' | 'clocks'>[]>();
    for (const before of batch) {
      const payload = { calendar };
      const told = await deliver(
        {
          organisation,
          caseId: before._id,
          type: 'calendar.changed',
          id: `calendar:${calendar}:${version}`,
          bodyHash: bodyHash('calendar.changed', payload),
          payload,
        },
        office.ports,
      );
      if (!told.ok) {
        if (told.refusal.code !== 'case-ended')
          office.ports.log.warn({ case: before._id, code: told.refusal.code }, 'a case could not be re-planned');
        continue;
      }
      const after = await office.ports.store.cases
        .findOne({ organisation, _id: before._id }, { timers: 1 })
        .lean<Pick<CaseDocument, 'timers'>>();
      const moved = movedTimers(before.timers, after?.timers ?? []);
      deadlines += moved;
      if (moved > 0) cases += 1;
    }
    if (batch.length < batchMax) return { cases, deadlines };
    last = batch.at(-1)?._id ?? last;
  }
}

function movedTimers(before: readonly unknown[], after: readonly unknown[]): number {
  const due = new Map(before.map(dueOf));
  return after.map(dueOf).filter(([id, at]) => due.has(id) && due.get(id) !== at).length;
}

function dueOf(timer: unknown): readonly [string, string] {
  if (timer === null || typeof timer !== 'object' || !('id' in timer) || !('dueAt' in timer)) return ['', ''];
  return [String(timer.id), String(timer.dueAt)];
}
