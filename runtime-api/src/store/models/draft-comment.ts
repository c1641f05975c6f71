import type { Called } from '../../definitions/called-in.ts';
import { plain, storedSchema } from '../schema.ts';

/** What somebody said about an element of a draft; `_id` is `organisation:<definition id>:<random>`. */
export interface DraftCommentDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly definition: string;
  /** As in the address of a page. */
  readonly element: string;
  /** Of a finding: what the element was called then, so that it has a name when it is gone. */
  readonly called?: Called;
  readonly person: string;
  readonly at: string;
  readonly text: string;
  /** What an officer finds wrong: `clause` as rules name it, `10002/7.8`. */
  readonly finding?: { readonly grade: 'observation' | 'minor' | 'major'; readonly clause: string };
  readonly replies: readonly { readonly person: string; readonly at: string; readonly text: string }[];
  /** How many replies there are: who answers adds one only below the limit. */
  readonly replied: number;
  readonly open: boolean;
  readonly resolved?: { readonly person: string; readonly at: string };
  /** Revision of the draft when this was written, and when it was settled or opened again: a draft that was begun later shows it only while it is open. */
  readonly writtenIn: number;
  readonly touchedIn: number;
}
/** What was said, by itself. */
export type Said = Pick<DraftCommentDocument, '_id' | 'element' | 'called' | 'person' | 'at' | 'text' | 'finding' | 'replies' | 'resolved'>;
export const draftCommentSchema = storedSchema('draftComments', {
  definition: { type: String, required: true },
  element: String,
  called: plain,
  person: { type: String, required: true },
  at: { type: String, required: true },
  text: { type: String, required: true },
  finding: plain,
  replies: plain,
  replied: { type: Number, required: true },
  open: { type: Boolean, required: true },
  resolved: plain,
  writtenIn: { type: Number, required: true },
  touchedIn: { type: Number, required: true },
});
draftCommentSchema.index({ organisation: 1, definition: 1, open: 1, touchedIn: -1 });
draftCommentSchema.index({ organisation: 1, definition: 1, writtenIn: 1 });
