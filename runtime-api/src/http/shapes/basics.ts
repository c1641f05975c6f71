import { type TSchema, Type } from '@sinclair/typebox';

/** UTC, ISO 8601 with milliseconds. */
export const Instant = Type.String({ format: 'date-time' });
/** What somebody or something is called: blanks alone are no name. */
export const Name = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
/** The same words in several languages. */
export const Text = Type.Record(Type.String(), Type.String());
export const Values = Type.Record(Type.String(), Type.Unknown());
export const Right = Type.Union(
  (['handler', 'team-lead', 'process-owner', 'compliance', 'management', 'administrator'] as const).map((right) => Type.Literal(right)),
);
export const Language = Type.Union([Type.Literal('en'), Type.Literal('fa'), Type.Literal('pl')]);

/** A page of a list: a cursor, never a total. `more` says whether anything follows. */
export const Page = <Row extends TSchema>(row: Row) =>
  Type.Object({
    rows: Type.Array(row),
    next: Type.Optional(Type.String()),
    more: Type.Boolean(),
  });

/** What every error looks like (RFC 9457 members plus our code). `fields` maps a pointer into the body to a message key and its facts. */
export const Problem = Type.Object({
  type: Type.String(),
  status: Type.Integer(),
  /** One of the refusal codes: words for it are in the language files. */
  code: Type.String(),
  facts: Type.Optional(Values),
  fields: Type.Optional(Type.Array(Type.Object({ at: Type.String(), keyword: Type.String(), facts: Values }))),
  /** Names the request in the server's log. */
  reference: Type.Optional(Type.String()),
});
