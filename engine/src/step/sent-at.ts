import type { Json } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import { instantOf } from '../time/local-date.ts';

/** People note whole minutes, and the clock on their desk may be a little ahead. */
const leewayMs = 60_000;

/** When a letter was sent, as whoever sent it says: not before it was written, and not later than now (both UTC ISO). Nothing if that can be. */
export function refuseSentAt(said: Json, { writtenAt, now }: { readonly writtenAt: string; readonly now: string }): Refusal | undefined {
  const at = typeof said === 'string' ? instantOf(said) : undefined;
  if (at === undefined) return { code: 'payload-invalid', facts: { sentAt: 'instant' } };
  const possible = at > Date.parse(writtenAt) - leewayMs && at <= Date.parse(now) + leewayMs;
  return possible ? undefined : { code: 'sent-at-impossible', sentAt: String(said), writtenAt, now };
}
