import type { APIResponse, Page } from 'playwright-core';

/** An office with people and cases in it, set up through its own pages and routes. */
export interface SampleOffice {
  /** Addresses by the name of their page. */
  readonly pages: Readonly<Record<string, string>>;
  readonly choose: (choices: { readonly language?: string; readonly theme?: string }) => Promise<void>;
}

export async function sampleOffice(page: Page, code: string): Promise<SampleOffice> {
  await setUpByPage(page, code);
  const api = await speaker(page);
  await api('PUT', '/me/handling', { handlesComplaints: true });
  const invited = await api('POST', '/people', { name: 'Omar Haddad', email: 'omar@brannocs.example', rights: ['handler'], invite: true });
  await api('POST', '/people', { name: 'Grace Palmer', email: 'grace@brannocs.example', rights: ['compliance', 'management'] });
  await api('POST', '/people', { name: 'فاطمه اکبری', party: 'complainant', language: 'fa' });
  await api('POST', '/tokens', { name: 'Web form', scope: ['start'], rights: ['handler'], days: 90 });
  const cases: string[] = [];
  for (const complaint of complaints) cases.push(String((await api('POST', '/cases', started(complaint))).id ?? ''));
  return {
    pages: {
      tasks: '/tasks',
      cases: '/cases',
      case: `/cases/${cases[0]}`,
      'new-complaint': '/cases/new',
      people: '/people',
      person: `/people/${memberId(invited)}`,
      calendar: '/calendar',
      organisation: '/organisation',
      tokens: '/tokens',
      sessions: '/sessions',
      welcome: '/welcome',
      nothing: '/nothing-here',
    },
    choose: async (choices) => {
      await api('PATCH', '/me', choices);
    },
  };
}

const complaints = [
  {
    description: 'The label said 5 ml but the prescription says 0.5 ml. I noticed before giving the second dose to my baby.',
    contact: 'jack@robinson.example',
    complainantName: 'Jack Robinson',
    hours: 2,
  },
  {
    description: 'My father was discharged at 2 a.m. in a hospital gown.',
    contact: 'fiona@macleod.example',
    complainantName: 'Fiona MacLeod',
    hours: 24 * 9,
  },
  {
    description: 'شارژر ماشین اسباب‌بازی هنگام شارژ جرقه زد و پرده آتش گرفت.',
    contact: '۰۹۱۲۰۰۰۰۰۰۰',
    complainantName: 'فاطمه اکبری',
    hours: 30,
  },
  {
    description: 'Wyniki badań przekazano mi wyłącznie po angielsku.',
    contact: 'anna@kowalska.example',
    complainantName: 'Anna Kowalska',
    hours: 50,
  },
];

const started = ({ hours, ...values }: (typeof complaints)[number]) => ({
  definition: 'starter',
  channel: 'web',
  receivedAt: new Date(Date.now() - hours * 3_600_000).toISOString(),
  values,
});

async function setUpByPage(page: Page, code: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/set-up?language=en');
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await fill('Set-up code', code);
  await fill('Name of the organisation', 'St Brannoc’s Hospital Trust');
  await fill('How complainants reach you', 'Patient Relations, 1 Harbour Road, St Brannoc’s');
  await fill('Outside body for unresolved complaints', 'Health Ombudsman, 2 Parliament Street, London');
  await fill('Time limit for going there', 'within 12 months of our final answer');
  await fill('Name', 'Emily Shaw');
  await fill('E-mail', 'emily@brannocs.example');
  await fill('Password', 'a tide of quiet lanterns');
  await page.getByRole('button', { name: 'Create the organisation' }).click();
  await page.waitForURL('**/welcome');
}

type Api = (method: string, path: string, body: unknown) => Promise<Readonly<Record<string, unknown>>>;

/** Speaks with the server as the page does: same cookie, same origin, its CSRF token. */
async function speaker(page: Page): Promise<Api> {
  const origin = new URL(page.url()).origin;
  const session = await memberOf(await page.request.get('/api/v1/session'));
  return async (method, path, body) => {
    const headers = { Origin: origin, 'X-CSRF-Token': String(session.csrf) };
    return await memberOf(await page.request.fetch(`/api/v1${path}`, { method, headers, data: body }));
  };
}

async function memberOf(response: APIResponse): Promise<Readonly<Record<string, unknown>>> {
  const text = await response.text();
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${text}`);
  const read: unknown = text === '' ? {} : JSON.parse(text);
  return typeof read === 'object' && read !== null ? Object.fromEntries(Object.entries(read)) : {};
}

function memberId(created: Readonly<Record<string, unknown>>): string {
  const { person } = created;
  return typeof person === 'object' && person !== null && 'id' in person ? String(person.id) : '';
}
