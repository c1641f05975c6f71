import type { Calendar, Definition } from '@redress/engine';
import { publishShipped } from '../runtime-api/src/definitions/publish-shipped.ts';
import { addPerson } from '../runtime-api/src/people/persons.ts';
import type { Ports } from '../runtime-api/src/ports.ts';

export const officeName = 'Parcel and Sons';

/** An organisation with a calendar, the procedures, and one person for each of their staff roles. */
export async function foundOffice(
  settings: { readonly language?: 'en' | 'fa' | 'pl'; readonly timeZone?: string },
  ports: Pick<Ports, 'store' | 'clock' | 'live'>,
  with_: {
    readonly definitions: readonly Definition[];
    readonly desk: Parameters<typeof addPerson>[0];
    readonly organisation?: string;
    readonly name?: string;
  },
): Promise<string> {
  const organisation = with_.organisation ?? 'office';
  const at = new Date(ports.clock.now()).toISOString();
  const language = settings.language ?? 'en';
  const timeZone = settings.timeZone ?? 'Europe/Warsaw';
  await ports.store.organisations.create({
    _id: organisation,
    organisation,
    revision: 1,
    name: with_.name ?? officeName,
    language,
    country: 'PL',
    timeZone,
    contact: 'help@office.example',
    externalBody: 'The Ombudsman',
    externalTimeLimit: 'one year',
    mailHeld: false,
    numberPattern: '{yyyy}-{000000}',
    numberPatterns: {},
    createdAt: at,
  });
  const week = [{ from: '09:00', to: '17:00' }];
  const calendar: Calendar = {
    id: 'organisation',
    version: 1,
    timeZone,
    week: { 1: week, 2: week, 3: week, 4: week, 5: week },
    holidays: [],
  };
  await ports.store.calendars.create({
    _id: `${organisation}:organisation:1`,
    organisation,
    calendar: 'organisation',
    version: 1,
    text: JSON.stringify(calendar),
    at,
  });
  await publishShipped({ organisation, definitions: with_.definitions, productVersion: '0.1.0' }, ports);
  await employ(with_.definitions, with_.desk, { organisation, language });
  return organisation;
}

async function employ(
  definitions: readonly Definition[],
  desk: Parameters<typeof addPerson>[0],
  of: { readonly organisation: string; readonly language: 'en' | 'fa' | 'pl' },
): Promise<void> {
  const roles = new Map<string, string[]>();
  for (const definition of definitions) {
    for (const [role, described] of Object.entries(definition.roles)) {
      if (described.party === 'organisation' && described.heldBy === undefined)
        roles.set(role, [...(roles.get(role) ?? []), definition.id]);
    }
  }
  for (const [role, held] of roles) {
    const added = await addPerson(
      desk,
      { organisation: of.organisation },
      {
        name: `Person ${role}`,
        email: `${role.toLowerCase()}@${of.organisation}.example`,
        party: 'organisation',
        rights: ['handler'],
        assignments: held.map((definition) => ({ definition, roles: [role] })),
        language: of.language,
      },
    );
    if (!added.ok) throw new Error(JSON.stringify(added.refusal));
    const { _id, ...person } = added.value;
    await desk.models.persons.deleteOne({ organisation: of.organisation, _id });
    await desk.models.persons.create({ ...person, _id: personId(of.organisation, role), signIn: 'active' });
  }
}

/** One person a role; the first office's are easy to read. */
export const personId = (organisation: string, role: string): string =>
  organisation === 'office' ? `person-${role}` : `${organisation}-${role}`;
