import { advance, type Event, type Json, ok, type Result, refuse, type Step } from '@redress/engine';
import type { Decision } from '../decide.ts';
import type { LoadedCase, Runnable } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { CaseIncident } from '../store/models/case.ts';
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
  const again: Json = JSON.parse(incident.retry);
  const step = advance(
    runnable.compiled,
    loaded.state,
    { id: event.id, type: 'incident.retry', at: event.at, payload: { event: again } },
    runnable.calendars,
  );
  if (step.ok) return ok({ step: step.value, described: runnable.definition, ...closed });
  // The step was left, the timer armed anew, the task ended: there is nothing left to try.
  const overtaken = step.refusal.code === 'stale' || step.refusal.code === 'task-gone' || step.refusal.code === 'case-ended';
  return overtaken ? ok({ step: unmovedStep(loaded.state, event.at), ...closed }) : step;
}

/** `letter.sent { letter }`: what no mail server took was sent by a person, and nothing is left to try again or to skip. */
export function sentAfterAll(event: Event, loaded: LoadedCase, { state }: Step): Pick<Decision, 'incidents' | 'decided'> {
  const { letter } = event.payload ?? {};
  const failed =
    event.type === 'letter.sent' ? loaded.document.incidents.find(({ kind, what }) => kind === 'effect' && what === letter) : undefined;
  if (failed === undefined) return {};
  return { incidents: without(loaded, failed), decided: [{ revision: state.revision, close: failed.what, at: event.at }] };
}

function incidentOf(event: Event, loaded: LoadedCase): Result<CaseIncident, Refusal> {
  const wanted = event.payload?.incident;
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
