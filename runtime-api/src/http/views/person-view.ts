import { lawPacks } from '@redress/definitions';
import type { Static } from '@sinclair/typebox';
import { rightsOf } from '../../people/roles-held.ts';
import { csrfOf, sessionAbsoluteMs, sessionIdleMs } from '../../people/sessions.ts';
import type { OrganisationDocument } from '../../store/models/organisation.ts';
import type { LanguageCode, PersonDocument } from '../../store/models/people-person.ts';
import type { Caller } from '../caller.ts';
import type { Office } from '../office.ts';
import type { OrganisationView, PersonName, PersonRow, SessionView } from '../shapes/people.ts';

export const personName = ({ _id, name, party }: Pick<PersonDocument, '_id' | 'name' | 'party'>): Static<typeof PersonName> => ({
  id: _id,
  name,
  party,
});

/** Rights and assignments as they are written down; `handlesComplaints` adds to both while it stands. */
export const personRow = (person: PersonDocument): Static<typeof PersonRow> => ({
  id: person._id,
  name: person.name,
  ...(person.email === undefined ? {} : { email: person.email }),
  party: person.party,
  ...(person.organisationName === undefined ? {} : { organisationName: person.organisationName }),
  signIn: person.signIn,
  rights: [...person.rights],
  assignments: person.assignments.map(({ definition, roles }) => ({ definition, roles: [...roles] })),
  handlesComplaints: person.handlesComplaints,
  language: person.language,
  revision: person.revision,
});

export const organisationView = (organisation: OrganisationDocument, mailServer: boolean): Static<typeof OrganisationView> => ({
  id: organisation._id,
  name: organisation.name,
  language: languageOf(organisation.language),
  country: organisation.country,
  timeZone: organisation.timeZone,
  contact: organisation.contact,
  externalBody: organisation.externalBody,
  externalTimeLimit: organisation.externalTimeLimit,
  mailHeld: organisation.mailHeld,
  mailServer,
  numberPattern: organisation.numberPattern,
  laws: lawPacks.map(({ id }) => id).filter((id) => organisation.laws?.includes(id)),
  revision: organisation.revision,
});

export const languageOf = (word: string): LanguageCode => (word === 'fa' || word === 'pl' ? word : 'en');

export async function organisationOf({ ports }: Office, organisation: string): Promise<OrganisationDocument> {
  const found = await ports.store.organisations.findOne({ _id: organisation, organisation }).lean<OrganisationDocument>();
  if (!found) throw new Error('A session names an organisation that does not exist');
  return found;
}

/** Who I am, for the page: rights as they count now. */
export async function sessionView(
  office: Office,
  person: PersonDocument,
  session?: Caller['session'],
): Promise<Static<typeof SessionView>> {
  const now = office.desk.clock.now();
  const ends = session
    ? { idle: session.idleEndsAt, absolute: session.absoluteEndsAt }
    : { idle: new Date(now + sessionIdleMs).toISOString(), absolute: new Date(now + sessionAbsoluteMs).toISOString() };
  return {
    person: { ...personRow(person), rights: [...rightsOf(person)] },
    organisation: organisationView(await organisationOf(office, person.organisation), office.mailServer),
    csrf: session ? csrfOf(session.cookie) : '',
    endsAt: ends,
    handlesComplaints: person.handlesComplaints,
    theme: person.theme,
    shortcuts: person.shortcuts,
    expert: person.expert ?? false,
    switches: [...office.switches],
  };
}
