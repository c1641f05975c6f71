import { advance, type CaseState } from '@redress/engine';
import { deliver } from '../deliver.ts';
import { bodyHash } from '../event-id.ts';
import type { Ports } from '../ports.ts';
import { sideBySide } from '../side-by-side.ts';
import type { CaseDocument } from '../store/models/case.ts';

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
 * Tells every open case that counts by a calendar and whose dates change with it, each by an event of its own, and counts the deadlines that moved.
 * Where nothing moves nothing happened: no line. The event's id is made of the calendar's version: told twice, counted once.
 */
export async function replan(change: CalendarChange, ports: Ports): Promise<Replanned> {
  const { organisation, changedSince } = change;
  const which = { organisation, status: 'active' as const, ...(changedSince === undefined ? {} : { updatedAt: { $gte: changedSince } }) };
  let [cases, deadlines, last] = [0, 0, ''];
  for (;;) {
    const batch = await ports.store.cases
      .find({ ...which, _id: { $gt: last } }, { timers: 1, clocks: 1 })
      .sort({ _id: 1 })
      .limit(batchMax)
      .lean<Pick<CaseDocument, '_id' | 'timers' | 'clocks'>[]>();
    await sideBySide(batch, atOnceMax, async (before) => {
      const moved =
        countsBy(before, change.calendar) && (await moves(before._id, change, ports)) ? await replanCase(before, change, ports) : 0;
      deadlines += moved;
      if (moved > 0) cases += 1;
    });
    if (batch.length < batchMax) return { cases, deadlines };
    last = batch.at(-1)?._id ?? last;
  }
}

/** Whether anything of a case counts by this calendar: each timer and clock keeps the term it was made of. */
function countsBy({ timers, clocks }: Pick<CaseDocument, 'timers' | 'clocks'>, calendar: string): boolean {
  const running = clocks !== null && typeof clocks === 'object' ? Object.values(clocks) : [];
  return [...timers, ...running].some((one: unknown) => calendarOf(one) === calendar);
}

function calendarOf(counted: unknown): string | undefined {
  const { term } = counted as { readonly term?: { readonly calendar?: string } };
  return term?.calendar;
}

/** Whether any date of the case changes: the same decision that its event would make, of which nothing is kept. What cannot be decided is told, and parked there. */
async function moves(caseId: string, { organisation, calendar }: CalendarChange, ports: Ports): Promise<boolean> {
  const loaded = await ports.cases.load({ organisation, caseId }, true);
  if (!loaded.ok) return false;
  const { document, state } = loaded.value;
  const runnable = await ports.definitions.of(organisation, document.definition);
  if (!runnable.ok) return true;
  const at = new Date(Math.max(ports.clock.now(), Date.parse(state.updatedAt))).toISOString();
  const event = { id: 'asked', type, at, payload: { calendar } };
  const step = advance(runnable.value.compiled, state, event, runnable.value.calendars);
  return step.ok ? datesOf(step.value.state) !== datesOf(state) : step.refusal.code !== 'case-ended';
}

const datesOf = ({ timers, clocks, tasks }: CaseState): string =>
  JSON.stringify([
    timers.map(({ id, dueAt }) => [id, dueAt]).toSorted(),
    Object.entries(clocks).map(([id, { dueAt }]) => [id, dueAt]),
    tasks.map(({ id, dueAt }) => [id, dueAt]),
  ]);

const type = 'calendar.changed';
const eventOf = ({ calendar, version }: CalendarChange): string => `calendar:${calendar}:${version}`;

async function replanCase(before: Pick<CaseDocument, '_id' | 'timers'>, change: CalendarChange, ports: Ports): Promise<number> {
  const { organisation, calendar, changedSince } = change;
  const payload = { calendar };
  const told = await deliver(
    {
      organisation,
      caseId: before._id,
      type,
      id: `${eventOf(change)}${changedSince === undefined ? '' : ':again'}`,
      bodyHash: bodyHash(type, payload),
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
