import { refuse } from '@redress/engine';
import type { PersonDocument } from '../store/models/people-person.ts';
import type { Desk } from './desk.ts';
import { personOf } from './persons.ts';
import { type Changed, savePerson } from './save-person.ts';

const isAdministrator = ({ rights, signIn }: PersonDocument): boolean => rights.includes('administrator') && signIn === 'active';

/** Whether nobody else could let people in any more. */
export async function isLastAdministrator({ models }: Desk, person: PersonDocument): Promise<boolean> {
  if (!isAdministrator(person)) return false;
  const others = await models.persons.countDocuments({
    organisation: person.organisation,
    _id: { $ne: person._id },
    signIn: 'active',
    rights: 'administrator',
  });
  return others === 0;
}

/**
 * A change of an administrator that was asked beforehand and is written. Two who give up the right in the same moment each saw the other: whoever finds
 * nobody left afterwards takes it back.
 */
export async function unlessLastAdministrator(desk: Desk, before: PersonDocument, saved: Changed): Promise<Changed> {
  if (!saved.ok || isAdministrator(saved.value) || !(await isLastAdministrator(desk, before))) return saved;
  const { _id, revision: _, updatedAt: __, ...fields } = before;
  const gone = before.email === undefined ? ['email'] : [];
  const who = { organisation: before.organisation, person: _id };
  for (let now: PersonDocument | undefined = saved.value; now !== undefined; now = await personOf(desk, who))
    if ((await savePerson(desk, now, now.revision, fields, gone)).ok) break;
  return refuse({ code: 'last-administrator' });
}
