import type { Instant, Language, Text, Values } from './basics.ts';
import type { PersonName } from './people.ts';

/** What an administrator changes; absent members stay. */
export interface OrganisationChange {
  readonly name?: string;
  readonly language?: Language;
  readonly timeZone?: string;
  readonly contact?: string;
  readonly externalBody?: string;
  readonly externalTimeLimit?: string;
  readonly mailHeld?: boolean;
  readonly numberPattern?: string;
}

/** A form somebody is filling in, kept on the server for this person alone. */
export interface FormDraft {
  readonly key: string;
  readonly values: Values;
  readonly savedAt: Instant;
}

export interface FormDraftText {
  readonly values: Values;
}

/** Something the procedure told a member of staff. */
export interface InboxRow {
  readonly id: string;
  readonly at: Instant;
  readonly caseId: string;
  readonly number?: string;
  readonly title?: Text;
  readonly subject: string;
  readonly body: string;
  readonly readAt?: Instant;
}

/** A line of the register of changes to people, rights and settings. */
export interface PeopleLogLine {
  readonly id: string;
  readonly at: Instant;
  readonly by?: PersonName;
  readonly what: string;
  readonly person?: PersonName;
  readonly facts: Values;
}

/** An open failure, wherever it is. */
export interface IncidentRow {
  readonly id: string;
  readonly caseId: string;
  readonly number?: string;
  readonly definition: string;
  readonly at: Instant;
  readonly kind: string;
  readonly what: string;
  readonly reason: string;
}

/** Counts stop at 1,000: `more` says that there are more. */
export interface Count {
  readonly count: number;
  readonly more: boolean;
}

export interface Statistics {
  readonly at: Instant;
  readonly cases: {
    readonly active: Count;
    readonly overdue: Count;
    readonly ended: Count;
    readonly cancelled: Count;
    readonly incidents: Count;
  };
  readonly tasks: {
    readonly open: Count;
    readonly overdue: Count;
    readonly unassigned: Count;
  };
  readonly byDefinition: readonly {
    readonly definition: string;
    readonly title: Text;
    readonly active: number;
    readonly ended: number;
    readonly outcomes: Readonly<Record<string, number>>;
  }[];
}

export interface Health {
  readonly status: 'ok' | 'starting' | 'failing';
}

export interface Readiness {
  readonly status: 'ok' | 'failing';
  readonly parts: Readonly<
    Record<
      string,
      {
        readonly ok: boolean;
        readonly facts: Values;
      }
    >
  >;
}
