import { timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '@redress/engine';
import type { Desk } from '../people/desk.ts';
import { personOf } from '../people/persons.ts';
import { rightsOf } from '../people/roles-held.ts';
import { csrfOf, findSession } from '../people/sessions.ts';
import { findToken } from '../people/tokens.ts';
import type { PersonDocument } from '../store/models/people-person.ts';
import type { Caller } from './caller.ts';
import { readCookie } from './cookie.ts';
import type { HttpRefusal } from './http-refusal.ts';
import type { DoorSettings } from './office.ts';

/** Who asks: by token if there is an `Authorization` header, else by the session cookie. Nothing if there is neither. */
export async function recogniseCaller(
  desk: Desk,
  door: DoorSettings,
  heads: { readonly authorization?: string | undefined; readonly cookie?: string | undefined },
  touch = true,
): Promise<Caller | undefined> {
  if (heads.authorization !== undefined) return await byToken(desk, heads.authorization);
  const cookie = readCookie(door, heads.cookie);
  return cookie === undefined ? undefined : await bySession(desk, cookie, touch);
}

async function bySession(desk: Desk, cookie: string, touch: boolean): Promise<Caller | undefined> {
  const session = await findSession(desk, cookie, touch);
  const person = session && (await personOf(desk, session));
  if (!session || person?.signIn !== 'active') return undefined;
  return { ...as(person), session: { id: session._id, cookie, idleEndsAt: session.idleEndsAt, absoluteEndsAt: session.absoluteEndsAt } };
}

async function byToken(desk: Desk, authorization: string): Promise<Caller | undefined> {
  const [scheme, secret] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !secret) return undefined;
  const token = await findToken(desk, secret);
  if (!token) return undefined;
  const { organisation, rights } = token;
  if (token.person === undefined) return { organisation, key: `service:${token._id}`, rights, holdsRole: false, token };
  const person = await personOf(desk, { organisation, person: token.person });
  return person?.signIn === 'active' ? { ...as(person), token } : undefined;
}

const as = (person: PersonDocument) => ({
  organisation: person.organisation,
  key: person._id,
  person,
  rights: rightsOf(person),
  holdsRole: person.handlesComplaints || person.holds.length > 0,
});

/** A page of ours knows what belongs to its session; a foreign page cannot read it. Tokens are never sent by a browser on its own. */
export function checkCsrf(caller: Caller, given: string | undefined): Result<void, HttpRefusal> {
  if (!caller.session) return ok(undefined);
  const expected = Buffer.from(csrfOf(caller.session.cookie));
  const actual = Buffer.from(given ?? '');
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? ok(undefined) : refuse({ code: 'csrf-missing' });
}
