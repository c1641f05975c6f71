import type { Instant, Language, Values } from './basics.ts';

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
