import type { Context } from 'koa';
import type { HttpRefusal } from './http-refusal.ts';
import { statusOf } from './status-of.ts';

/** A refusal as RFC 9457 says it: a code and facts, no prose; `fields` points into the body. */
export function answerProblem(ctx: Context, refusal: HttpRefusal, reference: string): void {
  const { code, ...rest } = refusal;
  const { problems, ...facts } = { problems: undefined, ...rest };
  const status = statusOf[code];
  ctx.status = status;
  if ('retryAfterSeconds' in refusal) ctx.set('Retry-After', String(refusal.retryAfterSeconds));
  else if (status === 503) ctx.set('Retry-After', '1');
  if (status === 401 && code === 'not-signed-in') ctx.set('WWW-Authenticate', 'Bearer');
  const body = {
    type: `urn:redress:problem:${code}`,
    status,
    code,
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(problems ? { fields: problems } : {}),
    reference,
  };
  ctx.body = JSON.stringify(body);
  ctx.type = 'application/problem+json';
}
