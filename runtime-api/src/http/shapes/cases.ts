import { Type } from '@sinclair/typebox';
import { Instant, Text, Values } from './basics.ts';
import { PersonName } from './people.ts';
import { LetterToPrint } from './work.ts';

export const CaseRow = Type.Object({
  id: Type.String(),
  number: Type.Optional(Type.String()),
  /** What it is known by in another system. */
  businessKey: Type.Optional(Type.String()),
  title: Type.String(),
  definition: Type.String(),
  definitionTitle: Text,
  status: Type.Union([Type.Literal('active'), Type.Literal('ended'), Type.Literal('cancelled'), Type.Literal('imported')]),
  outcome: Type.Optional(Type.String()),
  /** Active steps, outermost first. */
  steps: Type.Array(Type.Object({ id: Type.String(), title: Text })),
  severity: Type.Optional(Type.Integer()),
  receivedAt: Instant,
  updatedAt: Instant,
  /** The clock or deadline that falls due next. */
  nextDueAt: Type.Optional(Instant),
  overdue: Type.Boolean(),
  incidents: Type.Integer(),
  parent: Type.Optional(Type.String()),
  revision: Type.Integer(),
});

export const ClockView = Type.Object({
  id: Type.String(),
  title: Text,
  kind: Type.Union([Type.Literal('law'), Type.Literal('service')]),
  startedAt: Instant,
  dueAt: Instant,
  stoppedAt: Type.Optional(Instant),
  paused: Type.Boolean(),
  overdue: Type.Boolean(),
  /** Days elapsed and days in all, as the limit counts them (working days or days). */
  elapsed: Type.Number(),
  limit: Type.Number(),
  unit: Type.String(),
});

export const IncidentView = Type.Object({
  id: Type.String(),
  at: Instant,
  /** `timer`, `result`, `message` or `effect`. */
  kind: Type.String(),
  /** Id of the timer, step, event or effect that failed. */
  what: Type.String(),
  /** The same by the title that people know, where the procedure has one. */
  subject: Type.Optional(Text),
  reason: Type.String(),
  facts: Values,
});

/** A case that came from this one, or from which this one came. */
export const RelatedCase = Type.Object({
  id: Type.String(),
  number: Type.Optional(Type.String()),
  title: Type.String(),
  definition: Type.String(),
  definitionTitle: Text,
  status: Type.String(),
  outcome: Type.Optional(Type.String()),
  /** Where it is, outermost first; empty once it has ended. */
  steps: Type.Array(Type.Object({ id: Type.String(), title: Text })),
  /** The step that began it, in the case that it came from. */
  step: Type.Optional(Type.String()),
  /** Whether the reader may open it too. */
  readable: Type.Boolean(),
});

export const CaseView = Type.Intersect([
  CaseRow,
  Type.Object({
    channel: Type.String(),
    enteredAt: Instant,
    definitionVersion: Type.Integer(),
    clocks: Type.Array(ClockView),
    timers: Type.Array(
      Type.Object({
        id: Type.String(),
        step: Type.Optional(Type.String()),
        delay: Type.Optional(Type.String()),
        title: Type.Optional(Text),
        dueAt: Instant,
      }),
    ),
    tasks: Type.Array(
      Type.Object({
        id: Type.String(),
        step: Type.String(),
        stepTitle: Text,
        kind: Type.String(),
        letter: Type.Optional(LetterToPrint),
        role: Type.String(),
        roleTitle: Text,
        dueAt: Type.Optional(Instant),
        assignee: Type.Optional(PersonName),
      }),
    ),
    /** Fields the reader may see, in the definition's order. */
    fields: Type.Array(
      Type.Object({
        field: Type.String(),
        title: Text,
        value: Type.Unknown(),
        options: Type.Optional(Type.Array(Type.Object({ value: Type.Unknown(), title: Text }))),
        personal: Type.Optional(Type.String()),
        holds: Type.Optional(Type.String()),
        format: Type.Optional(Type.String()),
      }),
    ),
    /** How many fields the reader may not see. */
    hidden: Type.Integer(),
    incidentList: Type.Array(IncidentView),
    children: Type.Array(RelatedCase),
    /** The case whose step began this one. */
    origin: Type.Optional(RelatedCase),
    /** Roles of the procedure that nobody holds: the case says so. */
    unheldRoles: Type.Array(Type.Object({ role: Type.String(), title: Text })),
    /** Ids of steps, stages and rows (JSON pointers) walked so far, in order, for the chart. */
    path: Type.Array(
      Type.Object({
        revision: Type.Integer(),
        from: Type.String(),
        to: Type.Array(Type.String()),
        at: Type.String(),
        event: Type.String(),
      }),
    ),
  }),
]);

