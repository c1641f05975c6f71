import { ok, type Result, refuse } from '@redress/engine';
import type { SessionDocument } from '../store/models/people-session.ts';
import { type Desk, hoursMs, instant, minutesMs } from './desk.ts';
import type { PeopleRefusal } from './refusal.ts';
import { hashOf, newSecret } from './secret.ts';

export const sessionIdleMs = minutesMs(30);
export const sessionAbsoluteMs = hoursMs(12);
/** A session's "last seen" is written at most this often: reading a page is not a write. */
const seenEveryMs = minutesMs(1);

export interface OpenedSession {
  /** What the cookie holds: `<organisation>.<secret>`. The organisation in it only says where to look; the hash binds both. */
  readonly cookie: string;
  readonly session: SessionDocument;
}

export async function openSession(
  { models, clock }: Desk,
  of: {
    readonly organisation: string;
    readonly person: string;
    readonly device: string;
  },
): Promise<OpenedSession> {
  const secret = newSecret();
  const now = clock.now();
  const session: SessionDocument = {
    _id: hashOf('session', of.organisation, secret),
    organisation: of.organisation,
    person: of.person,
    device: of.device.slice(0, 120),
    startedAt: instant(now),
    seenAt: instant(now),
    idleEndsAt: instant(now + sessionIdleMs),
    absoluteEndsAt: instant(now + sessionAbsoluteMs),
    expiresAt: instant(now + sessionAbsoluteMs),
  };
  await models.sessions.create(session);
  return { cookie: `${of.organisation}.${secret}`, session };
}

/** The session of a cookie, if it still runs. Whether its person may still come in is asked by the caller. `touch` says that somebody is there: idle time begins anew. */
export async function findSession({ models, clock }: Desk, cookie: string, touch = true): Promise<SessionDocument | undefined> {
  const [organisation, secret, ...rest] = cookie.split('.');
  if (!organisation || !secret || rest.length > 0 || cookie.length > 200) return undefined;
  const _id = hashOf('session', organisation, secret);
  const session = await models.sessions.findOne({ _id, organisation }).lean();
  if (!session) return undefined;
  const now = clock.now();
  if (now >= Date.parse(session.idleEndsAt) || now >= Date.parse(session.absoluteEndsAt)) {
    await models.sessions.deleteOne({ _id, organisation });
    return undefined;
  }
  if (!touch || now - Date.parse(session.seenAt) < seenEveryMs) return session;
  const seen = {
    seenAt: instant(now),
    idleEndsAt: instant(now + sessionIdleMs),
  };
  // Only if it is still there: a session revoked a moment ago must not come back.
  const touched = await models.sessions.updateOne({ _id, organisation }, { $set: seen });
  return touched.matchedCount === 1 ? { ...session, ...seen } : undefined;
}

/** Oldest first, the running ones only. */
export async function sessionsOf(
  { models, clock }: Desk,
  who: { readonly organisation: string; readonly person: string },
): Promise<readonly SessionDocument[]> {
  const now = instant(clock.now());
  const all = await models.sessions.find({ organisation: who.organisation, person: who.person }).sort({ startedAt: 1 }).limit(100).lean();
  return all.filter((session) => session.idleEndsAt > now && session.absoluteEndsAt > now);
}

export async function endSession(
  { models }: Desk,
  of: {
    readonly organisation: string;
    readonly person: string;
    readonly session: string;
  },
): Promise<Result<void, PeopleRefusal>> {
  const ended = await models.sessions.deleteOne({
    _id: of.session,
    organisation: of.organisation,
    person: of.person,
  });
  return ended.deletedCount === 1 ? ok(undefined) : refuse({ code: 'session-not-found', session: of.session });
}

/** Shut out everywhere, but for the one session named: after a change of password, or when a person is disabled. */
export async function endSessions(
  { models }: Desk,
  of: {
    readonly organisation: string;
    readonly person: string;
    readonly except?: string;
  },
): Promise<void> {
  for (const { _id } of await models.sessions.find({ organisation: of.organisation, person: of.person }, { _id: 1 }).lean()) {
    if (_id !== of.except) await models.sessions.deleteOne({ _id, organisation: of.organisation });
  }
}

/** Bound to the session, useless without its cookie: what a page of ours sends back with every unsafe request. */
export const csrfOf = (cookie: string): string => hashOf('csrf', cookie);
