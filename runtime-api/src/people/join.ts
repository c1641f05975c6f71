import { ok, type Result, refuse } from '@redress/engine';
import type { PersonDocument } from '../store/models/people-person.ts';
import { lookAtCode, takeCode } from './codes.ts';
import { hasPassword } from './confirm-password.ts';
import { type Desk, instant } from './desk.ts';
import { checkPassword, hashPassword } from './password.ts';
import { noteInPeopleLog } from './people-log.ts';
import { personOf } from './persons.ts';
import type { PeopleRefusal } from './refusal.ts';
import { endSessions } from './sessions.ts';

export interface InvitationSeen {
  readonly kind: 'person' | 'organisation';
  readonly organisationName: string;
  readonly name?: string;
  readonly email?: string;
  readonly endsAt: string;
}

/** Whom a code invites, so that somebody sees the right name before choosing a password. */
export async function lookAtInvitation(desk: Desk, typed: string): Promise<Result<InvitationSeen, PeopleRefusal>> {
  const code = await lookAtCode(desk, typed);
  if (!code.ok) return code;
  const { invites, endsAt, organisationName } = code.value;
  if (!invites)
    return ok({
      kind: 'organisation',
      organisationName: organisationName ?? '',
      endsAt,
    });
  const [person, organisation] = await Promise.all([
    personOf(desk, invites),
    desk.store.organisations
      .findOne({
        _id: invites.organisation,
        organisation: invites.organisation,
      })
      .lean(),
  ]);
  if (!person || person.signIn === 'disabled') return refuse({ code: 'code-not-valid' });
  return ok({
    kind: 'person',
    organisationName: organisation?.name ?? '',
    name: person.name,
    ...(person.email === undefined ? {} : { email: person.email }),
    endsAt,
  });
}

/** An invitation becomes a way in. Sessions under an older password end. */
export async function join(
  desk: Desk,
  wish: { readonly code: string; readonly password: string },
): Promise<Result<PersonDocument, PeopleRefusal>> {
  const looked = await lookAtCode(desk, wish.code);
  if (!looked.ok) return looked;
  const { invites } = looked.value;
  const person = invites && (await personOf(desk, invites));
  if (!invites || !person || person.signIn === 'disabled') return refuse({ code: 'code-not-valid' });
  const password = checkPassword(wish.password, [person.name, person.email ?? '']);
  if (!password.ok) return password;
  const taken = await takeCode(desk, wish.code);
  if (!taken.ok) return taken;

  const { organisation } = invites;
  await setPassword(desk, { organisation, person: person._id }, wish.password);
  await endSessions(desk, { organisation, person: person._id });
  await desk.models.persons.updateOne(
    { _id: person._id, organisation },
    {
      $set: { signIn: 'active', updatedAt: instant(desk.clock.now()) },
      $inc: { revision: 1 },
    },
  );
  await noteInPeopleLog(desk, {
    organisation,
    by: person._id,
    what: 'person.joined',
    person: person._id,
  });
  return ok({ ...person, signIn: 'active', revision: person.revision + 1 });
}

/** The present one is asked for again; all other sessions end. */
export async function changePassword(
  desk: Desk,
  who: { readonly person: PersonDocument; readonly session: string },
  wish: { readonly current: string; readonly next: string },
): Promise<Result<void, PeopleRefusal>> {
  const { _id, organisation, name, email } = who.person;
  if (!(await hasPassword(desk, who.person, wish.current))) return refuse({ code: 'password-wrong' });
  const checked = checkPassword(wish.next, [name, email ?? '']);
  if (!checked.ok) return checked;
  await setPassword(desk, { organisation, person: _id }, wish.next);
  await endSessions(desk, { organisation, person: _id, except: who.session });
  await noteInPeopleLog(desk, {
    organisation,
    by: _id,
    what: 'password.changed',
    person: _id,
  });
  return ok(undefined);
}

async function setPassword(
  { models, clock }: Desk,
  who: { readonly organisation: string; readonly person: string },
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await models.credentials.updateOne(
    { _id: who.person, organisation: who.organisation },
    { $set: { passwordHash, changedAt: instant(clock.now()) } },
    { upsert: true },
  );
}
