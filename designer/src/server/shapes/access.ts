import type { Instant, Language, Right } from './basics.ts';
import type { PersonName } from './people.ts';

/** Whether this server still waits for its first organisation. */
export interface SetUpState {
  readonly needed: boolean;
}

/** `organisation` is asked for only when the same e-mail and password open several (refusal `choose-organisation`). */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly organisation?: string;
}

export interface InvitationView {
  /** `person` joins an organisation; `organisation` sets a new one up (then the set-up page goes on). */
  readonly kind: 'person' | 'organisation';
  readonly organisationName: string;
  readonly name?: string;
  readonly email?: string;
  readonly endsAt: Instant;
}

export interface Join {
  readonly code: string;
  readonly password: string;
}

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

export interface HandlingChoice {
  readonly handlesComplaints: boolean;
}

export type Theme = 'light' | 'dark' | 'system';

export interface MyChoices {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly shortcuts?: boolean;
  readonly expert?: boolean;
}

export interface SessionRow {
  readonly id: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly endsAt: Instant;
  /** Browser and system as the browser tells them, shortened. */
  readonly device: string;
  readonly current: boolean;
}

/** What a token may do. It can never approve, publish, waive or sign, whatever its scope. */
export type TokenScope = 'read' | 'work' | 'start';

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  /** The person it acts as, or absent: a named service with rights of its own. */
  /** Absent: a service. A person may only make tokens of their own. */
  readonly person?: PersonName;
  /** Services only. */
  readonly rights: readonly Right[];
  readonly scope: readonly TokenScope[];
  readonly createdAt: Instant;
  readonly createdBy: PersonName;
  readonly endsAt: Instant;
  readonly lastUsedAt?: Instant;
}

export interface NewToken {
  readonly name: string;
  readonly person?: string;
  readonly rights?: readonly Right[];
  readonly scope: readonly TokenScope[];
  /** 1 to 366. */
  readonly days: number;
}

/** `token` is shown this once and never again. */
export interface CreatedToken {
  readonly token: string;
  readonly row: TokenRow;
}
