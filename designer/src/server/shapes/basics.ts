/** UTC, ISO 8601 with milliseconds. */
export type Instant = string;

/** The same words in several languages. */
export type Text = Readonly<Record<string, string>>;

export type Values = Readonly<Record<string, unknown>>;

export type Right = 'handler' | 'team-lead' | 'process-owner' | 'compliance' | 'management' | 'administrator';

export type Language = 'en' | 'fa' | 'pl';

/** What every error looks like (RFC 9457 members plus our code). `fields` maps a pointer into the body to a message key and its facts. */
export interface Problem {
  readonly type: string;
  readonly status: number;
  /** One of the refusal codes: words for it are in the language files. */
  readonly code: string;
  readonly facts?: Values;
  readonly fields?: readonly {
    readonly at: string;
    readonly keyword: string;
    readonly facts: Values;
  }[];
  /** Names the request in the server's log. */
  readonly reference?: string;
}

/** A page of a list: a cursor, never a total. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
  readonly more: boolean;
}
