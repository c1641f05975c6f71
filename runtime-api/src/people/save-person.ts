import { ok, type Result, refuse } from '@redress/engine';
import type { PersonDocument } from '../store/models/people-person.ts';
import { type Desk, instant } from './desk.ts';
import type { PeopleRefusal } from './refusal.ts';

export type Changed = Result<PersonDocument, PeopleRefusal | { readonly code: 'changed-meanwhile'; readonly revision: number }>;

/** One compare-and-set of a person by the revision that the editor saw. */
export async function savePerson(
  { models, clock }: Desk,
  before: PersonDocument,
  revision: number,
  next: Partial<PersonDocument>,
  gone: readonly string[] = [],
): Promise<Changed> {
  const $unset = Object.fromEntries(gone.map((field) => [field, 1 as const]));
  const saved = await models.persons
    .findOneAndUpdate(
      { _id: before._id, organisation: before.organisation, revision },
      {
        $set: {
          ...next,
          revision: revision + 1,
          updatedAt: instant(clock.now()),
        },
        ...(gone.length > 0 ? { $unset } : {}),
      },
      { returnDocument: 'after' },
    )
    .lean();
  if (saved) return ok(saved);
  const now = await models.persons.findOne({ _id: before._id, organisation: before.organisation }, { revision: 1 }).lean();
  return refuse({ code: 'changed-meanwhile', revision: now?.revision ?? 0 });
}
