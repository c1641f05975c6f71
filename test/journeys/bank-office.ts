import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { TestServer } from '../contract/http/running-server.ts';
import type { Hand } from './hand.ts';
import { idOf, type Speaker, speaker } from './office-speaker.ts';
import { personsBrowser } from './open-browser.ts';
import { settled, watched } from './page-look.ts';
import { say } from './words.ts';

/** The moment at which the first complaint of the demonstration came in. */
export const begins = '2026-09-01T07:12:00.000Z';
export const calendar = 'bankWislanyPl';
export const organisation = 'Bank Wiślany';
const windowFolder = fileURLToPath(new URL('../../designer/dist/window', import.meta.url));
export const passwords = { ola: 'most nad szeroką rzeką', staff: 'dom pod starym kasztanem' } as const;
const pl = (id: string) => say('pl', id);

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly rights: readonly string[];
}
export const anna: Invited = { name: 'Anna Borkowska', email: 'anna@bank-wislany.example', rights: ['process-owner'] };
export const rafal: Invited = { name: 'Rafał Sowa', email: 'rafal@bank-wislany.example', rights: ['compliance'] };
export const ewa: Invited = { name: 'Ewa Lis', email: 'ewa@bank-wislany.example', rights: ['handler'] };

/** A Polish bank: its people, its own calendar, and one pretend clock for its server and everybody's browser. */
export interface BankOffice {
  /** A browser of somebody's own, at the door. */
  readonly browserOf: () => Promise<Page>;
  /** What broke in a browser, or was asked of another host. */
  readonly trouble: readonly (readonly string[])[];
  /** What somebody may do in a procedure. */
  readonly assign: (person: Invited, definition: string, roles: readonly string[]) => Promise<void>;
  readonly goOn: (to: string) => Promise<void>;
  /** How the server is spoken to in the administrator's name. */
  readonly ola: Speaker;
  readonly server: Pick<TestServer, 'home' | 'clock' | 'idle' | 'browser'>;
  readonly close: () => Promise<void>;
}

export async function openBank(browser: Browser): Promise<BankOffice> {
  const server = await TestServer.open(begins, { windowFolder });
  const trouble: (readonly string[])[] = [];
  const pages: Page[] = [];
  const browserOf = async () => {
    const { context, foreign, broken } = await personsBrowser(browser, server.base, { locale: 'pl-PL', timezoneId: 'Europe/Warsaw' });
    await context.clock.setFixedTime(server.clock.now());
    trouble.push(foreign, broken);
    const page = watched(await context.newPage());
    pages.push(page);
    return page;
  };
  const office = await browserOf();
  await founded(office, server.setUpCode());
  const speak = await speaker(office);
  const ids = new Map<string, string>();
  for (const invited of [anna, rafal, ewa]) {
    const { person, invitation } = await speak('POST', '/people', { ...invited, assignments: [], invite: true });
    ids.set(invited.email, idOf(person));
    const page = await browserOf();
    await joined(page, String((invitation as { readonly code: unknown }).code));
    await page.context().close();
  }
  const { timeZone, week, holidays } = await speak('GET', '/calendars/organisation');
  await speak('PUT', `/calendars/${calendar}`, { timeZone, week, holidays }, 0);
  return {
    browserOf,
    trouble,
    assign: async ({ email }, definition, roles) => {
      const path = `/people/${ids.get(email)}`;
      const { revision } = await speak('GET', path);
      await speak('PATCH', path, { assignments: [{ definition, roles }] }, Number(revision));
    },
    goOn: async (to) => {
      await server.pass(Date.parse(to) - server.clock.now());
      for (const page of pages.filter((one) => !one.isClosed())) await page.context().clock.setFixedTime(server.clock.now());
    },
    ola: speak,
    server,
    close: () => server.close(),
  };
}

async function founded(page: Page, code: string): Promise<void> {
  await page.goto('/set-up');
  const fill = (label: string, words: string) => page.getByLabel(pl(label), { exact: true }).fill(words);
  await fill('set-up.code', code);
  await fill('organisation.name', organisation);
  await fill('organisation.contact', 'Reklamacje, ul. Wiślna 1, 00-317 Warszawa');
  await fill('organisation.external-body', 'Rzecznik Finansowy, ul. Nowogrodzka 47A, 00-695 Warszawa');
  await fill('organisation.external-limit', 'w ciągu roku od naszej odpowiedzi');
  await fill('person.name', 'Ola Wrona');
  await fill('person.email', 'ola@bank-wislany.example');
  await fill('person.password', passwords.ola);
  await page.getByRole('button', { name: pl('set-up.create') }).click();
  await page.waitForURL('**/welcome');
}

async function joined(page: Page, code: string): Promise<void> {
  await page.goto('/join');
  await page.getByLabel(pl('join.code'), { exact: true }).fill(code);
  await page.getByRole('button', { name: pl('join.look') }).click();
  await page.getByLabel(pl('join.password'), { exact: true }).fill(passwords.staff);
  await page.getByRole('button', { name: pl('join.enter') }).click();
  await page.waitForURL((url) => url.pathname !== '/join');
  await settled(page);
}

/** Somebody who was invited comes in by the door. */
export async function entersAs(hand: Hand, { email }: Invited): Promise<void> {
  await hand.page.goto('/sign-in');
  await hand.write(pl('person.email'), email);
  await hand.write(pl('person.password'), passwords.staff);
  await hand.press({ role: 'button', name: pl('sign-in.title') });
  await hand.page.waitForURL((url) => url.pathname !== '/sign-in');
  await settled(hand.page);
}
