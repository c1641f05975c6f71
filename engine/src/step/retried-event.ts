import type { Actor, Event } from '../event.ts';
import type { Json } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { isObject } from './work.ts';

/** `incident.retry {event}`: the event that failed, delivered once more at the time of the retry. A timer that was parked counts although its row is gone. */
export function retriedEvent(event: Event): Result<Event, Refusal> {
  const original = event.payload?.event;
  if (
    !isObject(original) ||
    typeof original.type !== 'string' ||
    original.type.startsWith('incident.') ||
    original.type === 'case.cancel'
  ) {
    return refuse({ code: 'payload-invalid', facts: { event: 'event' } });
  }
  const { type, payload, id } = original;
  const by = actorOf(original.by);
  return ok({ id: typeof id === 'string' ? id : event.id, type, at: event.at, ...(by && { by }), ...(isObject(payload) && { payload }) });
}

function actorOf(value: Json | undefined): Actor | undefined {
  if (!isObject(value)) return undefined;
  const { person, service, roles, onBehalfOf } = value;
  return {
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    ...(typeof person === 'string' && { person }),
    ...(typeof service === 'string' && { service }),
    ...(typeof onBehalfOf === 'string' && { onBehalfOf }),
  };
}
