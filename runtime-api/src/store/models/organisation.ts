import { plain, storedSchema } from '../schema.ts';

/** An organisation; `organisation` repeats `_id`, so that one rule keeps all collections apart. */
export interface OrganisationDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly revision: number;
  readonly name: string;
  readonly language: string;
  readonly country: string;
  readonly timeZone: string;
  readonly contact: string;
  readonly externalBody: string;
  readonly externalTimeLimit: string;
  /** Holds all outgoing mail. */
  readonly mailHeld: boolean;
  /** `{yyyy}` and one run of zeros in braces; other series than the first use `numberPatterns`. */
  readonly numberPattern: string;
  readonly numberPatterns: { readonly [series: string]: string };
  /** Ids of the laws whose time limits its procedures are checked by; none unless it chose some. */
  readonly laws?: readonly string[];
  readonly createdAt: string;
}
export const organisationSchema = storedSchema('organisations', {
  revision: { type: Number, required: true },
  name: { type: String, required: true },
  language: { type: String, required: true },
  country: { type: String, required: true },
  timeZone: { type: String, required: true },
  contact: String,
  externalBody: String,
  externalTimeLimit: String,
  mailHeld: { type: Boolean, required: true },
  numberPattern: { type: String, required: true },
  numberPatterns: plain,
  laws: { type: [String], default: undefined },
  createdAt: { type: String, required: true },
});
