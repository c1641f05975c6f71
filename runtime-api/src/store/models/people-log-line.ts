import { storedSchema } from '../schema.ts';

/** A change to people, rights or settings. Lines are only ever added. */
export interface LogLineDocument {
  _id: string;
  organisation: string;
  at: string;
  /** Order within one instant. */
  seq: number;
  by?: string;
  what: string;
  person?: string;
  /** JSON text: names of what changed, never a password or a code. */
  facts: string;
}

export const logLineSchema = storedSchema('peopleLog', {
  at: { type: String, required: true },
  seq: { type: Number, required: true },
  by: String,
  what: { type: String, required: true },
  person: String,
  facts: { type: String, required: true },
});
logLineSchema.index({ organisation: 1, at: 1, seq: 1 });
