import type { AnyMachineSnapshot } from 'xstate';
import type { CaseState, Snapshot } from '../case-state.ts';
import { own } from '../compile/own.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { activeIds } from './actor-scope.ts';
import { changedFields, dataProblem } from './check-data.ts';
import { settlePauses, stopAllClocks } from './clocks.ts';
import { allHolders, holdingOf } from './exclusion.ts';
import { put } from './invocations.ts';
import { illegality } from './legality.ts';
import { letterEffects, type Rest } from './letter-effect.ts';
import { bytesOf, overLimit } from './limits.ts';
import { guarded } from './run-machine.ts';
import type { Effect, Step } from './step.ts';
import { settleTasks } from './tasks.ts';
import { settleTimers } from './timers.ts';
import type { PlainEffect, Work } from './work.ts';

/** The machine rests: due dates, tasks and letters follow, the result is checked, and the desk becomes the next state. */
export function finish(work: Work, snapshot: AnyMachineSnapshot): Result<Step, Refusal> {
  if (snapshot.status !== 'active' && snapshot.status !== 'done') {
    return refuse({ code: 'step-failed', reason: 'error-not-handled', at: '/machine', facts: { status: snapshot.status } });
  }
  const active = activeIds(snapshot);
  const illegal = illegality(work.compiled, active);
  if (illegal !== undefined)
    return refuse({ code: 'step-failed', reason: 'illegal-configuration', at: '/machine', facts: { state: illegal, active } });
  const settled = guarded(work, () => settle(work, active, snapshot.status === 'done'));
  return settled.ok ? close(work, snapshot, { active, effects: settled.value }) : settled;
}

/** An event that moved nothing in the machine: claims, moved timers, results nobody waits for. The machine's part of the state stays as it was. */
export function finishUnmoved(work: Work): Result<Step, Refusal> {
  return checked(
    work,
    { ...work.before, ...deskOf(work), snapshot: { ...work.before.snapshot, context: contextOf(work), ...childrenOf(work) } },
    [],
  );
}

function settle(work: Work, active: readonly string[], ended: boolean): readonly PlainEffect[] {
  if (ended) stopAllClocks(work);
  else settlePauses(work, active);
  settleTimers(work);
  settleTasks(work);
  const rest: Rest = { active, isIn: (id) => active.includes(id) };
  const effects: PlainEffect[] = work.before.revision === 0 ? [{ kind: 'number', series: work.compiled.definition.id }] : [];
  for (const request of work.requests) {
    if (request.ask === 'effect') effects.push(request.effect);
    if (request.ask !== 'letter') continue;
    const letters = letterEffects(work, request, rest);
    if (request.instance !== undefined) awaitLetters(work, request.instance, keysOf(work, effects.length, letters.length));
    effects.push(...letters);
  }
  return effects;
}

const keysOf = (work: Work, from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => keyOf(work, from + index));
const keyOf = (work: Work, index: number): string => `${work.before.caseId}:${work.revision}:${index}`;

/** A letter step is over when all its letters are out. */
function awaitLetters(work: Work, instance: string, letters: readonly string[]): void {
  for (const [step, invocation] of Object.entries(work.invocations))
    if (invocation.instance === instance) put(work, step, { ...invocation, letters });
}

function close(
  work: Work,
  snapshot: AnyMachineSnapshot,
  rest: { readonly active: readonly string[]; readonly effects: readonly PlainEffect[] },
): Result<Step, Refusal> {
  const ended = snapshot.status === 'done';
  const outcome = ended ? outcomeOf(work, rest.active) : undefined;
  const effects = ended ? [...rest.effects, ...endEffects(work, rest.effects, outcome)] : rest.effects;
  const state: CaseState = {
    ...work.before,
    ...deskOf(work),
    status: ended ? 'ended' : 'active',
    ...(outcome !== undefined && { outcome }),
    // Letters already on their way may still have to be printed and posted.
    ...(ended && { timers: [], tasks: work.tasks.filter((task) => task.kind === 'print') }),
    snapshot: persisted(work, snapshot, ended),
  };
  return checked(work, state, effects);
}

