import type { Middleware } from 'koa';
import type { Metrics } from './metrics.ts';
import type { Office } from './office.ts';
import { readiness } from './readiness.ts';

/**
 * For those who run the server: it lives, it is ready, its figures. No case and no person is in them. Whoever reaches the port gets them, under
 * whatever name: they are answered before the Host header is looked at. By default the server listens on loopback alone (`HOST`).
 */
export function health(office: Office, metrics: Metrics): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return await next();
    if (ctx.path === '/healthz') {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { status: 'ok' };
    } else if (ctx.path === '/readyz') {
      const found = await readiness(office);
      ctx.set('Cache-Control', 'no-store');
      ctx.status = found.status === 'ok' ? 200 : 503;
      ctx.body = found;
    } else if (ctx.path === '/metrics') {
      ctx.set('Cache-Control', 'no-store');
      ctx.type = metrics.contentType;
      ctx.body = await metrics.text(office.ports, office.skewMs);
    } else await next();
  };
}
