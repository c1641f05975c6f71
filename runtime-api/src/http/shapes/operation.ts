import { deviationKinds } from '@redress/definitions';
import { Type } from '@sinclair/typebox';
import { Instant } from './basics.ts';
import { PersonName } from './people.ts';

const Day = Type.String({ format: 'date', pattern: '^(?:19|20|21)' });
/** The first and the last day on which complaints were received, both included; without one it is open on that side. */
export const PeriodQuery = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }, { additionalProperties: false });

/** A case by the number that people know it by. */
const CaseName = Type.Object({ id: Type.String(), number: Type.Optional(Type.String()) });
/** A line of a case's journal; without a revision it is what has not happened in time. */
const CasePlace = Type.Object({
  case: CaseName,
  revision: Type.Optional(Type.Integer()),
  /** Address of the element where it breaks. */
  element: Type.Optional(Type.String()),
});
const Kind = Type.Union(deviationKinds.map((kind) => Type.Literal(kind)));

/** How the cases of a version stand to the rules, by their journals. Single cases only for those who read every case. */
export const OperationView = Type.Object({
  cases: Type.Integer(),
  /** Older cases were not looked at. */
  capped: Type.Boolean(),
  /** The bound that kept some cases from being judged. */
  bound: Type.Optional(Type.String()),
  rules: Type.Array(
    Type.Object({
      rule: Type.String(),
      kept: Type.Integer(),
      broken: Type.Integer(),
      open: Type.Integer(),
      places: Type.Array(CasePlace),
    }),
  ),
  deviations: Type.Record(Kind, Type.Integer()),
  latest: Type.Array(
    Type.Object({
      kind: Kind,
      at: Instant,
      case: CaseName,
      revision: Type.Integer(),
      element: Type.Optional(Type.String()),
      person: Type.Optional(PersonName),
    }),
  ),
});
