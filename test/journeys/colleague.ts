import type { Browser, BrowserContext, Page } from 'playwright-core';
import { idOf, type Speaker, speaker } from './office-speaker.ts';
import { personsBrowser } from './open-browser.ts';

export const password = 'a harbour full of small boats';

export interface Colleague {
  readonly id: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly speak: Speaker;
}
interface Invited {
  readonly name: string;
  readonly email: string;
  readonly rights: readonly string[];
  readonly roles: readonly string[];
  /** Procedures in which he has these roles. */
  readonly procedures?: readonly string[];
}

/** Somebody who is invited, opens a browser of his own, types the one-time code and is in. */
export async function colleague(browser: Browser, url: string, administrator: Speaker, invited: Invited): Promise<Colleague> {
  const { name, email, rights, roles, procedures = ['starter', 'complaint'] } = invited;
  const assignments = procedures.map((definition) => ({ definition, roles }));
  const created = await administrator('POST', '/people', { name, email, rights, assignments, invite: true });
  const { context } = await personsBrowser(browser, url);
  const page = await context.newPage();
  await page.goto('/join?language=en');
  await page.getByLabel('One-time code').fill(codeOf(created.invitation));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('A password of your own').fill(password);
  await page.getByRole('button', { name: 'Go in' }).click();
  await page.waitForURL((url) => url.pathname !== '/join'); // Everybody lands where his work is.
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { id: idOf(created.person), context, page, speak: await speaker(page) };
}

/** Grace, who sees to the standards, and works on no case. */
export const invitedOfficer = (browser: Browser, url: string, administrator: Speaker): Promise<Colleague> =>
  colleague(browser, url, administrator, { name: 'Grace Palmer', email: 'grace@brannocs.example', rights: ['compliance'], roles: [] });

function codeOf(invitation: unknown): string {
  if (typeof invitation === 'object' && invitation !== null && 'code' in invitation) return String(invitation.code);
  throw new Error('no one-time code was given');
}
