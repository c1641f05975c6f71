import { storedSchema } from '../schema.ts';

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

/** How far a series has come and for whom; the next one first completes a predecessor that crashed before its register row. */
export interface CounterDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly last: number;
  readonly caseId: string;
  readonly number: string;
  readonly at: string;
}
export const counterSchema = storedSchema('counters', {
  last: { type: Number, required: true },
  caseId: String,
  number: String,
  at: String,
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
