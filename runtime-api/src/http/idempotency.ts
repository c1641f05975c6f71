import { ok, type Result, refuse } from '@redress/engine';
import { type Desk, hoursMs, instant, minutesMs } from '../people/desk.ts';
import { hashOf } from '../people/secret.ts';
import { isDuplicate } from '../store/store-error.ts';
import type { Caller } from './caller.ts';
import type { HttpRefusal } from './http-refusal.ts';
import type { Answer, Answered, Route } from './route.ts';

const keptForMs = hoursMs(24);
/** A first request that is not answered by then crashed: its key is free again. */
const workMs = minutesMs(1);

/**
 * The same key by the same caller on the same route is one request: a repeat gets the first answer, without what is shown only once.
 * Refused: the key with another body (`key-reused`), and a repeat while the first is still at work.
 */
export async function once(
  desk: Desk,
  caller: Caller,
  route: Route,
  request: { readonly key: string; readonly about: unknown },
  work: () => Promise<Answered>,
): Promise<Answered> {
  const _id = hashOf('kept-answer', caller.organisation, caller.key, route.operation, request.key);
  const bodyHash = hashOf(JSON.stringify(request.about));
  const claimed = await claim(desk, caller.organisation, _id, bodyHash);
  if (!claimed.ok) return claimed;
  if (claimed.value) return ok({ ...claimed.value, headers: { 'Idempotency-Replayed': 'true' } });
  let answered: Answered | undefined;
  try {
    answered = await work();
    return answered;
  } finally {
    // A refusal or a failure did nothing: the key is free for another try.
    if (answered?.ok) await keep(desk, caller.organisation, _id, withoutOnce(answered.value, route.once));
    else await desk.models.keptAnswers.deleteOne({ _id, organisation: caller.organisation });
  }
}

/** Nothing if the key is ours now, the first answer if it was used. */
async function claim(
  { models, clock }: Desk,
  organisation: string,
  _id: string,
  bodyHash: string,
): Promise<Result<Answer | undefined, HttpRefusal>> {
  const now = clock.now();
  try {
    await models.keptAnswers.create({ _id, organisation, bodyHash, expiresAt: instant(now + workMs) });
    return ok(undefined);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const first = await models.keptAnswers.findOne({ _id, organisation }).lean();
  if (!first) return refuse({ code: 'still-working' });
  if (first.expiresAt <= instant(now)) {
    const next = { $set: { bodyHash, expiresAt: instant(now + workMs) }, $unset: { status: 1, body: 1 } } as const;
    const taken = await models.keptAnswers.updateOne({ _id, organisation, expiresAt: first.expiresAt }, next);
    return taken.modifiedCount === 1 ? ok(undefined) : refuse({ code: 'still-working' });
  }
  if (first.bodyHash !== bodyHash) return refuse({ code: 'key-reused', id: _id });
  if (first.status === undefined) return refuse({ code: 'still-working' });
  const status = ([200, 201, 202, 204] as const).find((known) => known === first.status) ?? 200;
  return ok({ status, ...(first.body === undefined ? {} : { body: JSON.parse(first.body) }) });
}

async function keep({ models, clock }: Desk, organisation: string, _id: string, { status, body }: Answer): Promise<void> {
  await models.keptAnswers.updateOne(
    { _id, organisation },
    { $set: { status, expiresAt: instant(clock.now() + keptForMs), ...(body === undefined ? {} : { body: JSON.stringify(body) }) } },
  );
}

function withoutOnce(answer: Answer, names: readonly string[]): Answer {
  const { body } = answer;
  if (names.length === 0 || body === null || typeof body !== 'object') return answer;
  return {
    ...answer,
    body: Object.fromEntries(Object.entries(body).map(([name, value]) => [name, names.includes(name) ? undefined : value])),
  };
}
