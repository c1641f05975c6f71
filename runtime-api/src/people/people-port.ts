import type { People, Recipient } from '../ports.ts';
import type { PersonDocument } from '../store/models/people-person.ts';
import type { Desk } from './desk.ts';
import { personOf } from './persons.ts';
import { rolesHeld } from './roles-held.ts';

const asRecipient = ({ _id, name, language, email }: PersonDocument): Recipient => ({
  id: _id,
  name,
  language,
  ...(email === undefined ? {} : { email }),
});

/** Who is who, for letters. Those shut out, and those who never come in, hold nothing here. */
export function peoplePort(desk: Desk): People {
  return {
    holders: async (organisation, definition, role) => {
      const maybe = await desk.models.persons
        .find({
          organisation,
          $or: [{ holds: `${definition.id}/${role}` }, { handlesComplaints: true }],
        })
        .limit(500)
        .lean();
      return maybe.filter((person) => person.signIn === 'active' && rolesHeld(person, definition).includes(role)).map(asRecipient);
    },
    person: async (organisation, person) => {
      const found = await personOf(desk, { organisation, person });
      return found && asRecipient(found);
    },
  };
}
