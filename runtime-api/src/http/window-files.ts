import { existsSync } from 'node:fs';
import type { Middleware } from 'koa';
import files from 'koa-static';

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Redress</title>
<h1>The window is not built yet</h1><p>Run <code>npm run prepare</code> once, then start again. The API answers at <code>/api/v1</code>.</p></html>`;

/**
 * Drafts are looked at and tried out in workers, where schemas become functions. Their own answer allows them to make code; with that they reach nothing: no server,
 * no page, no other worker.
 */
const makesCode = /[/\\]assets[/\\](?:findings|trial)-worker-[\w-]+\.js$/;
const workerPolicy = "default-src 'none'; script-src 'self' 'unsafe-eval'";

/** The window: files with a hash in their name are kept by the browser, the page itself is asked for each time. Deep links lead to the page. */
export function windowFiles(folder: string): Middleware {
  const serve = files(folder, {
    index: false,
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (makesCode.test(path)) response.setHeader('Content-Security-Policy', workerPolicy);
    },
  });
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.status = 405;
      return;
    }
    if (!existsSync(`${folder}/index.html`)) {
      ctx.status = 503;
      ctx.type = 'text/html';
      ctx.body = notBuilt;
      return;
    }
    try {
      await serve(ctx, async () => {
        if (/\.\w{1,8}$/.test(ctx.path)) return; // A file that is not there: 404, never the page in its place.
        ctx.path = '/index.html';
        await serve(ctx, next);
      });
    } catch (error) {
      if (!isNoAddress(error)) throw error;
      ctx.status = 404;
    }
  };
}

/** What is no path at all, or leads out of the folder: there is nothing, and nothing failed. */
const isNoAddress = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
