import type { ClockState, Timer } from '../case-state.ts';
import type { CompiledClock, Place } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import type { Result } from '../result.ts';
import { extendClock, isResting, pauseClock, resumeClock, startClock, stopClock, wakesOf } from '../time/clock.ts';
import type { TimeRefusal } from '../time/term.ts';
import { fail } from './scope-of.ts';
import { termOf } from './terms.ts';
import type { Work } from './work.ts';

/** A step or stage is entered: its visit is counted, its tags start and stop clocks; coming home begins counts and clocks anew. */
export function enterState(work: Work, id: string): void {
  const state = work.compiled.states.get(id);
  if (!state) return;
  if (work.compiled.definition.home === id) beginRound(work);
  if (state.maxVisits !== undefined) work.visits = { ...work.visits, [id]: (own(work.visits, id) ?? 0) + 1 };
  for (const clock of work.compiled.clocks.values()) {
    const known = own(work.clocks, clock.id);
    if (!known && clock.definition.starts.some((tag) => state.tags.has(tag))) start(work, clock);
    if (clock.definition.stops.some((tag) => state.tags.has(tag))) stopRunning(work, clock.id);
  }
}

function beginRound(work: Work): void {
  work.visits = {};
  work.clocks = {};
  work.timers = work.timers.filter((timer) => timer.step !== undefined);
}

/** Clocks begun by the beginning of a case count from the day the complaint was received, which may be long past. */
function start(work: Work, clock: CompiledClock): void {
  const from = work.before.revision === 0 ? work.before.startedAt : work.event.at;
  const term = termOf(work, { delay: clock.definition.limit, fields: work.fields, state: '' });
  put(work, clock.id, known(work, clock.id, startClock(clock.definition, term, from, work.calendars)));
}

export function stopRunning(work: Work, id: string): void {
  const clock = own(work.clocks, id);
  if (clock && clock.stoppedAt === undefined) put(work, id, stopClock(clock, work.event.at));
}

/** Nobody extends in silence: the letter goes with it. Where nothing can be extended nothing happens and nobody is told. */
export function extend(work: Work, id: string, place: Place): void {
  const clock = own(work.clocks, id);
  const definition = work.compiled.clocks.get(id)?.definition;
  if (!clock || !definition?.extension) return;
  const { limit, letter } = definition.extension;
  const extended = known(
    work,
    id,
    extendClock(definition, clock, termOf(work, { delay: limit, fields: work.fields, state: '' }), work.event.at, work.calendars),
  );
  if (extended === clock) return;
  put(work, id, extended);
  work.requests.push({ ask: 'letter', place, letter, to: own(work.compiled.definition.letters, letter)?.to ?? [], fields: work.fields });
}

/** Once the machine rests: service clocks rest while a pausing step is active. */
export function settlePauses(work: Work, active: readonly string[]): void {
  const tags = new Set(active.flatMap((id) => [...(work.compiled.states.get(id)?.tags ?? [])]));
  for (const clock of work.compiled.clocks.values()) {
    const state = own(work.clocks, clock.id);
    const pausing = clock.definition.pausesIn;
    if (!state || !pausing || state.stoppedAt !== undefined) continue;
    const rests = pausing.some((tag) => tags.has(tag));
    if (rests && !isResting(state)) put(work, clock.id, pauseClock(clock.definition, state, work.event.at));
    if (!rests && isResting(state)) put(work, clock.id, known(work, clock.id, resumeClock(state, work.event.at, work.calendars)));
  }
}

/** The end of a case stops every clock. */
export function stopAllClocks(work: Work): void {
  for (const id of Object.keys(work.clocks)) stopRunning(work, id);
}

export function put(work: Work, id: string, state: ClockState): void {
  if (own(work.clocks, id) === state) return;
  work.clocks = { ...work.clocks, [id]: state };
  work.clocksTouched.add(id);
}

/** Wake-ups of the clocks that changed; those of the others stay as they are. */
export function clockTimers(work: Work, firstSeq: number): readonly Timer[] {
  const timers: Timer[] = [];
  for (const id of work.clocksTouched) {
    const clock = work.compiled.clocks.get(id);
    const state = own(work.clocks, id);
    if (!clock || !state) continue;
    for (const wake of known(work, id, wakesOf(clock.definition, state, work.calendars))) {
      const event = `clock.${id}.${wake.kind}`;
      timers.push({
        id: wake.kind === 'warn' ? `${event}.${wake.percent}` : event,
        event,
        dueAt: wake.at,
        armedAt: work.event.at,
        armedRevision: work.revision,
        seq: firstSeq + timers.length,
      });
    }
  }
  return timers;
}

/** The clock of a timer `clock.<id>.due` or `clock.<id>.warn.<percent>`. */
export const clockOf = (timer: string): string | undefined => (timer.startsWith('clock.') ? timer.split('.')[1] : undefined);

const known = <Value>(work: Work, id: string, result: Result<Value, TimeRefusal>): Value =>
  result.ok
    ? result.value
    : fail(
        work,
        { reason: 'delay-not-finite', facts: { clock: id, problem: result.refusal.code, ...result.refusal.facts } },
        `/clocks/${id}`,
      );
