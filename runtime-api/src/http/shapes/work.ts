import { Type } from '@sinclair/typebox';
import { Instant, Text, Values } from './basics.ts';
import { PersonName } from './people.ts';

/** The letter that a task "print and post" is about: the key of its effect, and its title. */
export const LetterToPrint = Type.Object({ key: Type.String(), title: Text });

/** A row of "My tasks". Titles come as `Text`, so that the reader's language is the window's choice. */
export const TaskRow = Type.Object({
  id: Type.String(),
  caseId: Type.String(),
  /** The case's register number, once given. */
  number: Type.Optional(Type.String()),
  /** The complaint that this case came from, where it came from another: people know it by that number. */
  origin: Type.Optional(Type.Object({ id: Type.String(), number: Type.Optional(Type.String()) })),
  /** The matter in one line, from the complainant's own words. */
  title: Type.String(),
  step: Type.String(),
  stepTitle: Text,
  kind: Type.Union([Type.Literal('work'), Type.Literal('print')]),
  letter: Type.Optional(LetterToPrint),
  definition: Type.String(),
  role: Type.String(),
  roleTitle: Text,
  openedAt: Instant,
  dueAt: Type.Optional(Instant),
  assignee: Type.Optional(PersonName),
  severity: Type.Optional(Type.Integer()),
  priority: Type.Optional(Type.Number()),
  /** Whether the reader may claim it, and why not. */
  mayClaim: Type.Boolean(),
  because: Type.Optional(Type.String()),
  /** Only of tasks that are over: when, by whom, and whether somebody did it or it was taken away. */
  doneAt: Type.Optional(Instant),
  doneBy: Type.Optional(PersonName),
  /** What ended it, an own event with a dot as well: the case was cancelled. */
  doneEvent: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
});

/** One field as the window draws it: the definition's words, the schema as it stands, the value now. */
export const FormFieldView = Type.Object({
  field: Type.String(),
  /** What it means in the standards' vocabulary. */
  means: Type.String(),
  title: Text,
  help: Type.Optional(Text),
  schema: Values,
  holds: Type.Optional(Type.String()),
  options: Type.Optional(Type.Array(Type.Object({ value: Type.Unknown(), title: Text }))),
  required: Type.Boolean(),
  readOnly: Type.Boolean(),
  personal: Type.Optional(Type.String()),
  /** Condition tree of the format: evaluated again in the window while typing. */
  when: Type.Optional(Type.Unknown()),
});
export const FormView = Type.Object({
  form: Type.String(),
  title: Text,
  help: Type.Optional(Text),
  sections: Type.Array(
    Type.Object({
      title: Type.Optional(Text),
      fields: Type.Array(FormFieldView),
    }),
  ),
  /** Saved values and prefills the reader may see. */
  values: Values,
});

export const OfferView = Type.Object({
  event: Type.String(),
  label: Text,
  style: Type.Optional(Type.String()),
  confirm: Type.Optional(Text),
  form: Type.Optional(FormView),
  task: Type.Optional(Type.String()),
  from: Type.String(),
  possible: Type.Boolean(),
  because: Type.Optional(Type.String()),
  facts: Type.Optional(Values),
  /** What follows in words of the definition: title of the next step where it is certain. */
  leadsTo: Type.Optional(Text),
  /** Role ids that may send it; `onBehalf` is true when the reader may only record it for somebody. */
  by: Type.Array(Type.String()),
  onBehalf: Type.Boolean(),
  /** With `onBehalf`: who spoke last in such a role. */
  speaker: Type.Optional(PersonName),
});

export const TaskView = Type.Intersect([
  TaskRow,
  Type.Object({
    help: Type.Optional(Text),
    form: Type.Optional(FormView),
    offers: Type.Array(OfferView),
    excludes: Type.Array(Type.String()),
    revision: Type.Integer(),
  }),
]);

export const Submission = Type.Object(
  {
    /** Event id of the definition. */
    event: Type.String({ maxLength: 100 }),
    values: Type.Optional(Values),
    onBehalfOf: Type.Optional(Type.String()),
    recorded: Type.Optional(
      Type.Object(
        {
          channel: Type.Optional(Type.String({ maxLength: 50 })),
          saidAt: Type.Optional(Instant),
          evidence: Type.Optional(Type.String({ maxLength: 2000 })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
