import type { Definitions, People, Recipient } from '../ports.ts';
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
export function peoplePort(desk: Desk, definitions: Pick<Definitions, 'current' | 'of'>): People {
  return {
    holders: async (organisation, definition, role) => {
      const reference = await definitions.current(organisation, definition);
      const runnable = reference && (await definitions.of(organisation, reference));
      if (!runnable?.ok) return [];
      const known = runnable.value.definition;
      const maybe = await desk.models.persons
        .find({
          organisation,
          $or: [{ holds: `${definition}/${role}` }, { handlesComplaints: true }],
        })
        .limit(500)
        .lean();
      return maybe.filter((person) => person.signIn === 'active' && rolesHeld(person, known).includes(role)).map(asRecipient);
    },
    person: async (organisation, person) => {
      const found = await personOf(desk, { organisation, person });
      return found && asRecipient(found);
    },
  };
}
