import { advance, cancelCase, type Definition, type Event, ok, type Result, type Step } from '@redress/engine';
import type { CaseEvent } from './case-event.ts';
import { openEffectIncident, parked } from './incidents/park.ts';
import { retried, sentAfterAll, skipped } from './incidents/resolve.ts';
import type { LoadedCase, Ports } from './ports.ts';
import type { Refusal } from './refusal.ts';
import type { CaseIncident } from './store/models/case.ts';
import type { UnsettledEffect } from './store/unsettled.ts';

/** What one event does to a case, before anything is written. */
export interface Decision {
  readonly step: Step;
  readonly described?: Definition;
  /** The whole list, if it changes. */
  readonly incidents?: readonly CaseIncident[];
  readonly incident?: string;
  readonly decided?: readonly UnsettledEffect[];
}

/**
 * Asks the engine. A person's failing event is refused and changes nothing; one of our own workers (no `by`), or of another case, is parked as an
 * incident, so that the rest of the case goes on. Cancelling and skipping need no definition.
 */
export async function decide(event: CaseEvent, timed: Event, loaded: LoadedCase, ports: Ports): Promise<Result<Decision, Refusal>> {
  if (event.type === 'case.cancel') return cancelled(event, timed, loaded, ports);
  if (event.type === 'incident.skip') return skipped(timed, loaded);
  if (event.type === 'incident.opened') return openEffectIncident(timed, loaded);

  const runnable = await ports.definitions.of(event.organisation, loaded.document.definition);
  const ours = event.by === undefined || (event.hops ?? 0) > 0;
  if (!runnable.ok) return ours ? parked(timed, loaded, runnable.refusal) : runnable;
  if (event.type === 'incident.retry') return retried(timed, loaded, runnable.value);

  const step = advance(runnable.value.compiled, loaded.state, timed, runnable.value.calendars);
  if (step.ok) return ok({ step: step.value, described: runnable.value.definition, ...sentAfterAll(timed, loaded, step.value) });
  return ours && isFailure(step.refusal, event.type) ? parked(timed, loaded, step.refusal) : step;
}

/** The definition failed, as opposed to an event that came too late or to the wrong case. A due timer that nobody takes would come for ever. */
function isFailure(refusal: Refusal, type: string): boolean {
  if (refusal.code === 'step-failed' || refusal.code === 'limit' || refusal.code === 'payload-invalid') return true;
  return refusal.code === 'event-not-accepted' && (type === 'timer.fire' || type.startsWith('clock.'));
}

/** Works although the definition no longer runs; with it the parent also gets the fields it hands over. What had failed before no longer matters. */
async function cancelled(event: CaseEvent, timed: Event, loaded: LoadedCase, ports: Ports): Promise<Result<Decision, Refusal>> {
  const runnable = await ports.definitions.of(event.organisation, loaded.document.definition);
  const step = cancelCase(loaded.state, timed, runnable.ok ? runnable.value.definition : undefined);
  if (!step.ok) return step;
  const { revision } = step.value.state;
  const decided = loaded.document.incidents.flatMap((incident): UnsettledEffect[] =>
    incident.kind === 'effect' ? [{ revision, skip: incident.what, at: timed.at }] : [],
  );
  return ok({ step: step.value, incidents: [], ...(decided.length === 0 ? {} : { decided }) });
}
