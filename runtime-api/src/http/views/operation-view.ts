import { type Definition, ok, type Result, refuse } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { instant } from '../../people/desk.ts';
import { namesOf } from '../../people/persons.ts';
import { type OperationFound, operationOf } from '../../standards/operation-of.ts';
import { isReversed, type Period, spanOf } from '../../standards/period.ts';
import type { Caller } from '../caller.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { OperationView } from '../shapes/operation.ts';
import { measureViews, versionsMeasured } from './measure-views.ts';
import { readCase, readsAll } from './read-case.ts';
import { dayOf, startedBy } from './standards-view.ts';

interface Which {
  readonly version: number;
  readonly definition: Definition;
  readonly period: Period;
  /** Cases told of each rule that they break. */
  readonly placesMost: number;
}

/** How cases of a version that were received in a period stand to the standards and to the laws of the organisation, as far as somebody may read it. */
export async function readOperation(
  office: Office,
  caller: Caller,
  { period, ...which }: Which,
): Promise<Result<Static<typeof OperationView>, HttpRefusal>> {
  if (isReversed(period)) return refuse({ code: 'period-reversed', ...period });
  const { organisation } = caller;
  const [beside, { laws, timeZone }] = await Promise.all([startedBy(office, organisation, which.definition), dayOf(office, organisation)]);
  const found = await operationOf(
    { store: office.ports.store, checker: office.checker },
    { organisation, ...which, beside, laws, timeZone, received: spanOf(period, timeZone), now: instant(office.desk.clock.now()) },
  );
  if (!found.ok) return found;
  const versions = await versionsMeasured(office, organisation, which.definition);
  return ok(await operationView(office, caller, which.definition, { ...found.value, measured: [...found.value.measured, ...versions] }));
}

/** Numbers for everybody who may ask; single cases only as far as the reader may read them. */
async function operationView(
  office: Office,
  caller: Caller,
  definition: Definition,
  found: OperationFound,
): Promise<Static<typeof OperationView>> {
  const { heads, rules, measured, latest, deviations, capped, bound } = found;
  const named = readsAll(caller)
    ? [...[...rules, ...measured].flatMap(({ places }) => places.map((place) => place.case)), ...latest.map((one) => one.case)]
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
    measures: measureViews(measured, definition, (id) => (readable.has(id) ? nameOf(id) : undefined)),
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
