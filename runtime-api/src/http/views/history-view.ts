import type { Static } from '@sinclair/typebox';
import { namesOf } from '../../people/persons.ts';
import type { DraftHistory as StoredHistory } from '../../store/models/definition.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { DraftHistory } from '../shapes/definitions.ts';

/** Who changed what and when, as it is told. */
export async function historyView(
  { desk }: Pick<Office, 'desk'>,
  organisation: string,
  { whole = false, saves = [] }: Partial<StoredHistory> = {},
): Promise<Omit<Static<typeof DraftHistory>, 'revision'>> {
  const names = await namesOf(
    desk,
    organisation,
    saves.map(({ person }) => person),
  );
  const told = saves.map(({ revision, at, person, entries }) => {
    return { revision, at, ...present({ person: names.get(person) }), lines: JSON.parse(entries) };
  });
  return { complete: whole, saves: told };
}
