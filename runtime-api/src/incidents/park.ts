import { type Actor, type Event, type JsonObject, ok, park, type Result } from '@redress/engine';
import type { Decision } from '../decide.ts';
import type { LoadedCase } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { CaseIncident } from '../store/models/case.ts';
import { reasonOf } from './reason-of.ts';
import { unmovedStep } from './unmoved-step.ts';

/** What is kept to try a parked event again. */
export interface ParkedEvent {
  readonly id: string;
  readonly type: string;
  readonly by?: Actor;
  readonly payload?: JsonObject;
}

/** A failing timer, result or message leaves the road by a commit of its own; the rest of the case goes on. */
export function parked(event: Event, loaded: LoadedCase, refusal: Refusal): Result<Decision, Refusal> {
  const set = park(undefined, loaded.state, event);
  const step = set.ok ? set.value : unmovedStep(loaded.state, event.at);
  const again: ParkedEvent = {
    id: event.id,
    type: event.type,
    ...(event.by === undefined ? {} : { by: event.by }),
    ...(event.payload === undefined ? {} : { payload: event.payload }),
  };
  const incident: CaseIncident = {
    id: incidentId(step.state.revision),
    at: event.at,
    kind: kindOf(event.type),
    what: whatFailed(event),
    reason: reasonOf(refusal),
    facts: JSON.stringify(refusal),
    retry: JSON.stringify(again),
  };
  return ok({
    step,
    incidents: [...loaded.document.incidents, incident],
    incident: incident.id,
  });
}

/** An effect has used up its attempts, or can never succeed: `incident.opened { effect, reason, facts }`, sent by the worker alone. */
export function openEffectIncident(event: Event, loaded: LoadedCase): Result<Decision, Refusal> {
  const step = unmovedStep(loaded.state, event.at);
  const effect = textOf(event.payload?.effect);
  const others = loaded.document.incidents.filter((incident) => incident.kind !== 'effect' || incident.what !== effect);
  const incident: CaseIncident = {
    id: incidentId(step.state.revision),
    at: event.at,
    kind: 'effect',
    what: effect,
    reason: textOf(event.payload?.reason),
    facts: JSON.stringify(event.payload?.facts ?? {}),
    retry: '{}',
  };
  return ok({ step, incidents: [...others, incident], incident: incident.id });
}

const incidentId = (revision: number): string => `i${revision}`;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function kindOf(type: string): CaseIncident['kind'] {
  if (type === 'timer.fire' || type.startsWith('clock.')) return 'timer';
  return type.includes('.') ? 'result' : 'message';
}

function whatFailed(event: Event): string {
  return textOf(event.payload?.timer) || textOf(event.payload?.step) || event.type;
}
