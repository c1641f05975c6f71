import { ok, type Result, refuse } from '@redress/engine';
import type { PersonDocument, RightName } from '../store/models/people-person.ts';
import { giveCode, withdrawCodes } from './codes.ts';
import type { Desk } from './desk.ts';
import { foldEmail, isEmail } from './email.ts';
import { isLastAdministrator, unlessLastAdministrator } from './last-administrator.ts';
import { noteInPeopleLog } from './people-log.ts';
import { assigned, type By, claimSignInName, type PersonWish, personOf, releaseSignInName } from './persons.ts';
import type { PeopleRefusal } from './refusal.ts';
import { type Changed, savePerson } from './save-person.ts';
import { searchWordsOf } from './search-words.ts';
import { endSessions } from './sessions.ts';

export type PersonChangeWish = {
  readonly [Part in 'name' | 'email' | 'organisationName' | 'rights' | 'assignments' | 'language']?: PersonWish[Part] | undefined;
};

/** Changes what the wish names; counts at once. `revision` is the one the editor saw: a later one is refused. */
export async function changePerson(desk: Desk, by: By, person: string, revision: number, wish: PersonChangeWish): Promise<Changed> {
  const before = await personOf(desk, {
    organisation: by.organisation,
    person,
  });
  if (!before) return refuse({ code: 'person-not-found', person });
  if (before.party !== 'organisation' && (wish.rights?.length ?? 0) > 0) return refuse({ code: 'staff-only', person });
  if (wish.rights && !wish.rights.includes('administrator') && (await isLastAdministrator(desk, before)))
    return refuse({ code: 'last-administrator' });

  const email = wish.email === undefined ? before.email : wish.email === '' ? undefined : foldEmail(wish.email);
  if (email !== undefined && !isEmail(email)) return refuse({ code: 'email-not-valid', email });
  const moves = email !== before.email && before.signIn !== 'none';
  if (moves && email === undefined) return refuse({ code: 'email-missing' });
  if (moves && email !== undefined) {
    const claimed = await claimSignInName(desk, { organisation: by.organisation, person }, email);
    if (!claimed.ok) return claimed;
  }
  const name = wish.name?.trim() ?? before.name;
  const organisationName = wish.organisationName ?? before.organisationName;
  const next: Partial<PersonDocument> = {
    name,
    ...(email === undefined ? {} : { email }),
    ...(organisationName === undefined ? {} : { organisationName }),
    ...(wish.rights ? { rights: [...new Set<RightName>(wish.rights)] } : {}),
    ...(wish.assignments ? assigned(wish.assignments) : {}),
    ...(wish.language ? { language: wish.language } : {}),
    searchWords: searchWordsOf(name, email, organisationName),
  };
  const saved = await unlessLastAdministrator(
    desk,
    before,
    await savePerson(desk, before, revision, next, email === undefined ? ['email'] : []),
  );
  if (moves) {
    const lost = saved.ok ? before.email : email;
    if (lost !== undefined) await releaseSignInName(desk, { organisation: by.organisation, person }, lost);
  }
  if (saved.ok)
    await noteInPeopleLog(desk, {
      organisation: by.organisation,
      ...byWhom(by),
      what: 'person.changed',
      person,
      facts: whatChanged(before, saved.value),
    });
  return saved;
}

const byWhom = (by: By) => (by.person === undefined ? {} : { by: by.person });

/** Old and new rights and roles; of names and addresses only that they changed. */
function whatChanged(before: PersonDocument, after: PersonDocument): Readonly<Record<string, unknown>> {
  const facts: Record<string, unknown> = {};
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  if (!same(before.rights, after.rights)) facts.rights = { before: before.rights, after: after.rights };
  if (!same(before.assignments, after.assignments))
    facts.assignments = {
      before: before.assignments,
      after: after.assignments,
    };
  const fields = (['name', 'email', 'organisationName', 'language'] as const).filter((field) => before[field] !== after[field]);
  return fields.length > 0 ? { ...facts, fields } : facts;
}

/** A one-time code for a member of staff who has none yet, or forgot the password: the old password ends when the code is used. */
export async function invitePerson(
  desk: Desk,
  by: By,
  person: string,
): Promise<
  Result<
    {
      readonly person: PersonDocument;
      readonly code: string;
      readonly endsAt: string;
    },
    PeopleRefusal
  >
> {
  const before = await personOf(desk, {
    organisation: by.organisation,
    person,
  });
  if (!before) return refuse({ code: 'person-not-found', person });
  if (before.party !== 'organisation') return refuse({ code: 'staff-only', person });
  if (before.email === undefined) return refuse({ code: 'email-missing' });
  const claimed = await claimSignInName(desk, { organisation: by.organisation, person }, before.email);
  if (!claimed.ok) return claimed;
  const code = await giveCode(desk, {
    kind: 'person',
    invites: { organisation: by.organisation, person },
  });
  const signIn = before.signIn === 'active' ? 'active' : 'invited';
  const saved = await savePerson(desk, before, before.revision, { signIn });
  await noteInPeopleLog(desk, {
    organisation: by.organisation,
    ...byWhom(by),
    what: 'person.invited',
    person,
  });
  return ok({
    person: saved.ok ? saved.value : { ...before, signIn },
    ...code,
  });
}

/** Shut out at once: sessions end, tokens are taken away, an open invitation is withdrawn. What the person did stays. */
export async function disablePerson(desk: Desk, by: By, person: string, revision: number): Promise<Changed> {
  const before = await personOf(desk, {
    organisation: by.organisation,
    person,
  });
  if (!before) return refuse({ code: 'person-not-found', person });
  if (await isLastAdministrator(desk, before)) return refuse({ code: 'last-administrator' });
  const saved = await unlessLastAdministrator(desk, before, await savePerson(desk, before, revision, { signIn: 'disabled' }));
  if (!saved.ok) return saved;
  await endSessions(desk, { organisation: by.organisation, person });
  await withdrawCodes(desk, person);
  for (const { _id } of await desk.models.tokens.find({ organisation: by.organisation, person }, { _id: 1 }).lean()) {
    await desk.models.tokens.deleteOne({ _id, organisation: by.organisation });
  }
  await noteInPeopleLog(desk, {
    organisation: by.organisation,
    ...byWhom(by),
    what: 'person.disabled',
    person,
  });
  return saved;
}

/** Back again: with the old password if there is one, else by a new invitation. */
export async function enablePerson(desk: Desk, by: By, person: string, revision: number): Promise<Changed> {
  const before = await personOf(desk, {
    organisation: by.organisation,
    person,
  });
  if (!before) return refuse({ code: 'person-not-found', person });
  if (before.signIn !== 'disabled') return ok(before);
  const credential = await desk.models.credentials.findOne({ _id: person, organisation: by.organisation }, { _id: 1 }).lean();
  const saved = await savePerson(desk, before, revision, {
    signIn: credential ? 'active' : 'none',
  });
  if (saved.ok)
    await noteInPeopleLog(desk, {
      organisation: by.organisation,
      ...byWhom(by),
      what: 'person.enabled',
      person,
    });
  return saved;
}
