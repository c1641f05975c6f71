import { ok, type Result, refuse } from '@redress/engine';
import type { CodeDocument } from '../store/models/people-code.ts';
import { installation } from '../store/models/people-models.ts';
import type { LanguageCode, PersonDocument } from '../store/models/people-person.ts';
import { isDuplicate } from '../store/store-error.ts';
import { giveBackCode, giveCode, lookAtCode, takeCode } from './codes.ts';
import { calendarOfCountry } from './country-calendar.ts';
import { type Desk, instant, minutesMs } from './desk.ts';
import { foldEmail, isEmail } from './email.ts';
import { checkPassword, hashPassword } from './password.ts';
import { noteInPeopleLog } from './people-log.ts';
import { addPerson, claimSignInName } from './persons.ts';
import type { PeopleRefusal } from './refusal.ts';
import { newId } from './secret.ts';

export interface SetUpWish {
  readonly code: string;
  readonly organisation: {
    readonly name: string;
    readonly language: LanguageCode;
    readonly country: string;
    readonly timeZone: string;
    readonly contact: string;
    readonly externalBody: string;
    readonly externalTimeLimit: string;
  };
  readonly person: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  };
}

/** What a new organisation starts with, done by the road of a case. */
export interface Founding {
  /** The shipped procedures, published as "shipped with version x". */
  readonly publishShipped: (organisation: string) => Promise<unknown>;
}

const claim = { _id: 'set-up', organisation: installation };
/** A set-up that crashed may be tried again after this. */
const claimLastsMs = minutesMs(1);

export const isSetUp = async ({ models }: Desk): Promise<boolean> =>
  (await models.installations.findOne({ ...claim, doneAt: { $exists: true } }).lean()) !== null;

/** For the console at the start of a server that nobody has set up: a fresh code, printed there and nowhere else. */
export const giveSetUpCode = async (desk: Desk): Promise<string> => (await giveCode(desk, { kind: 'set-up' })).code;

/** For `organisation add`: whoever types this code sets one more organisation up. */
export const giveOrganisationCode = async (
  desk: Desk,
  organisationName: string,
): Promise<{ readonly code: string; readonly endsAt: string }> => giveCode(desk, { kind: 'organisation', organisationName });

/** A code becomes an organisation with a calendar, the shipped procedures, and its first administrator. */
export async function setUp(desk: Desk, founding: Founding, wish: SetUpWish): Promise<Result<PersonDocument, PeopleRefusal>> {
  const { organisation: about, person } = wish;
  const calendar = calendarOfCountry({
    ...about,
    year: new Date(desk.clock.now()).getUTCFullYear(),
  });
  if (!calendar.ok) return calendar;
  if (!isEmail(foldEmail(person.email))) return refuse({ code: 'email-not-valid', email: person.email });
  const password = checkPassword(person.password, [person.name, person.email, about.name]);
  if (!password.ok) return password;

  const looked = await lookAtCode(desk, wish.code);
  if (!looked.ok) return looked;
  if (looked.value.kind === 'person') return refuse({ code: 'code-not-valid' });
  if (looked.value.kind === 'set-up' && !(await claimSetUp(desk))) return refuse({ code: 'already-set-up' });
  const code = await takeCode(desk, wish.code);
  if (!code.ok) return code;
  try {
    return await found(desk, founding, wish, {
      code: code.value,
      calendarText: JSON.stringify(calendar.value),
    });
  } catch (error) {
    await giveBackCode(desk, code.value); // Nobody can sign in yet: the code must still open the door.
    throw error;
  }
}

async function found(
  desk: Desk,
  founding: Founding,
  wish: SetUpWish,
  of: { readonly code: CodeDocument; readonly calendarText: string },
): Promise<Result<PersonDocument, PeopleRefusal>> {
  const organisation = newId();
  const now = instant(desk.clock.now());
  await desk.store.organisations.create({
    _id: organisation,
    organisation,
    revision: 1,
    ...wish.organisation,
    mailHeld: false,
    numberPattern: '{yyyy}-{000000}',
    numberPatterns: {},
    createdAt: now,
  });
  await desk.store.calendars.create({
    _id: `${organisation}:organisation:1`,
    organisation,
    calendar: 'organisation',
    version: 1,
    text: of.calendarText,
    at: now,
  });
  await founding.publishShipped(organisation);

  const { name, email, password } = wish.person;
  const added = await addPerson(
    desk,
    { organisation },
    {
      name,
      email,
      party: 'organisation',
      rights: ['administrator'],
      assignments: [],
      language: wish.organisation.language,
    },
  );
  if (!added.ok) return added;
  const { _id } = added.value;
  await desk.models.credentials.create({
    _id,
    organisation,
    passwordHash: await hashPassword(password),
    changedAt: now,
  });
  await claimSignInName(desk, { organisation, person: _id }, email);
  await desk.models.persons.updateOne({ _id, organisation }, { $set: { signIn: 'active' } });
  await noteInPeopleLog(desk, {
    organisation,
    by: _id,
    what: 'organisation.set-up',
    facts: { with: of.code.kind },
  });
  if (of.code.kind === 'set-up') await desk.models.installations.updateOne(claim, { $set: { doneAt: now } });
  return ok({ ...added.value, signIn: 'active' });
}

/** One at a time, and never twice: two who hold valid codes make one first organisation. */
async function claimSetUp(desk: Desk): Promise<boolean> {
  const now = desk.clock.now();
  try {
    await desk.models.installations.create({ ...claim, claimedAt: now });
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const taken = await desk.models.installations.updateOne(
    {
      ...claim,
      doneAt: { $exists: false },
      claimedAt: { $lt: now - claimLastsMs },
    },
    { $set: { claimedAt: now } },
  );
  return taken.modifiedCount === 1;
}
