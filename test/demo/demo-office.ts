import type { Calendars } from '@redress/engine';
import type { Browser } from '../contract/http/browser.ts';
import { TestServer } from '../contract/http/running-server.ts';
import { staff as join, setUpWish } from '../contract/http/world.ts';
import { outsideBody, staff } from './people.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { StaffDesk } from './staff-desk.ts';

/** A server with its pretend clock, the staff of the office at their desks, two people of the outside body, and a mail server that takes every letter. */
export interface DemoOffice {
  readonly server: TestServer;
  readonly mail: PostOffice;
  readonly organisation: string;
  readonly calendars: Calendars;
  readonly desks: ReadonlyMap<string, StaffDesk>;
  /** Ids of people outside by name. */
  readonly outsiders: Map<string, string>;
  readonly close: () => Promise<void>;
}

export const officeZone = 'America/New_York';

export async function openDemoOffice(now: string): Promise<DemoOffice> {
  const mail = await openPostOffice();
  const server = await TestServer.open(now, { mail: { smtpUrl: mail.url, mailFrom: 'complaints@office.example' } });
  const admin = server.browser();
  const wish = setUpWish(server.setUpCode(), 'Office of the Demonstration', 'ada@office.example');
  const made = await admin.post('/setup', { ...wish, organisation: { ...wish.organisation, country: 'US', timeZone: officeZone } });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  const { organisation, calendar } = await settingsOf(admin);
  const desks = new Map<string, StaffDesk>();
  for (const [name, held] of Object.entries(staff)) {
    const email = `${name.toLowerCase()}@office.example`;
    const assignments = Object.entries(held).map(([definition, roles]) => ({ definition, roles }));
    const { id } = await join(server, admin, { name, email, rights: ['handler'], assignments });
    desks.set(name, new StaffDesk({ person: id, organisation, base: server.base, desk: server.running.office.desk }));
  }
  const office = {
    server,
    mail,
    organisation,
    calendars: { organisation: calendar },
    desks,
    outsiders: new Map<string, string>(),
    close: async () => {
      await server.close();
      await mail.close();
    },
  };
  for (const name of outsideBody) office.outsiders.set(name, await outsider(office, name, 'provider'));
  return office;
}

async function settingsOf(admin: Browser) {
  const { id } = (await admin.get('/organisation')).body;
  const { version, timeZone, week, holidays } = (await admin.get('/calendars/organisation')).body;
  return { organisation: String(id), calendar: { id: 'organisation', version, timeZone, week, holidays } };
}

/** Somebody known without sign-in, for whom others record what they say. */
export async function outsider({ desks }: Pick<DemoOffice, 'desks'>, name: string, party: 'complainant' | 'provider'): Promise<string> {
  const answer = await desks.get('Fay')?.post('/people/outside', { name, party });
  if (answer?.status !== 201) throw new Error(`Nobody wrote ${name} down: ${JSON.stringify(answer?.body)}`);
  return answer.body.person.id;
}
