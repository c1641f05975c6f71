import { type Definition, type LetterEffect, personsNamed, type Role } from '@redress/engine';
import type { LoadedCase, People, Recipient } from '../ports.ts';
import { fieldMeaning } from '../search/keys.ts';
import { addressIn } from './address.ts';

/** Who a letter is for: staff read it in their inbox, others get it by mail or on paper. */
export type Receiver =
  | { readonly by: 'inbox'; readonly persons: readonly Recipient[] }
  | { readonly by: 'mail'; readonly address: string; readonly name?: string; readonly language?: string }
  | { readonly by: 'print'; readonly name?: string; readonly language?: string };

export async function receiverOf(
  effect: Pick<LetterEffect, 'to'>,
  loaded: LoadedCase,
  definition: Definition,
  people: People,
): Promise<Receiver> {
  const role = Object.hasOwn(definition.roles, effect.to) ? definition.roles[effect.to] : undefined;
  if (role?.party === 'organisation') return { by: 'inbox', persons: await staffOf(effect.to, role, loaded, definition, people) };

  const fields = loaded.state.snapshot.context;
  const outside = await personBehind(effect.to, loaded, people);
  const given = (field: string | undefined): unknown => (field === undefined ? undefined : fields[field]);
  const ofComplaint = role?.party === 'complainant' || role?.party === 'customer';
  const contact =
    role?.addressedBy === undefined ? (ofComplaint ? given(fieldMeaning(definition, 'contact')) : undefined) : given(role.addressedBy);
  const name = textIn(ofComplaint ? given(fieldMeaning(definition, 'complainant-name')) : undefined) ?? outside?.name;
  const language = textIn(ofComplaint ? given(fieldMeaning(definition, 'preferred-language')) : undefined) ?? outside?.language;
  // What the complainant wrote as contact counts, even where it is no e-mail: somebody who asks for a letter by post gets one.
  const address = contact === undefined ? addressIn(outside?.email) : addressIn(contact);
  const known = { ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) };
  return address === undefined ? { by: 'print', ...known } : { by: 'mail', address, ...known };
}

/** Holders of a staff role; a role with `heldBy` is held by whom the case names. */
async function staffOf(
  role: string,
  described: Role,
  loaded: LoadedCase,
  definition: Definition,
  people: People,
): Promise<readonly Recipient[]> {
  if (described.heldBy === undefined) return people.holders(loaded.document.organisation, definition, role);
  const ids = personsNamed(loaded.state.snapshot.context[described.heldBy]);
  const found = await Promise.all(ids.map((id) => people.person(loaded.document.organisation, id)));
  return found.filter((person): person is Recipient => person !== undefined);
}

/** The person on whose behalf somebody last acted in this role. */
async function personBehind(role: string, loaded: LoadedCase, people: People): Promise<Recipient | undefined> {
  const deeds = Object.values(loaded.state.performedBy).flat();
  const person = deeds.findLast((deed) => deed.role === role && deed.onBehalfOf !== undefined)?.onBehalfOf;
  return person === undefined ? undefined : people.person(loaded.document.organisation, person);
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
