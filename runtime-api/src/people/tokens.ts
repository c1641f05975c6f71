import { ok, type Result, refuse } from '@redress/engine';
import type { RightName } from '../store/models/people-person.ts';
import type { TokenDocument } from '../store/models/people-token.ts';
import { type Desk, daysMs, instant, minutesMs } from './desk.ts';
import { noteInPeopleLog } from './people-log.ts';
import type { PeopleRefusal } from './refusal.ts';
import { hashOf, newSecret } from './secret.ts';

const prefix = 'rdr_';
const usedEveryMs = minutesMs(1);

export interface NewTokenWish {
  readonly organisation: string;
  readonly by: {
    readonly person: string;
    readonly rights: readonly RightName[];
  };
  readonly name: string;
  /** Absent: a named service. */
  readonly person?: string;
  readonly rights: readonly RightName[];
  readonly scope: TokenDocument['scope'];
  readonly days: number;
}

/** A person makes tokens of their own; an administrator makes services, with any rights but the administrator's. The secret is in the answer and nowhere else. */
export async function makeToken(
  desk: Desk,
  wish: NewTokenWish,
): Promise<Result<{ readonly secret: string; readonly token: TokenDocument }, PeopleRefusal>> {
  const { organisation, by, name, person, rights, scope, days } = wish;
  if (person !== undefined && person !== by.person) return refuse({ code: 'token-too-wide' });
  if (person === undefined && !by.rights.includes('administrator')) return refuse({ code: 'token-too-wide' });
  if (person !== undefined && rights.length > 0) return refuse({ code: 'token-too-wide' });
  if (rights.includes('administrator')) return refuse({ code: 'token-too-wide', right: 'administrator' });
  const secret = newSecret();
  const now = desk.clock.now();
  const token: TokenDocument = {
    _id: hashOf('token', organisation, secret),
    organisation,
    name,
    ...(person === undefined ? {} : { person }),
    rights: [...rights],
    scope: [...scope],
    createdAt: instant(now),
    createdBy: by.person,
    endsAt: instant(now + daysMs(days)),
    expiresAt: instant(now + daysMs(days)),
  };
  await desk.models.tokens.create(token);
  await noteInPeopleLog(desk, {
    organisation,
    by: by.person,
    what: 'token.created',
    ...(person === undefined ? {} : { person }),
    facts: { name, scope, rights, endsAt: token.endsAt },
  });
  return ok({ secret: `${prefix}${organisation}.${secret}`, token });
}

/** The token behind an `Authorization: Bearer` header, while it lasts. */
export async function findToken({ models, clock }: Desk, secret: string): Promise<TokenDocument | undefined> {
  if (!secret.startsWith(prefix) || secret.length > 200) return undefined;
  const [organisation, rest, ...more] = secret.slice(prefix.length).split('.');
  if (!organisation || !rest || more.length > 0) return undefined;
  const token = await models.tokens.findOne({ _id: hashOf('token', organisation, rest), organisation }).lean();
  const now = clock.now();
  if (!token || Date.parse(token.endsAt) <= now) return undefined;
  if (token.lastUsedAt === undefined || now - Date.parse(token.lastUsedAt) >= usedEveryMs) {
    await models.tokens.updateOne({ _id: token._id, organisation }, { $set: { lastUsedAt: instant(now) } });
  }
  return token;
}

/** Own ones; an administrator sees all. */
export async function tokensOf(
  { models, clock }: Desk,
  of: { readonly organisation: string; readonly person?: string },
): Promise<readonly TokenDocument[]> {
  const whose = of.person === undefined ? {} : { person: of.person };
  const all = await models.tokens
    .find({ organisation: of.organisation, ...whose })
    .sort({ createdAt: 1 })
    .limit(500)
    .lean();
  return all.filter(({ endsAt }) => Date.parse(endsAt) > clock.now());
}

export async function revokeToken(
  desk: Desk,
  of: {
    readonly organisation: string;
    readonly by: string;
    readonly token: string;
    readonly person?: string;
  },
): Promise<Result<void, PeopleRefusal>> {
  const whose = of.person === undefined ? {} : { person: of.person };
  const { organisation } = of;
  const gone = await desk.models.tokens.findOne({ _id: of.token, organisation, ...whose }).lean();
  const ended = gone && (await desk.models.tokens.deleteOne({ _id: of.token, organisation }));
  if (!gone || ended?.deletedCount !== 1) return refuse({ code: 'token-not-found', token: of.token });
  await noteInPeopleLog(desk, {
    organisation: of.organisation,
    by: of.by,
    what: 'token.revoked',
    ...(gone.person === undefined ? {} : { person: gone.person }),
    facts: { name: gone.name },
  });
  return ok(undefined);
}
