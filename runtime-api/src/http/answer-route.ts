import { Readable } from 'node:stream';
import { ok, type Result, refuse } from '@redress/engine';
import type { Context, Middleware } from 'koa';
import { newId } from '../people/secret.ts';
import type { Caller } from './caller.ts';
import type { Crowd } from './crowd.ts';
import type { HttpRefusal } from './http-refusal.ts';
import { once } from './idempotency.ts';
import type { Office } from './office.ts';
import { holdersOf, isOpen, mayDo, scopeAllows } from './operations.ts';
import { checkOrigin } from './origin-check.ts';
import { answerProblem } from './problem.ts';
import { bodyReader } from './read-body.ts';
import { checkCsrf, recogniseCaller } from './recognise-caller.ts';
import { keyPattern, revisionPattern } from './request-heads.ts';
import type { Answer, Answered, Route } from './route.ts';
import { queryCheck, type ShapeCheck } from './shape-check.ts';

/** Door, right, shape, work, answer: every route goes this way, none has one of its own. */
export function answerRoute(route: Route, office: Office, crowd: Crowd): Middleware {
  const unsafe = route.method !== 'get';
  const readBody = bodyReader(route);
  const checkQuery = route.query && queryCheck(route.query);
  return async (ctx) => {
    ctx.state.operation = route.operation;
    // Bytes stay in memory until the route is done with them.
    const answered = route.body === 'bytes' ? ((await crowd.carry(() => go(ctx))) ?? refuse({ code: 'crowded' })) : await go(ctx);
    if (answered.ok) send(ctx, answered.value);
    else answerProblem(ctx, answered.refusal, ctx.state.reference);
  };

  async function go(ctx: Context): Promise<Answered> {
    if (route.canWait && crowd.isDense()) return refuse({ code: 'crowded' });
    const caller = await enter(ctx, route, office, unsafe);
    if (!caller.ok) return caller;
    const body = await readBody(ctx);
    if (!body.ok) return body;
    const query = readQuery(ctx, checkQuery);
    if (!query.ok) return query;
    const revision = readRevision(ctx, route);
    if (!revision.ok) return revision;
    const given = ctx.get('Idempotency-Key');
    if (given !== '' && !keyPattern.test(given))
      return refuse({ code: 'request-invalid', problems: [{ at: '/Idempotency-Key', keyword: 'pattern', facts: {} }] });

    const request = {
      office,
      parameters: parametersOf(ctx),
      query: query.value,
      body: body.value,
      address: ctx.req.socket.remoteAddress ?? '',
      device: deviceOf(ctx.get('User-Agent')),
      idempotencyKey: given === '' ? newId() : given,
      revision: revision.value,
    };
    const work = () => route.run(request as never, caller.value);
    if (!unsafe || given === '' || route.ownKeys || !caller.value) return await work();
    return await once(office.desk, caller.value, route, { key: given, about: [request.parameters, request.body] }, work);
  }
}

async function enter(ctx: Context, route: Route, office: Office, unsafe: boolean): Promise<Result<Caller | undefined, HttpRefusal>> {
  const { operation } = route;
  if (unsafe) {
    const own = checkOrigin(office.door, ctx.headers);
    if (!own.ok) return own;
  }
  if (isOpen(operation)) return ok(undefined);
  const caller = await recogniseCaller(office.desk, office.door, ctx.headers);
  if (!caller) return refuse({ code: 'not-signed-in' });
  if (unsafe) {
    const page = checkCsrf(caller, ctx.get('X-CSRF-Token'));
    if (!page.ok) return page;
  }
  if (!mayDo(caller, operation)) {
    office.ports.log.warn({ operation, caller: caller.key }, 'refused: no right');
    return refuse({ code: 'right-missing', operation, rights: holdersOf(operation) });
  }
  if (caller.token && !scopeAllows(caller.token.scope, operation))
    return refuse({ code: 'token-scope-missing', operation, scope: caller.token.scope.join(' ') });
  return ok(caller);
}

function readQuery(ctx: Context, check: ShapeCheck | undefined): Result<unknown, HttpRefusal> {
  const query: unknown = { ...ctx.query };
  if (!check) return ok({});
  const problems = check(query);
  return problems.length === 0 ? ok(query) : refuse({ code: 'request-invalid', problems });
}

/** `If-Match: "7"`: what people edit is changed only as they saw it. */
function readRevision(ctx: Context, route: Route): Result<number, HttpRefusal> {
  if (!route.edits) return ok(0);
  const match = revisionPattern.exec(ctx.get('If-Match'));
  return match ? ok(Number(match[1])) : refuse({ code: 'revision-missing' });
}

function parametersOf(ctx: Context): Readonly<Record<string, string>> {
  const found: unknown = 'params' in ctx ? ctx.params : {};
  return Object.fromEntries(Object.entries(found ?? {}).map(([name, value]) => [name, String(value).slice(0, 300)]));
}

/** Browser and system in a few words, for the list of sessions. */
function deviceOf(agent: string): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\/(\d+)/.exec(agent);
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent);
  return [browser && `${browser[1] === 'Edg' ? 'Edge' : browser[1]} ${browser[2]}`, system?.[1]].filter(Boolean).join(', ');
}

function send(ctx: Context, { status, body, headers, file }: Answer): void {
  ctx.status = status;
  for (const [name, value] of Object.entries(headers ?? {})) ctx.set(name, value);
  if (file) {
    ctx.attachment(file.name);
    ctx.type = file.type;
    ctx.body = Buffer.isBuffer(file.content) ? file.content : Readable.from(file.content);
    if ('size' in file) ctx.length = file.size;
  } else if (body !== undefined) {
    ctx.body = JSON.stringify(body);
    ctx.type = 'application/json';
  }
}
