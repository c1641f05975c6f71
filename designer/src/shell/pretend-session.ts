import type { Right } from '../server/shapes/basics.ts';
import type { SessionView } from '../server/shapes/people.ts';

/** For tests: somebody of St Brannoc's who is signed in with these rights. */
export const pretendSession = (...rights: Right[]): SessionView => ({
  person: {
    id: 'emily',
    name: 'Emily Shaw',
    party: 'organisation',
    signIn: 'active',
    rights,
    assignments: [],
    handlesComplaints: false,
    language: 'en',
    revision: 1,
  },
  organisation: {
    id: 'brannocs',
    name: 'St Brannoc’s',
    language: 'en',
    country: 'GB',
    timeZone: 'Europe/London',
    contact: '1 Harbour Road',
    externalBody: 'Ombudsman',
    externalTimeLimit: 'one year',
    mailHeld: false,
    mailServer: false,
    numberPattern: '{yyyy}-{000000}',
    laws: [],
    revision: 1,
  },
  endsAt: { idle: '2026-11-23T17:00:00.000Z', absolute: '2026-11-24T09:00:00.000Z' },
  theme: 'system',
  shortcuts: true,
  expert: false,
  switches: [],
  handlesComplaints: false,
  csrf: '',
});
