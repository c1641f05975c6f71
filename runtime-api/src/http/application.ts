import { randomUUID } from 'node:crypto';
import Router from '@koa/router';
import Koa from 'koa';
import helmet from 'koa-helmet';
import { answerRoute } from './answer-route.ts';
import { cookieName } from './cookie.ts';
import { type Crowd, openCrowd } from './crowd.ts';
import { describe } from './describe-failure.ts';
import { health } from './health.ts';
import type { Metrics } from './metrics.ts';
import type { Office } from './office.ts';
import { openApi } from './open-api.ts';
import { checkHost } from './origin-check.ts';
import { pagePolicy } from './page-policy.ts';
import { answerProblem } from './problem.ts';
import { routesWith } from './routes.ts';
import { windowFiles } from './window-files.ts';

export const apiPrefix = '/api/v1';

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
  const crowd = openCrowd();
  app.use(lastResort(parts, crowd));
  app.use(helmet(pagePolicy(parts.office.door)));
  app.use(health(parts.office, parts.metrics));
  app.use(async (ctx, next) => {
    const own = checkHost(parts.office.door, ctx.headers);
    if (!own.ok) return answerProblem(ctx, own.refusal, ctx.state.reference);
    await next();
  });
  const inside = apiRoutes(parts.office, crowd);
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
function lastResort({ office, metrics }: ApplicationParts, crowd: Crowd): Koa.Middleware {
  return async (ctx, next) => {
    const reference = randomUUID();
    ctx.state.reference = reference;
    ctx.set('X-Request-Id', reference);
    if (!crowd.enter()) return answerProblem(ctx, { code: 'crowded' }, reference);
    const done = metrics.requestBegins();
    try {
      await next();
    } catch (error) {
      office.ports.log.error({ reference, method: ctx.method, operation: ctx.state.operation, error: describe(error) }, 'a request failed');
      answerProblem(ctx, { code: 'failed' }, reference);
    } finally {
      crowd.leave();
      done({ operation: String(ctx.state.operation ?? 'other'), status: ctx.status });
    }
  };
}

function apiRoutes(office: Office, crowd: Crowd): ReturnType<Router['routes']> {
  const router = new Router({ prefix: apiPrefix, sensitive: true, strict: true });
  const routes = routesWith(office.switches);
  const document = JSON.stringify(openApi(routes, cookieName(office.door)));
  router.get('/openapi.json', (ctx) => {
    ctx.type = 'application/json';
    ctx.body = document;
  });
  for (const route of routes) router[route.method](route.path.replace(/\{(\w+)\}/g, ':$1'), answerRoute(route, office, crowd));
  return router.routes();
}