const outcomeOf = (work: Work, active: readonly string[]): string =>
  active
    .flatMap((id) => [...(work.compiled.states.get(id)?.definition.tags ?? [])])
    .find((tag) => tag.startsWith('outcome:'))
    ?.slice('outcome:'.length) ?? 'ended';

/** Sub-procedures still under way are stopped, and whoever started this case is told how it ended. */
function endEffects(work: Work, known: readonly PlainEffect[], outcome = 'ended'): readonly PlainEffect[] {
  const stopped = new Set(known.flatMap((effect) => (effect.kind === 'case.stop' ? [effect.instance] : [])));
  const stops = Object.entries(work.invocations).flatMap(([step, { src, status, instance }]): PlainEffect[] =>
    src === 'case' && status === 'active' && !stopped.has(instance) ? [{ kind: 'case.stop', step, instance }] : [],
  );
  const { parent } = work.before;
  if (!parent) return stops;
  const returns = Object.fromEntries((work.compiled.definition.returns ?? []).map((field) => [field, own(work.fields, field) ?? null]));
  const report: PlainEffect = {
    kind: 'case.report',
    to: parent.caseId,
    step: parent.step,
    instance: parent.instance,
    outcome,
    returns,
    keptAway: allHolders(holdingOf(work)),
  };
  return [...stops, report];
}

const deskOf = (work: Work): Partial<CaseState> & Pick<CaseState, 'revision' | 'updatedAt'> => ({
  revision: work.revision,
  updatedAt: work.event.at,
  tasks: work.tasks,
  timers: work.timers,
  clocks: work.clocks,
  performedBy: work.performedBy,
  records: work.records,
  keptAway: work.keptAway,
  ...(work.number !== undefined && { number: work.number }),
});

const contextOf = (work: Work): JsonObject => ({ ...work.fields, ...(Object.keys(work.visits).length > 0 && { _visits: work.visits }) });

/** As XState stores it, with our fields as context and the awaited instance in each child. */
function persisted(work: Work, snapshot: AnyMachineSnapshot, ended: boolean): Snapshot {
  snapshot.context = {};
  const { value, historyValue }: { value: Json; historyValue?: Json } = JSON.parse(
    JSON.stringify(work.compiled.machine.getPersistedSnapshot(snapshot)),
  );
  return {
    status: snapshot.status,
    value,
    context: contextOf(work),
    ...(historyValue !== undefined && { historyValue }),
    ...(ended ? { children: {} } : childrenOf(work)),
  };
}

/** XState's children are our open tasks and what is under way. */
function childrenOf(work: Work): { readonly children: JsonObject } {
  const children: { [step: string]: Json } = {};
  for (const { step, kind } of work.tasks) if (kind === 'work') children[step] = { src: 'task', snapshot: { status: 'active' } };
  for (const [step, { src, instance, status, letters, out }] of Object.entries(work.invocations)) {
    children[step] = {
      src,
      snapshot: {
        status: 'active',
        instance,
        ...(status !== 'active' && { ended: status }),
        ...(letters && { letters }),
        ...(out && { out }),
      },
    };
  }
  return { children };
}

function checked(work: Work, state: CaseState, plain: readonly PlainEffect[]): Result<Step, Refusal> {
  const changed = changedFields(work.before.snapshot.context, work.fields);
  const problem = dataProblem(work.compiled, work.fields, changed);
  if (problem) return refuse(problem);
  const over =
    overLimit('tasks', state.tasks.length) ??
    overLimit('timers', state.timers.length) ??
    overLimit('effects', plain.length) ??
    (changed.length > 0 ? overLimit('dataBytes', bytesOf(work.fields)) : undefined);
  if (over) return refuse(over);
  const effects = plain.map((effect, index): Effect => ({ key: keyOf(work, index), ...effect }));
  const filed = work.records.filter((filing) => filing.revision === work.revision).map((filing) => filing.record);
  return ok({ state, effects, trace: work.microsteps, changed, filed });
}
