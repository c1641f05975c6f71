import type { LogLineDocument } from '../store/models/people-log-line.ts';
import { type Desk, instant } from './desk.ts';
import { newId } from './secret.ts';

export interface PeopleEvent {
  readonly organisation: string;
  readonly by?: string;
  /** `person.created`, `rights.changed`, `token.created` … */
  readonly what: string;
  readonly person?: string;
  /** Names of what changed; never a password, a code, a secret. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

let order = 0;

/** Adds one line. Lines are never changed and never removed. */
export async function noteInPeopleLog({ models, clock }: Desk, { organisation, by, what, person, facts }: PeopleEvent): Promise<void> {
  order += 1;
  await models.peopleLog.create({
    _id: newId(),
    organisation,
    at: instant(clock.now()),
    seq: order,
    ...(by === undefined ? {} : { by }),
    what,
    ...(person === undefined ? {} : { person }),
    facts: JSON.stringify(facts ?? {}),
  });
}

/** Newest first, `before` an instant (exclusive). */
export async function readPeopleLog(
  { models }: Desk,
  of: {
    readonly organisation: string;
    readonly before?: string;
    readonly limit: number;
  },
): Promise<readonly LogLineDocument[]> {
  const older = of.before === undefined ? {} : { at: { $lt: of.before } };
  return await models.peopleLog
    .find({ organisation: of.organisation, ...older })
    .sort({ at: -1, seq: -1 })
    .limit(of.limit)
    .lean();
}
