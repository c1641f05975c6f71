import { ok, type Result, refuse } from '@redress/engine';
import { installation } from '../store/models/people-models.ts';
import { isDuplicate } from '../store/store-error.ts';
import { type Desk, hoursMs, instant } from './desk.ts';
import type { PeopleRefusal } from './refusal.ts';
import { hashOf } from './secret.ts';

interface Measure {
  /** Failures without any delay. */
  readonly free: number;
  readonly longestMs: number;
}
/** By e-mail and address the delay grows to a quarter of an hour; by e-mail alone it stays short, so that no stranger shuts somebody out for good. */
const measures = {
  'email-and-address': { free: 3, longestMs: 900_000 },
  email: { free: 20, longestMs: 60_000 },
  address: { free: 30, longestMs: 300_000 },
  /** Wrong one-time codes and wrong present passwords, by address or person. */
  code: { free: 10, longestMs: 60_000 },
} as const satisfies Record<string, Measure>;
export type AttemptKey = {
  readonly kind: keyof typeof measures;
  readonly value: string;
};

const delayMs = (failures: number, { free, longestMs }: Measure) =>
  failures < free ? 0 : Math.min(longestMs, 1000 * 2 ** Math.min(failures - free, 20));

/**
 * Counts a failure before the password is looked at, so that a hundred attempts at once are one; `clearAttempts` takes it back after success.
 * Refused while the delay of earlier failures runs.
 */
export async function registerAttempt(desk: Desk, key: AttemptKey): Promise<Result<void, PeopleRefusal>> {
  for (let again = 0; again < 10; again += 1) {
    const counted = await countOnce(desk, key);
    if (counted) return counted;
  }
  return refuse({ code: 'too-many-attempts', retryAfterSeconds: 1 });
}

/** Nothing if somebody else counted meanwhile: look again. */
async function countOnce({ models, clock }: Desk, key: AttemptKey): Promise<Result<void, PeopleRefusal> | undefined> {
  const now = clock.now();
  const measure = measures[key.kind];
  const _id = hashOf('attempt', key.kind, key.value);
  const before = await models.attempts.findOne({ _id, organisation: installation }).lean();
  if (before && before.notBefore > now)
    return refuse({
      code: 'too-many-attempts',
      retryAfterSeconds: Math.ceil((before.notBefore - now) / 1000),
    });

  const failures = (before && Date.parse(before.expiresAt) > now ? before.failures : 0) + 1;
  const next = {
    failures,
    notBefore: now + delayMs(failures, measure),
    expiresAt: instant(now + hoursMs(24)),
  };
  if (before) {
    const won = await models.attempts.updateOne(
      {
        _id,
        organisation: installation,
        failures: before.failures,
        notBefore: before.notBefore,
      },
      { $set: next },
    );
    return won.matchedCount === 1 ? ok(undefined) : undefined;
  }
  try {
    await models.attempts.create({ _id, organisation: installation, ...next });
    return ok(undefined);
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}

export async function clearAttempts({ models }: Desk, key: AttemptKey): Promise<void> {
  await models.attempts.deleteOne({
    _id: hashOf('attempt', key.kind, key.value),
    organisation: installation,
  });
}
