import { deliver } from '../deliver.ts';
import { bodyHash } from '../event-id.ts';
import type { Ports } from '../ports.ts';
import { sideBySide } from '../side-by-side.ts';
import type { CaseDocument } from '../store/models/case.ts';
import type { JournalLine } from '../store/models/journal.ts';

const batchMax = 100;
/** Cases told at the same time: whoever changed the calendar waits for the count. */
const atOnceMax = 16;

/** Open deadlines that moved, and in how many cases. */
export interface Replanned {
  readonly cases: number;
  readonly deadlines: number;
}

export interface CalendarChange {
  readonly organisation: string;
  readonly calendar: string;
  readonly version: number;
  /** Only cases that had an event since then (UTC ISO): another server may have decided it by the calendar it still had in memory. */
  readonly changedSince?: string;
}

/**
 * Tells every open case that a calendar changed, each by an event of its own, and counts the deadlines that moved. The event's id is made of the
 * calendar's version: told twice, counted once.
 */
export async function replan(change: CalendarChange, ports: Ports): Promise<Replanned> {
  const { organisation, changedSince } = change;
  const which = { organisation, status: 'active' as const, ...(changedSince === undefined ? {} : { updatedAt: { $gte: changedSince } }) };
  let [cases, deadlines, last] = [0, 0, ''];
  for (;;) {
    const batch = await ports.store.cases
      .find({ ...which, _id: { $gt: last } }, { timers: 1, revision: 1 })
      .sort({ _id: 1 })
      .limit(batchMax)
      .lean<Pick<CaseDocument, '_id' | 'timers' | 'revision'>[]>();
    const told = changedSince === undefined ? new Set() : await toldLast(batch, change, ports);
    await sideBySide(batch, atOnceMax, async (before) => {
      const moved = told.has(before._id) ? 0 : await replanCase(before, change, ports);
      deadlines += moved;
      if (moved > 0) cases += 1;
    });
    if (batch.length < batchMax) return { cases, deadlines };
    last = batch.at(-1)?._id ?? last;
  }
}

/** Those to which nothing happened since they were told: nobody decided anything in them by an old calendar. */
async function toldLast(
  batch: readonly Pick<CaseDocument, '_id' | 'revision'>[],
  change: CalendarChange,
  { store }: Pick<Ports, 'store'>,
): Promise<ReadonlySet<string>> {
  const last = batch.map(({ _id, revision }) => `${_id}:${revision}`);
  const lines = await store.journal
    .find({ organisation: change.organisation, _id: { $in: last } }, { caseId: 1, eventId: 1 })
    .lean<Pick<JournalLine, 'caseId' | 'eventId'>[]>();
  return new Set(lines.filter(({ eventId }) => eventId === eventOf(change)).map(({ caseId }) => caseId));
}

const eventOf = ({ calendar, version }: CalendarChange): string => `calendar:${calendar}:${version}`;

async function replanCase(before: Pick<CaseDocument, '_id' | 'timers'>, change: CalendarChange, ports: Ports): Promise<number> {
  const { organisation, calendar, changedSince } = change;
  const payload = { calendar };
  const told = await deliver(
    {
      organisation,
      caseId: before._id,
      type: 'calendar.changed',
      id: `${eventOf(change)}${changedSince === undefined ? '' : ':again'}`,
      bodyHash: bodyHash('calendar.changed', payload),
      payload,
    },
    ports,
  );
  if (!told.ok) {
    if (told.refusal.code !== 'case-ended') ports.log.warn({ case: before._id, code: told.refusal.code }, 'a case could not be re-planned');
    return 0;
  }
  if (told.value.seen) return 0;
  const after = await ports.store.cases.findOne({ organisation, _id: before._id }, { timers: 1 }).lean<Pick<CaseDocument, 'timers'>>();
  return movedTimers(before.timers, after?.timers ?? []);
}

function movedTimers(before: readonly unknown[], after: readonly unknown[]): number {
  const due = new Map(before.map(dueOf));
  return after.map(dueOf).filter(([id, at]) => due.has(id) && due.get(id) !== at).length;
}

function dueOf(timer: unknown): readonly [string, string] {
  if (timer === null || typeof timer !== 'object' || !('id' in timer) || !('dueAt' in timer)) return ['', ''];
  return [String(timer.id), String(timer.dueAt)];
}
