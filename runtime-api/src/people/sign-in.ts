import { ok, type Result, refuse } from '@redress/engine';
import { installation } from '../store/models/people-models.ts';
import type { PersonDocument } from '../store/models/people-person.ts';
import { type AttemptKey, clearAttempts, registerAttempt } from './attempts.ts';
import type { Desk } from './desk.ts';
import { foldEmail } from './email.ts';
import { compareWithNobody, matchesPassword } from './password.ts';
import type { PeopleRefusal } from './refusal.ts';
import { hashOf } from './secret.ts';

export interface SignInWish {
  readonly email: string;
  readonly password: string;
  readonly organisation?: string;
  /** Of the network: delays grow by it, it is stored only in a hash. */
  readonly address: string;
}

/** How many organisations one address may open: bounds the work of a wrong password. */
const placesMax = 5;

export const signInNameId = (email: string): string => hashOf('sign-in-name', foldEmail(email));

/** What wrong passwords are counted by. */
export function attemptKeys(wish: Pick<SignInWish, 'email' | 'address'>): readonly AttemptKey[] {
  const email = foldEmail(wish.email);
  return [
    { kind: 'email-and-address', value: `${email}|${wish.address}` },
    { kind: 'email', value: email },
    { kind: 'address', value: wish.address },
  ];
}

/** Who this is. Unknown e-mail, wrong password, disabled: one answer, and about one duration. */
export async function recognise(desk: Desk, wish: SignInWish): Promise<Result<PersonDocument, PeopleRefusal>> {
  const email = foldEmail(wish.email);
  const keys = attemptKeys(wish);
  for (const key of keys) {
    const allowed = await registerAttempt(desk, key);
    if (!allowed.ok) return allowed;
  }
  const matching = await whoMatches(desk, email, wish.password);
  if (matching.length === 0) return refuse({ code: 'sign-in-refused' });
  for (const key of keys) await clearAttempts(desk, key);

  const [first, ...others] =
    wish.organisation === undefined ? matching : matching.filter(({ organisation }) => organisation === wish.organisation);
  if (!first) return refuse({ code: 'sign-in-refused' });
  if (others.length > 0)
    return refuse({
      code: 'choose-organisation',
      organisations: await namesOf(desk, matching),
    });
  return ok(first);
}

async function whoMatches({ models }: Desk, email: string, password: string): Promise<readonly PersonDocument[]> {
  const name = await models.signInNames.findOne({ _id: signInNameId(email), organisation: installation }).lean();
  const matching: PersonDocument[] = [];
  let compared = 0;
  for (const { organisation, person: _id } of (name?.places ?? []).slice(0, placesMax)) {
    const [person, credential] = await Promise.all([
      models.persons.findOne({ _id, organisation }).lean(),
      models.credentials.findOne({ _id, organisation }).lean(),
    ]);
    if (!person || !credential) continue;
    compared += 1;
    if ((await matchesPassword(password, credential.passwordHash)) && person.signIn === 'active') matching.push(person);
  }
  if (compared === 0) await compareWithNobody(password);
  return matching;
}

async function namesOf({ store }: Desk, persons: readonly PersonDocument[]) {
  return await Promise.all(
    persons.map(async ({ organisation }) => {
      const found = await store.organisations.findOne({ _id: organisation, organisation }, { name: 1 }).lean();
      return { id: organisation, name: found?.name ?? '' };
    }),
  );
}
