import type { Instant, Language, Page, Text, Values } from './basics.ts';
import type { IncidentView } from './cases.ts';

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
  readonly laws?: readonly string[];
}

/** A form somebody is filling in, kept on the server for this person alone. */
export interface FormDraft {
  readonly key: string;
  readonly values: Values;
  readonly savedAt: Instant;
}

/** Something the procedure told a member of staff. */
export interface InboxRow {
  readonly id: string;
  readonly at: Instant;
  readonly caseId: string;
  readonly number?: string;
  /** That the letter is written in. */
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly readAt?: Instant;
}

/** `unread` counts all of my messages, not this page's; it stops at 100, which says "99 and more". */
export type InboxPage = Page<InboxRow> & { readonly unread: number };

/** An open failure, wherever it is. */
export type IncidentRow = IncidentView & {
  readonly caseId: string;
  readonly number?: string;
  /** Of the case. */
  readonly title: string;
  readonly definition: string;
  readonly definitionTitle: Text;
};
