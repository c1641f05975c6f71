import { bodyParser } from '@koa/bodyparser';
import { ok, type Result, refuse } from '@redress/engine';
import type { Context } from 'koa';
import type { HttpRefusal } from './http-refusal.ts';
import { bodyLimits, type Route } from './route.ts';
import { forbiddenKey, type ShapeCheck, shapeCheck } from './shape-check.ts';

export type ReadBody = (ctx: Context) => Promise<Result<unknown, HttpRefusal>>;

/** How the body of a route is read: as JSON of its shape, as bytes, or not at all; never more of it than its limit. */
export function bodyReader(route: Route): ReadBody {
  if (route.body === undefined) return async () => ok(undefined);
  if (route.body === 'bytes') return (ctx) => readBytes(ctx, route);
  const check = shapeCheck(route.body);
  const parse = bodyParser({ enableTypes: ['json'], jsonLimit: bodyLimits[route.limit], jsonStrict: true });
  return (ctx) => readJson(ctx, route, { check, parse });
}

const tooLarge = ({ limit }: Route) => refuse({ code: 'body-too-large', limit, most: bodyLimits[limit] } as const);

async function readJson(
  ctx: Context,
  route: Route,
  { check, parse }: { readonly check: ShapeCheck; readonly parse: ReturnType<typeof bodyParser> },
): Promise<Result<unknown, HttpRefusal>> {
  if (route.bodyOptional && sentNothing(ctx)) return ok({});
  if (!ctx.is('json')) return refuse({ code: 'body-not-json' });
  try {
    await parse(ctx as never, async () => undefined);
  } catch (error) {
    return error instanceof Error && 'status' in error && error.status === 413 ? tooLarge(route) : refuse({ code: 'body-not-json' });
  }
  const body: unknown = ctx.request.body;
  const forbidden = route.limit === 'definition' ? undefined : forbiddenKey(body); // A definition is kept as text and has its own parser.
  const problems = forbidden ? [forbidden] : check(body);
  return problems.length === 0 ? ok(body) : refuse({ code: 'request-invalid', problems });
}

/** Stops at the first byte too many, and leaves the connection open: the sender is to read why. */
async function readBytes(ctx: Context, route: Route): Promise<Result<Buffer, HttpRefusal>> {
  const most = bodyLimits[route.limit];
  if ((ctx.request.length ?? 0) > most) return tooLarge(route);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of ctx.req.iterator({ destroyOnReturn: false })) {
      size += part.length;
      if (size > most) break;
      parts.push(part);
    }
  } catch {
    return refuse({ code: 'failed' }); // The sender is gone: nobody reads this.
  }
  if (size <= most) return ok(Buffer.concat(parts, size));
  ctx.req.resume(); // The rest is let through unread, or the connection would stand still.
  return tooLarge(route);
}

const sentNothing = (ctx: Context): boolean => ctx.get('Transfer-Encoding') === '' && (ctx.request.length ?? 0) === 0;