/** A letter that people sent themselves, as they say: which, how and when. */
const Sending = Type.Object({ title: Text, how: Type.String(), at: Instant });

/** One line of the timeline: what the journal says, in names; contents only for those who may read them. */
export const TimelineLine = Type.Object({
  revision: Type.Integer(),
  at: Instant,
  event: Type.String(),
  /** Label of the event in the definition, where it is one. */
  label: Type.Optional(Text),
  by: Type.Optional(PersonName),
  service: Type.Optional(Type.String()),
  onBehalfOf: Type.Optional(PersonName),
  given: Type.Optional(PersonName),
  recorded: Type.Optional(Values),
  from: Type.Array(Type.Object({ id: Type.String(), title: Text })),
  to: Type.Array(Type.Object({ id: Type.String(), title: Text })),
  letters: Type.Array(
    Type.Object({
      key: Type.String(),
      letter: Type.String(),
      title: Text,
      to: Type.String(),
      toTitle: Text,
      state: Type.String(),
    }),
  ),
  filed: Type.Array(Type.String()),
  changed: Type.Array(
    Type.Object({
      field: Type.String(),
      title: Text,
      value: Type.Optional(Type.Unknown()),
    }),
  ),
  reason: Type.Optional(Type.String()),
  /** It could not be done and became an incident: the title of what failed, where it has one. */
  failed: Type.Optional(Text),
  /** Which deadline passed or was moved, and until when. */
  timer: Type.Optional(Type.Object({ title: Text, dueAt: Type.Optional(Instant) })),
  /** Which failure was tried again or skipped. */
  incident: Type.Optional(Type.String()),
  sent: Type.Optional(Sending),
});

export const LetterView = Type.Object({
  key: Type.String(),
  caseId: Type.String(),
  letter: Type.String(),
  title: Text,
  to: Type.Object({
    role: Type.String(),
    name: Type.Optional(Type.String()),
    address: Type.Optional(Type.String()),
  }),
  language: Type.String(),
  subject: Type.String(),
  body: Type.String(),
  /** `waiting` for a number or its turn, `written` to a file and not sent, `to-print`, `dropped` with its case before anybody printed it, `sent`, `failed`, `held`, `inbox`. */
  state: Type.String(),
  at: Instant,
  sent: Type.Optional(
    Type.Object({
      at: Instant,
      how: Type.String(),
      by: Type.Optional(PersonName),
    }),
  ),
});

export const NewCase = Type.Object(
  {
    definition: Type.String({ maxLength: 48 }),
    channel: Type.String({ maxLength: 50 }),
    receivedAt: Instant,
    values: Values,
    businessKey: Type.Optional(Type.String({ maxLength: 200 })),
    onBehalfOf: Type.Optional(Type.String()),
    recorded: Type.Optional(
      Type.Object(
        {
          saidAt: Type.Optional(Instant),
          evidence: Type.Optional(Type.String({ maxLength: 2000 })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export const StartedCase = Type.Object({
  id: Type.String(),
  number: Type.Optional(Type.String()),
  revision: Type.Integer(),
});
export const DeliveredEvent = Type.Object({
  id: Type.String(),
  revision: Type.Integer(),
  status: Type.String(),
  steps: Type.Array(Type.Object({ id: Type.String(), title: Text })),
});
