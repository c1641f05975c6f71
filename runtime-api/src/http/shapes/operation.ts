import { deviationKinds } from '@redress/definitions';
import { Type } from '@sinclair/typebox';
import { Instant, Text } from './basics.ts';
import { PersonName } from './people.ts';

const Day = Type.String({ format: 'date', pattern: '^(?:19|20|21)' });
/** The first and the last day on which complaints were received, both included; without one it is open on that side. */
export const PeriodQuery = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }, { additionalProperties: false });

/** A case by the number that people know it by. */
export const CaseName = Type.Object({ id: Type.String(), number: Type.Optional(Type.String()) });
/** A line of a case's journal; without a revision it is what has not happened in time. */
const CasePlace = Type.Object({
  case: CaseName,
  revision: Type.Optional(Type.Integer()),
  /** Address of the element where it breaks. */
  element: Type.Optional(Type.String()),
});
const Kind = Type.Union(deviationKinds.map((kind) => Type.Literal(kind)));

/** A figure with what it was counted from; without a value there was nothing to count. */
const figure = {
  /** What was counted: cases, letters, ways, stays. */
  over: Type.Number(),
  /** Share 0–1 · days until half were done · mean · how many · how many to each. */
  value: Type.Optional(Type.Number()),
  /** Of a share: how many of `over`. */
  count: Type.Optional(Type.Number()),
  /** Of days: nine of ten took no longer. */
  mostly: Type.Optional(Type.Number()),
};
const words = <Word extends string>(...all: readonly Word[]) => Type.Union(all.map((word) => Type.Literal(word)));

/** A measure that only cases, or only versions, show: without a target of the procedure's it has no verdict. */
export const MeasureView = Type.Object({
  measure: Type.String(),
  rule: Type.String(),
  title: Text,
  /** What is counted of what. */
  counted: Type.Optional(Text),
  unit: words('share', 'days', 'score', 'amount', 'count', 'each'),
  ...figure,
  kpi: Type.Optional(Type.String()),
  target: Type.Optional(Type.Object({ atLeast: Type.Optional(Type.Number()), atMost: Type.Optional(Type.Number()) })),
  meets: Type.Optional(Type.Boolean()),
  /** An objective of the procedure's that nothing here measures. */
  isUnmeasured: Type.Optional(Type.Boolean()),
  groups: Type.Optional(
    Type.Object({
      field: Type.String(),
      of: Type.Array(Type.Object({ group: Type.String(), title: Type.Optional(Text), ...figure })),
      /** Counted under words that too few cases share, or beyond the largest. */
      others: Type.Integer(),
    }),
  ),
  /** Whole periods, the latest first, by the day on which a complaint was received. */
  periods: Type.Optional(
    Type.Object({
      per: words('week', 'month', 'quarter', 'year'),
      of: Type.Array(Type.Object({ from: Type.String(), meets: Type.Optional(Type.Boolean()), ...figure })),
    }),
  ),
  places: Type.Array(CasePlace),
});

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
  /** What journals, and the versions themselves, are measured by; an entry may stand under several rules. */
  measures: Type.Array(MeasureView),
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
