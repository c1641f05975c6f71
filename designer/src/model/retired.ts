import { produce } from 'immer';
import type { DesignDocument } from './document.ts';
import { type Draft, fieldsOf, isFields, memberOf } from './loose-json.ts';
import type { IdRealm } from './new-id.ts';
import { allPlaces } from './places.ts';
import { sections } from './property-commands.ts';

/** The document with the ids that an edit took away kept in its layout, whichever command it was: they are never given again. */
export function withRetired(before: DesignDocument, after: DesignDocument): DesignDocument {
  const gone = realms.flatMap((realm) => {
    const left = idsIn(after, realm);
    return [...idsIn(before, realm)].filter((id) => !left.has(id)).map((id) => [realm, id] as const);
  });
  const kept = after.layout.retired ?? {};
  const isOdd = !isFields(kept) || Object.values(kept).some((realm) => !isFields(realm));
  if (gone.length === 0 || isOdd) return after; // What stands there is not ours: it stays.
  return produce(after, (draft: { layout: Draft }) => {
    for (const [realm, id] of gone) memberOf(memberOf(draft.layout, 'retired'), realm)[id] = true;
  });
}

const realms: readonly IdRealm[] = ['steps', 'scenarios', ...Object.values(sections)];

function idsIn({ definition, scenarios }: DesignDocument, realm: IdRealm): ReadonlySet<string> {
  if (realm === 'steps') return new Set(allPlaces(definition).map(({ id }) => id));
  return new Set(Object.keys(fieldsOf(realm === 'scenarios' ? scenarios.scripts : definition[realm])));
}
