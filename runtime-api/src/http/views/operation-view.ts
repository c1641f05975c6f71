import type { Static } from '@sinclair/typebox';
import { namesOf } from '../../people/persons.ts';
import type { OperationFound } from '../../standards/operation-of.ts';
import type { Caller } from '../caller.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { OperationView } from '../shapes/operation.ts';
import { readCase, readsAll } from './read-case.ts';

/** Numbers for everybody who may ask; single cases only as far as the reader may read them. */
export async function operationView(office: Office, caller: Caller, found: OperationFound): Promise<Static<typeof OperationView>> {
  const { heads, rules, latest, deviations, capped, bound } = found;
  const named = readsAll(caller)
    ? [...rules.flatMap(({ places }) => places.map((place) => place.case)), ...latest.map((one) => one.case)]
    : [];
  const readable = new Set<string>();
  for (const id of new Set(named)) if ((await readCase(office, caller, id, false)).ok) readable.add(id);
  const names = await namesOf(
    office.desk,
    caller.organisation,
    latest.flatMap(({ person }) => person ?? []),
  );
  const nameOf = (id: string) => ({ id, ...present({ number: heads.get(id)?.number }) });
  return {
    cases: heads.size,
    capped,
    ...present({ bound }),
    rules: rules.map(({ rule, kept, broken, open, places }) => ({
      rule,
      kept,
      broken,
      open,
      places: places.filter((place) => readable.has(place.case)).map((place) => ({ ...place, case: nameOf(place.case) })),
    })),
    deviations,
    latest: latest
      .filter((one) => readable.has(one.case))
      .map(({ kind, at, case: id, revision, element, person }) => ({
        kind,
        at,
        case: nameOf(id),
        revision,
        ...present({ element, person: names.get(person ?? '') }),
      })),
  };
}
