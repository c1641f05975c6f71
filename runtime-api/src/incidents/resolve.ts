import { advance, type CaseState, type Event, ok, type Result, refuse } from '@redress/engine';
import type { Decision } from '../decide.ts';
import type { LoadedCase, Runnable } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { CaseIncident } from '../store/models/case.ts';
import type { ParkedEvent } from './park.ts';
import { unmovedStep } from './unmoved-step.ts';

/** `incident.skip { incident, reason }`: nobody tries again. Needs no definition. */
export function skipped(event: Event, loaded: LoadedCase): Result<Decision, Refusal> {
  const found = incidentOf(event, loaded);
  if (!found.ok) return found;
  const step = unmovedStep(loaded.state, event.at);
  const decision: Decision = {
    step,
    incidents: without(loaded, found.value),
    incident: found.value.id,
  };
  return ok(
    found.value.kind === 'effect'
      ? {
          ...decision,
          decided: [
            {
              revision: step.state.revision,
              skip: found.value.what,
              at: event.at,
            },
          ],
        }
      : decision,
  );
}

/** `incident.retry { incident }`: the same event at the present time. If it fails again, the person is told and the incident stays. */
export function retried(event: Event, loaded: LoadedCase, runnable: Runnable): Result<Decision, Refusal> {
  const found = incidentOf(event, loaded);
  if (!found.ok) return found;
  const incident = found.value;
  const closed = {
    incidents: without(loaded, incident),
    incident: incident.id,
  };
  if (incident.kind === 'effect') {
    const step = unmovedStep(loaded.state, event.at);
    return ok({
      step,
      ...closed,
      decided: [{ revision: step.state.revision, revive: incident.what, at: event.at }],
    });
  }
  const again = JSON.parse(incident.retry) as ParkedEvent;
  const state = withTimer(loaded.state, again, loaded.document.states);
  if (state === undefined) return ok({ step: unmovedStep(loaded.state, event.at), ...closed });
  const step = advance(
    runnable.compiled,
    state,
    {
      id: event.id,
      type: again.type,
      at: event.at,
      ...(again.payload === undefined ? {} : { payload: again.payload }),
    },
    runnable.calendars,
  );
  if (step.ok) return ok({ step: step.value, described: runnable.definition, ...closed });
  const overtaken = step.refusal.code === 'stale' || step.refusal.code === 'task-gone' || step.refusal.code === 'case-ended';
  return overtaken ? ok({ step: unmovedStep(loaded.state, event.at), ...closed }) : step;
}

/** The case with its parked timer back; undefined if the step was left or has armed the timer anew since. */
function withTimer(state: CaseState, again: ParkedEvent, active: readonly string[]): CaseState | undefined {
  const { timer } = again;
  if (timer === undefined) return state;
  if (state.timers.some((one) => one.id === timer.id)) return undefined;
  if (timer.step !== undefined && timer.step !== '' && !active.includes(timer.step)) return undefined;
  return { ...state, timers: [...state.timers, timer] };
}

function incidentOf(event: Event, loaded: LoadedCase): Result<CaseIncident, Refusal> {
  const wanted = event.payload?.['incident'];
  const found = loaded.document.incidents.find((incident) => incident.id === wanted);
  return found === undefined
    ? refuse({
        code: 'incident-not-found',
        incident: typeof wanted === 'string' ? wanted : '',
      })
    : ok(found);
}

const without = (loaded: LoadedCase, incident: CaseIncident): readonly CaseIncident[] =>
  loaded.document.incidents.filter((one) => one !== incident);
