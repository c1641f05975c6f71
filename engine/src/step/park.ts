import type { CaseState } from '../case-state.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { Event } from '../event.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import { clockOf } from './clocks.ts';
import type { Step } from './step.ts';

/**
 * Sets aside an event that cannot be taken (`step-failed`), so that the rest of the case goes on: its timer stops waking, everything else stays
 * as it was. `incident.retry {event}` delivers it again, `incident.skip` lets it be. Needs no running definition.
 */
export function park(_compiled: Compiled | undefined, state: CaseState, event: Event): Result<Step, Refusal> {
  if (state.status !== 'active')
    return refuse({ code: 'case-ended', status: state.status, ...(state.outcome !== undefined && { outcome: state.outcome }) });
  const named = event.payload?.timer;
  const clock = clockOf(event.type);
  const timers = state.timers.filter((timer) =>
    clock === undefined ? timer.id !== named : timer.event !== event.type || (named !== undefined && timer.id !== named),
  );
  return {
    ok: true,
    value: {
      state: { ...state, revision: state.revision + 1, updatedAt: later(event.at, state.updatedAt), timers },
      effects: [],
      trace: [],
      changed: [],
      filed: [],
    },
  };
}

const later = (one: string, other: string): string => (other > one ? other : one);
