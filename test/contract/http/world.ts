import type { RightName } from '../../../runtime-api/src/store/models/people-person.ts';
import type { Browser } from './browser.ts';
import type { TestServer } from './running-server.ts';

export const password = 'korek-lampa-rzeka-7';

export const setUpWish = (code: string, name: string, email: string) => ({
  code,
  organisation: {
    name,
    language: 'en',
    country: 'PL',
    timeZone: 'Europe/Warsaw',
    contact: '1 Market Square',
    externalBody: 'Ombudsman',
    externalTimeLimit: 'one year',
  },
  person: { name: 'Ada Nowak', email, password },
});

/** An organisation with its administrator, who handles complaints too if asked. */
export async function founded(
  server: Pick<TestServer, 'browser' | 'setUpCode' | 'organisationCode'>,
  of: { readonly name: string; readonly email: string; readonly first?: boolean; readonly handles?: boolean },
): Promise<Browser> {
  const browser = server.browser();
  const code = of.first === false ? await server.organisationCode(of.name) : server.setUpCode();
  const made = await browser.post('/setup', setUpWish(code, of.name, of.email));
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  if (of.handles) await browser.put('/me/handling', { handlesComplaints: true });
  return browser;
}

export interface StaffWish {
  readonly name: string;
  readonly rights?: readonly RightName[];
  readonly assignments?: readonly { readonly definition: string; readonly roles: readonly string[] }[];
  readonly email?: string;
}

/** Somebody invited and signed in. */
export async function staff(
  server: Pick<TestServer, 'browser'>,
  admin: Browser,
  { name, rights = [], assignments = [], email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org` }: StaffWish,
): Promise<{ readonly browser: Browser; readonly id: string }> {
  const added = await admin.post('/people', { name, email, rights, assignments, invite: true });
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  const browser = server.browser();
  const joined = await browser.post('/join', { code: added.body.invitation.code, password });
  if (joined.status !== 200) throw new Error(JSON.stringify(joined.body));
  return { browser, id: added.body.person.id };
}

export const complaint = {
  description: 'The washing machine leaks',
  contact: 'jan@example.org',
  complainantName: 'Jan Kowalski',
  productOrService: 'Washing machine',
  preferredLanguage: 'en',
};
export const newCase = (receivedAt: string, more: object = {}) => ({
  definition: 'starter',
  channel: 'phone',
  receivedAt,
  values: complaint,
  ...more,
});
