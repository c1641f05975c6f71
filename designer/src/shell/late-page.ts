import { lazyRouteComponent } from '@tanstack/react-router';
import { connection } from '../server/connection.ts';
import { readSession } from '../server/session.ts';

/**
 * A page that comes when somebody goes there. Where it is missing although the server answers, the window is of another day and is loaded anew by the
 * router; without an answer that would leave the reader with nothing, so the page says what is wrong instead.
 */
export const latePage: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => load().catch(withoutAnswer), name);

/** It did not come while nobody answered. */
export class PageMissing extends Error {}

async function withoutAnswer(cause: unknown): Promise<never> {
  await readSession();
  throw connection.lostSince() === undefined ? cause : new PageMissing('a page did not come', { cause });
}
