import { randomUUID } from 'node:crypto';
import Router from '@koa/router';
import Koa from 'koa';
import helmet from 'koa-helmet';
import { answerRoute } from './answer-route.ts';
import { describe } from './describe-failure.ts';
import { health } from './health.ts';
import type { Metrics } from './metrics.ts';
import type { Office } from './office.ts';
import { openApi } from './open-api.ts';
import { checkHost } from './origin-check.ts';
import { pagePolicy } from './page-policy.ts';
import { answerProblem } from './problem.ts';
import { routes } from './routes.ts';
import { windowFiles } from './window-files.ts';

export const apiPrefix = '/api/v1';
/** More at once are turned away: work that has begun is finished first. */
const inFlightMax = 512;

export interface ApplicationParts {
  readonly office: Office;
  readonly metrics: Metrics;
  /** Folder of the built window. */
  readonly windowFolder: string;
}

/** The whole way of a request, from the door to the answer. */
export function application(parts: ApplicationParts): Koa {
  const app = new Koa({ env: 'production' });
  app.on('error', (error: unknown) => parts.office.ports.log.error({ error: describe(error) }, 'the connection failed'));
  app.use(lastResort(parts));
  app.use(helmet(pagePolicy(parts.office.door)));
  app.use(health(parts.office, parts.metrics));
  app.use(async (ctx, next) => {
    const own = checkHost(parts.office.door, ctx.headers);
    if (!own.ok) return answerProblem(ctx, own.refusal, ctx.state.reference);
    await next();
  });
  const inside = apiRoutes(parts.office);
  app.use(async (ctx, next) => {
    if (ctx.path !== apiPrefix && !ctx.path.startsWith(`${apiPrefix}/`)) return await next();
    ctx.set('Cache-Control', 'no-store');
    // The router adds its own members to the context it is given; the types know it only when it is mounted.
    await inside(ctx as Parameters<typeof inside>[0], async () =>
      answerProblem(ctx, { code: 'not-found', what: 'route', id: '' }, ctx.state.reference),
    );
  });
  app.use(windowFiles(parts.windowFolder));
  return app;
}

/** What nobody foresaw is written down under a reference and told without its inside. */
function lastResort({ office, metrics }: ApplicationParts): Koa.Middleware {
  let inFlight = 0;
  return async (ctx, next) => {
    const reference = randomUUID();
    ctx.state.reference = reference;
    ctx.set('X-Request-Id', reference);
    if (inFlight >= inFlightMax) return answerProblem(ctx, { code: 'not-ready' }, reference);
    inFlight += 1;
    const done = metrics.requestBegins();
    try {
      await next();
    } catch (error) {
      office.ports.log.error({ reference, method: ctx.method, operation: ctx.state.operation, error: describe(error) }, 'a request failed');
      answerProblem(ctx, { code: 'failed' }, reference);
    } finally {
      inFlight -= 1;
      done({ operation: String(ctx.state.operation ?? 'other'), status: ctx.status });
    }
  };
}

function apiRoutes(office: Office): ReturnType<Router['routes']> {
  const router = new Router({ prefix: apiPrefix, sensitive: true, strict: true });
  const document = JSON.stringify(openApi(routes));
  router.get('/openapi.json', (ctx) => {
    ctx.type = 'application/json';
    ctx.body = document;
  });
  for (const route of routes) router[route.method](route.path.replace(/\{(\w+)\}/g, ':$1'), answerRoute(route, office));
  return router.routes();
}
