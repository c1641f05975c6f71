import type { JsonObject } from '@redress/engine';
import { type Desk, daysMs, instant } from './desk.ts';
import { hashOf } from './secret.ts';

interface Whose {
  readonly organisation: string;
  readonly person: string;
  readonly key: string;
}
export interface KeptDraft {
  readonly key: string;
  readonly values: JsonObject;
  readonly savedAt: string;
}

/** Left alone this long, a half-written form goes. */
const keptForMs = daysMs(30);
const idOf = ({ organisation, person, key }: Whose) => hashOf('form-draft', organisation, person, key);

/** Only its writer ever gets it back: the person is part of its name. */
export async function readDraft({ models, clock }: Desk, whose: Whose): Promise<KeptDraft | undefined> {
  const found = await models.formDrafts.findOne({ _id: idOf(whose), organisation: whose.organisation }).lean();
  if (!found || found.expiresAt <= instant(clock.now())) return undefined;
  const values: JsonObject = JSON.parse(found.values);
  return { key: found.key, values, savedAt: found.savedAt };
}

export async function keepDraft({ models, clock }: Desk, whose: Whose, values: JsonObject): Promise<KeptDraft> {
  const now = clock.now();
  const savedAt = instant(now);
  const { organisation, person, key } = whose;
  await models.formDrafts.updateOne(
    { _id: idOf(whose), organisation },
    {
      $set: {
        person,
        key,
        values: JSON.stringify(values),
        savedAt,
        expiresAt: instant(now + keptForMs),
      },
    },
    { upsert: true },
  );
  return { key, values, savedAt };
}

export async function dropDraft({ models }: Desk, whose: Whose): Promise<void> {
  await models.formDrafts.deleteOne({
    _id: idOf(whose),
    organisation: whose.organisation,
  });
}
