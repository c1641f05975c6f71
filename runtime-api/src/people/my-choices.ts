import { ok, type Result, refuse } from '@redress/engine';
import type { PersonDocument } from '../store/models/people-person.ts';
import { type Desk, instant } from './desk.ts';
import { noteInPeopleLog } from './people-log.ts';
import type { PeopleRefusal } from './refusal.ts';

type Choices = {
  readonly [Part in 'language' | 'theme' | 'shortcuts' | 'expert']?: PersonDocument[Part] | undefined;
};
interface Who {
  readonly organisation: string;
  readonly person: string;
}

/** How the window looks for me: language, light or dark, shortcuts, technical names. */
export async function choose({ models, clock }: Desk, who: Who, wish: Choices): Promise<Result<PersonDocument, PeopleRefusal>> {
  const chosen = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  const saved = await models.persons
    .findOneAndUpdate(
      { _id: who.person, organisation: who.organisation },
      {
        $set: { ...chosen, updatedAt: instant(clock.now()) },
        $inc: { revision: 1 },
      },
      { returnDocument: 'after' },
    )
    .lean();
  return saved ? ok(saved) : refuse({ code: 'person-not-found', person: who.person });
}

/** "I handle complaints here too": an administrator's own choice, written down each way. */
export async function chooseHandling(desk: Desk, who: Who, handlesComplaints: boolean): Promise<Result<PersonDocument, PeopleRefusal>> {
  const { models, clock } = desk;
  const saved = await models.persons
    .findOneAndUpdate(
      {
        _id: who.person,
        organisation: who.organisation,
        rights: 'administrator',
      },
      {
        $set: { handlesComplaints, updatedAt: instant(clock.now()) },
        $inc: { revision: 1 },
      },
      { returnDocument: 'after' },
    )
    .lean();
  if (!saved) return refuse({ code: 'person-not-found', person: who.person });
  await noteInPeopleLog(desk, {
    organisation: who.organisation,
    by: who.person,
    what: handlesComplaints ? 'handling.taken' : 'handling.given-back',
    person: who.person,
  });
  return ok(saved);
}
