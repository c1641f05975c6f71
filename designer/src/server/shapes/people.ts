import type { Theme } from './access.ts';
import type { Instant, Language, Right } from './basics.ts';

/** Role ids of one procedure that a person holds. */
export interface Assignment {
  readonly definition: string;
  readonly roles: readonly string[];
}

export type PartyName = 'organisation' | 'complainant' | 'provider' | 'customer';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly party: PartyName;
  /** The firm or body an outside person belongs to. */
  readonly organisationName?: string;
  /** `active` signs in, `invited` has an open code, `none` is known without sign-in, `disabled` was shut out. */
  readonly signIn: 'active' | 'invited' | 'none' | 'disabled';
  readonly rights: readonly Right[];
  readonly assignments: readonly Assignment[];
  /** "I handle complaints here too": adds handler, team lead and every role of the organisation, while it stands. */
  readonly handlesComplaints: boolean;
  readonly language: Language;
  readonly revision: number;
}

/** Names only, for pickers and timelines. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
  readonly party: PartyName;
}

export interface NewPerson {
  readonly name: string;
  readonly email?: string;
  readonly party?: PartyName;
  readonly organisationName?: string;
  readonly rights?: readonly Right[];
  readonly assignments?: readonly Assignment[];
  readonly language?: Language;
  /** Answers with a one-time code, shown once. */
  readonly invite?: boolean;
}

/** Absent members stay. An empty `email` takes it away. Changes of rights and roles count at once. */
export interface PersonChange {
  readonly name?: string;
  readonly email?: string;
  readonly organisationName?: string;
  readonly rights?: readonly Right[];
  readonly assignments?: readonly Assignment[];
  readonly language?: Language;
}

/** A one-time code, shown this once, and until when it opens the door. */
export interface Invitation {
  readonly code: string;
  readonly endsAt: Instant;
}

export interface CreatedPerson {
  readonly person: PersonRow;
  readonly invitation?: Invitation;
}

export interface OrganisationView {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly country: string;
  readonly timeZone: string;
  readonly contact: string;
  readonly externalBody: string;
  readonly externalTimeLimit: string;
  /** Holds all outgoing mail of the organisation. */
  readonly mailHeld: boolean;
  /** Whether a mail server is set up; without one letters are written as files. */
  readonly mailServer: boolean;
  readonly numberPattern: string;
  /** Laws whose time limits its procedures are checked by, by id. */
  readonly laws: readonly string[];
  readonly revision: number;
}

export interface SessionView {
  readonly person: PersonRow;
  readonly organisation: OrganisationView;
  /** Sent back as `X-CSRF-Token` with every unsafe request. */
  readonly csrf: string;
  readonly endsAt: {
    readonly idle: Instant;
    readonly absolute: Instant;
  };
  /** The administrator's choice "I handle complaints here too". */
  readonly handlesComplaints: boolean;
  readonly theme: Theme;
  readonly shortcuts: boolean;
  /** The designer shows technical names too. */
  readonly expert: boolean;
  /** What this server was started with beyond the usual, by name: the page shows what belongs to it. */
  readonly switches: readonly string[];
}

export interface SetUp {
  readonly code: string;
  readonly organisation: {
    readonly name: string;
    readonly language: Language;
    readonly country: string;
    readonly timeZone: string;
    readonly contact: string;
    readonly externalBody: string;
    readonly externalTimeLimit: string;
  };
  readonly person: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  };
}
