import { ok, type Result, refuse } from '@redress/engine';
import { installation } from '../store/models/people-models.ts';
import type { LanguageCode, PartyWord, PersonDocument, RightName } from '../store/models/people-person.ts';
import { type Desk, instant } from './desk.ts';
import { foldEmail, isEmail } from './email.ts';
import { noteInPeopleLog } from './people-log.ts';
import type { PeopleRefusal } from './refusal.ts';
import { searchWordsOf } from './search-words.ts';
import { newId } from './secret.ts';
import { signInNameId } from './sign-in.ts';

export interface PersonWish {
  readonly name: string;
  readonly email?: string;
  readonly party: PartyWord;
  readonly organisationName?: string;
  readonly rights: readonly RightName[];
  readonly assignments: readonly {
    readonly definition: string;
    readonly roles: readonly string[];
  }[];
  readonly language: LanguageCode;
}
export interface By {
  readonly organisation: string;
  /** Absent for the set-up. */
  readonly person?: string;
}

/**
 * Somebody new, without sign-in until invited. People outside the organisation hold no rights. Who `claims` the address as a way in is not there at all
 * if somebody else has it: two may ask for it in the same moment.
 */
export async function addPerson(
  desk: Desk,
  by: By,
  wish: PersonWish,
  { claims = false }: { readonly claims?: boolean } = {},
): Promise<Result<PersonDocument, PeopleRefusal>> {
  const _id = newId();
  if (wish.party !== 'organisation' && wish.rights.length > 0) return refuse({ code: 'staff-only', person: _id });
  const email = wish.email === undefined || wish.email === '' ? undefined : foldEmail(wish.email);
  if (email !== undefined && !isEmail(email)) return refuse({ code: 'email-not-valid', email });
  const now = instant(desk.clock.now());
  const person: PersonDocument = {
    _id,
    organisation: by.organisation,
    name: wish.name.trim(),
    ...(email === undefined ? {} : { email }),
    party: wish.party,
    ...(wish.organisationName ? { organisationName: wish.organisationName } : {}),
    signIn: 'none',
    rights: [...new Set(wish.rights)],
    ...assigned(wish.assignments),
    handlesComplaints: false,
    language: wish.language,
    theme: 'system',
    shortcuts: true,
    searchWords: searchWordsOf(wish.name, email, wish.organisationName),
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  await desk.models.persons.create(person);
  const claimed =
    claims && email !== undefined ? await claimSignInName(desk, { organisation: by.organisation, person: _id }, email) : ok(undefined);
  if (!claimed.ok) {
    await desk.models.persons.deleteOne({ _id, organisation: by.organisation });
    return claimed;
  }
  await noteInPeopleLog(desk, {
    organisation: by.organisation,
    ...(by.person ? { by: by.person } : {}),
    what: 'person.created',
    person: _id,
    facts: {
      party: person.party,
      rights: person.rights,
      assignments: person.assignments,
    },
  });
  return ok(person);
}

export const assigned = (assignments: PersonWish['assignments']): Pick<PersonDocument, 'assignments' | 'holds'> => ({
  assignments: assignments.map(({ definition, roles }) => ({
    definition,
    roles: [...new Set(roles)],
  })),
  holds: assignments.flatMap(({ definition, roles }) => roles.map((role) => `${definition}/${role}`)),
});

export const personOf = async (
  { models }: Desk,
  who: { readonly organisation: string; readonly person: string },
): Promise<PersonDocument | undefined> =>
  (await models.persons.findOne({ _id: who.person, organisation: who.organisation }).lean()) ?? undefined;

/** Names by id, for lists and timelines. Unknown ids are left out. */
export async function namesOf(
  { models }: Desk,
  organisation: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string; readonly party: PartyWord }>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const found = await models.persons.find({ organisation, _id: { $in: wanted } }, { name: 1, party: 1 }).lean();
  return new Map(found.map(({ _id, name, party }) => [_id, { id: _id, name, party }]));
}

/** The e-mail becomes the person's way in; refused if somebody else of this organisation uses it. Other organisations may know the same address. */
export async function claimSignInName(
  { models }: Desk,
  who: { readonly organisation: string; readonly person: string },
  email: string,
): Promise<Result<void, PeopleRefusal>> {
  const _id = signInNameId(email);
  await models.signInNames.updateOne({ _id, organisation: installation }, { $setOnInsert: { places: [] } }, { upsert: true });
  const added = await models.signInNames.updateOne(
    {
      _id,
      organisation: installation,
      'places.organisation': { $ne: who.organisation },
    },
    {
      $push: { places: { organisation: who.organisation, person: who.person } },
    },
  );
  if (added.modifiedCount === 1) return ok(undefined);
  const name = await models.signInNames.findOne({ _id, organisation: installation }).lean();
  return name?.places.some(({ organisation, person }) => organisation === who.organisation && person === who.person)
    ? ok(undefined)
    : refuse({ code: 'email-used', email: foldEmail(email) });
}

export async function releaseSignInName(
  { models }: Desk,
  who: { readonly organisation: string; readonly person: string },
  email: string,
): Promise<void> {
  await models.signInNames.updateOne(
    { _id: signInNameId(email), organisation: installation },
    {
      $pull: { places: { organisation: who.organisation, person: who.person } },
    },
  );
}

/** Whether somebody of this organisation already signs in by this address. */
export async function signInNameUsed({ models }: Desk, organisation: string, email: string): Promise<boolean> {
  const name = await models.signInNames.findOne({ _id: signInNameId(email), organisation: installation }).lean();
  return name?.places.some((place) => place.organisation === organisation) ?? false;
}
