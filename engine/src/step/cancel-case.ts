import type { CaseState } from '../case-state.ts';
import { own } from '../compile/own.ts';
import type { Definition } from '../definition/definition.ts';
import type { Event } from '../event.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { stopClock } from '../time/clock.ts';
import { allHolders } from './exclusion.ts';
import type { Effect, Step } from './step.ts';
import { isObject, type PlainEffect } from './work.ts';

/**
 * Ends a case from outside the procedure: tasks, timers, clocks and sub-procedures go, the case that started it is told. Works from the state
 * alone, so that a case whose definition no longer runs can be ended too; with the definition the parent also gets the fields it hands over.
 */
export function cancelCase(state: CaseState, event: Event, definition?: Definition): Result<Step, Refusal> {
  if (state.status !== 'active')
    return refuse({ code: 'case-ended', status: state.status, ...(state.outcome !== undefined && { outcome: state.outcome }) });
  const revision = state.revision + 1;
  const clocks = Object.fromEntries(Object.entries(state.clocks).map(([id, clock]) => [id, stopClock(clock, event.at)]));
  const next: CaseState = {
    ...state,
    revision,
    status: 'cancelled',
    updatedAt: event.at,
    tasks: [],
    timers: [],
    clocks,
    snapshot: { ...state.snapshot, status: 'stopped', children: {} },
  };
  const plain = [...stops(state), ...reports(state, definition)];
  const effects = plain.map((effect, index): Effect => ({ key: `${state.caseId}:${revision}:${index}`, ...effect }));
  return ok({ state: next, effects, trace: [], changed: [], filed: [] });
}

function stops(state: CaseState): readonly PlainEffect[] {
  return Object.entries(state.snapshot.children ?? {}).flatMap(([step, child]): PlainEffect[] => {
    const instance = awaitedCase(child);
    return instance === undefined ? [] : [{ kind: 'case.stop', step, instance }];
  });
}

function awaitedCase(child: Json): string | undefined {
  if (!isObject(child) || child.src !== 'case' || !isObject(child.snapshot) || child.snapshot.ended !== undefined) return undefined;
  const { instance } = child.snapshot;
  return typeof instance === 'string' ? instance : undefined;
}

function reports(state: CaseState, definition: Definition | undefined): readonly PlainEffect[] {
  if (!state.parent) return [];
  const fields = state.snapshot.context;
  const returns: JsonObject = Object.fromEntries((definition?.returns ?? []).map((field) => [field, own(fields, field) ?? null]));
  const { caseId, step, instance } = state.parent;
  const holding = {
    performedBy: state.performedBy,
    tasks: state.tasks,
    keptAway: state.keptAway,
    fields,
    ...(definition && { definition }),
  };
  return [{ kind: 'case.report', to: caseId, step, instance, outcome: 'cancelled', returns, keptAway: allHolders(holding) }];
}
