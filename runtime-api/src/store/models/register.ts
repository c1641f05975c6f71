import { plain, storedSchema } from '../schema.ts';

/** The number itself: `_id` is `organisation:series:n`, so nobody gets one twice. */
export interface RegisterDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly series: string;
  readonly n: number;
  readonly number: string;
  readonly caseId: string;
  readonly at: string;
}
export const registerSchema = storedSchema('register', {
  series: { type: String, required: true },
  n: { type: Number, required: true },
  number: { type: String, required: true },
  caseId: { type: String, required: true },
  at: { type: String, required: true },
});
registerSchema.index({ organisation: 1, caseId: 1 });
registerSchema.index({ organisation: 1, series: 1, n: 1 });

/** One number of a series and the case that took it. */
export interface NumberTaken {
  readonly n: number;
  readonly number: string;
  readonly caseId: string;
  readonly at: string;
}

/** How far a series has come and who took its last numbers; the next one first completes a predecessor that crashed before their register rows. */
export interface CounterDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly last: number;
  readonly taken: readonly NumberTaken[];
}
export const counterSchema = storedSchema('counters', {
  last: { type: Number, required: true },
  taken: plain,
});

/** A complaint's id in another system; `_id` is a hash of organisation and key, which makes it unique. */
export interface BusinessKeyDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly businessKey: string;
  readonly caseId: string;
  readonly at: string;
}
export const businessKeySchema = storedSchema('businessKeys', {
  businessKey: { type: String, required: true },
  caseId: { type: String, required: true },
  at: { type: String, required: true },
});
