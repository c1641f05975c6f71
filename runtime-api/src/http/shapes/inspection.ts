import { Type } from '@sinclair/typebox';

const Kind = Type.Union(
  (['string', 'integer', 'number', 'boolean', 'array', 'object', 'null', 'unknown'] as const).map((kind) => Type.Literal(kind)),
);
/** Names of fields with what kind of value they hold; never the value. */
const Kinds = Type.Record(Type.String(), Type.Union([Kind, Type.Record(Type.String(), Kind)]));
const Event = Type.Intersect([Type.Object({ type: Type.String() }), Type.Record(Type.String(), Type.Unknown())]);
const Nothing = Type.Object({}, { additionalProperties: false });
const Snapshot = Type.Object(
  {
    status: Type.Union([Type.Literal('active'), Type.Literal('done'), Type.Literal('stopped')]),
    /** As XState writes it: a word, or words inside words. */
    value: Type.Union([Type.String(), Type.Record(Type.String(), Type.Unknown())]),
    context: Kinds,
    tags: Type.Array(Type.String()),
    children: Nothing,
    historyValue: Nothing,
  },
  { additionalProperties: false },
);
const closed = { additionalProperties: false } as const;
const common = {
  rootId: Type.String(),
  sessionId: Type.String(),
  id: Type.String(),
  createdAt: Type.String({ pattern: '^\\d+$' }),
  _version: Type.String(),
  /** Revision of the case after this event: a jump is a gap. */
  revision: Type.Integer(),
};

/** What the inspector of XState would send, closed so that nothing can slip in beside it. */
export const WireEvent = Type.Union([
  Type.Object(
    {
      type: Type.Literal('@xstate.actor'),
      ...common,
      name: Type.String(),
      definition: Type.String(),
      parentId: Type.Optional(Type.String()),
      snapshot: Snapshot,
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('@xstate.event'),
      ...common,
      sourceId: Type.Union((['person', 'timer', 'case', 'service'] as const).map((source) => Type.Literal(source))),
      event: Event,
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('@xstate.snapshot'),
      ...common,
      event: Event,
      snapshot: Snapshot,
      microsteps: Type.Array(
        Type.Object({
          event: Type.String(),
          transitions: Type.Array(Type.Object({ source: Type.String(), target: Type.Array(Type.String()) })),
        }),
      ),
    },
    closed,
  ),
]);
