import { plain, storedSchema } from '../schema.ts';

/** A letter as it went out, or waits to; `_id` is the effect's key. Erased with the contents of its case. */
export interface LetterDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly caseId: string;
  readonly definition: string;
  readonly letter: string;
  readonly title: { readonly [language: string]: string };
  readonly step: string;
  /** A step that waits for the sending: its end goes back with this instance. */
  readonly instance?: string;
  readonly role: string;
  readonly name?: string;
  readonly address?: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  /** `held` by the organisation's mail switch · `written` to a file, not sent · `to-print` · `inbox` · `sent` · `trying` again, as it could not be sent yet · `failed`. */
  readonly state: 'held' | 'trying' | 'written' | 'to-print' | 'inbox' | 'sent' | 'failed';
  readonly at: string;
  /** Name of the .eml file in the letters folder. */
  readonly file?: string;
  readonly sent?: {
    readonly at: string;
    readonly how: string;
    readonly by?: string;
  };
}
/** What waits for a person, and what no mail server took: whoever has it in hand may send it. */
export const sentByHand: readonly LetterDocument['state'][] = ['written', 'trying', 'failed'];

export const letterSchema = storedSchema('letters', {
  caseId: { type: String, required: true },
  definition: { type: String, required: true },
  letter: { type: String, required: true },
  title: plain,
  step: String,
  instance: String,
  role: { type: String, required: true },
  name: String,
  address: String,
  language: { type: String, required: true },
  subject: String,
  body: String,
  state: { type: String, required: true },
  at: { type: String, required: true },
  file: String,
  sent: plain,
});
letterSchema.index({ organisation: 1, caseId: 1, at: 1 });
letterSchema.index({ organisation: 1, state: 1, at: 1 });

/** A letter to staff, in the inbox of one person; `_id` is `<effect key>:<person>`. */
export interface InboxDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly person: string;
  readonly caseId: string;
  readonly letter: string;
  readonly role: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly at: string;
  /** There until it is read: what is counted must be found by equality. */
  readonly unread?: boolean;
  readonly readAt?: string;
}
export const inboxSchema = storedSchema('inbox', {
  person: { type: String, required: true },
  caseId: { type: String, required: true },
  letter: { type: String, required: true },
  role: { type: String, required: true },
  language: { type: String, required: true },
  subject: String,
  body: String,
  at: { type: String, required: true },
  unread: Boolean,
  readAt: String,
});
inboxSchema.index({ organisation: 1, person: 1, at: -1, _id: -1 });
inboxSchema.index({ organisation: 1, person: 1, unread: 1 });
