import { ok, type Result, refuse } from '@redress/engine';
import type { PersonDocument } from '../store/models/people-person.ts';
import { clearAttempts, registerAttempt } from './attempts.ts';
import type { Desk } from './desk.ts';
import { matchesPassword } from './password.ts';
import type { PeopleRefusal } from './refusal.ts';
import { attemptKeys } from './sign-in.ts';

/** Whether this is the person's password. Guesses are counted by whoever asks. */
export async function hasPassword({ models }: Desk, { _id, organisation }: PersonDocument, password: string): Promise<boolean> {
  const credential = await models.credentials.findOne({ _id, organisation }).lean();
  return credential !== null && (await matchesPassword(password, credential.passwordHash));
}

/** Whoever signs something is asked for the password again: a wrong one counts as a wrong sign-in, and waits as long. */
export async function confirmPassword(
  desk: Desk,
  { person, password, address }: { readonly person: PersonDocument; readonly password: string; readonly address: string },
): Promise<Result<void, PeopleRefusal>> {
  const keys = attemptKeys({ email: person.email ?? person._id, address });
  for (const key of keys) {
    const allowed = await registerAttempt(desk, key);
    if (!allowed.ok) return allowed;
  }
  if (!(await hasPassword(desk, person, password))) return refuse({ code: 'password-wrong' });
  for (const key of keys) await clearAttempts(desk, key);
  return ok(undefined);
}
