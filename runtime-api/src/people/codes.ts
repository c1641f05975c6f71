import { ok, type Result, refuse } from '@redress/engine';
import type { CodeDocument } from '../store/models/people-code.ts';
import { installation } from '../store/models/people-models.ts';
import { type Desk, daysMs, instant } from './desk.ts';
import type { PeopleRefusal } from './refusal.ts';
import { hashOf, newCode, readCode } from './secret.ts';

const daysOpen = {
  'set-up': 7,
  organisation: 7,
  person: 7,
} as const satisfies Record<CodeDocument['kind'], number>;

export type CodeFor = Pick<CodeDocument, 'kind' | 'organisationName' | 'invites'>;

/** A fresh code, shown once: only its hash is kept. An earlier invitation of the same person ends. */
export async function giveCode({ models, clock }: Desk, wanted: CodeFor): Promise<{ readonly code: string; readonly endsAt: string }> {
  if (wanted.invites) await withdrawCodes({ models, clock }, wanted.invites.person);
  const code = newCode();
  const endsMs = clock.now() + daysMs(daysOpen[wanted.kind]);
  await models.codes.create({
    ...wanted,
    _id: hashOf('code', code),
    organisation: installation,
    endsAt: instant(endsMs),
    expiresAt: instant(endsMs + daysMs(1)),
  });
  return { code, endsAt: instant(endsMs) };
}

export async function withdrawCodes({ models }: Pick<Desk, 'models' | 'clock'>, person: string): Promise<void> {
  for (const { _id } of await models.codes.find({ organisation: installation, 'invites.person': person }, { _id: 1 }).lean()) {
    await models.codes.deleteOne({ _id, organisation: installation });
  }
}

/** What a code opens, without using it up. Unknown, used and over are one answer. */
export async function lookAtCode({ models, clock }: Desk, typed: string): Promise<Result<CodeDocument, PeopleRefusal>> {
  const found = await models.codes
    .findOne({
      _id: hashOf('code', readCode(typed)),
      organisation: installation,
    })
    .lean();
  return found && !found.usedAt && found.endsAt > instant(clock.now()) ? ok(found) : refuse({ code: 'code-not-valid' });
}

/** Uses the code up: of two who type it at once, one comes in. */
export async function takeCode(desk: Desk, typed: string): Promise<Result<CodeDocument, PeopleRefusal>> {
  const found = await lookAtCode(desk, typed);
  if (!found.ok) return found;
  const taken = await desk.models.codes.updateOne(
    {
      _id: found.value._id,
      organisation: installation,
      usedAt: { $exists: false },
    },
    { $set: { usedAt: instant(desk.clock.now()) } },
  );
  return taken.modifiedCount === 1 ? found : refuse({ code: 'code-not-valid' });
}

/** What was taken failed afterwards: the code opens again. */
export async function giveBackCode({ models }: Desk, code: CodeDocument): Promise<void> {
  await models.codes.updateOne({ _id: code._id, organisation: installation }, { $unset: { usedAt: 1 } });
}
